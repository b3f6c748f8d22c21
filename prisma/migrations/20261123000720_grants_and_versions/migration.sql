-- What the serving roles may touch at all, and which tables keep full versions (decisions 3 and 9).
select set_config('search_path', current_schema() || ', pg_temp', false);

do $$
begin
  execute format('grant usage on schema %I to daicho_read, daicho_write', current_schema());
end $$;
grant select on settings, department_categories, executive_bodies, departments, department_lines,
  department_successions, people, role_permissions, grants, zones, asset_kinds, classification_schemes,
  levels, handling_restrictions, standard_assets, assets, classifications, asset_counts
  to daicho_read, daicho_write;
grant insert, update on departments, people, grants, standard_assets, assets to daicho_write;
grant insert on department_successions, classification_schemes, levels, handling_restrictions, classifications
  to daicho_write;
grant update on classification_schemes to daicho_write;
grant usage on sequence asset_numbers to daicho_write;

select keep_versions('settings');
select keep_versions('role_permissions');
select keep_versions('zones');
select keep_versions('asset_kinds');
select keep_versions('department_categories');
select keep_versions('executive_bodies');
select keep_versions('levels');
select keep_versions('handling_restrictions');
select keep_versions('departments');
select keep_versions('department_successions');
select keep_versions('people');
select keep_versions('grants');
select keep_versions('classification_schemes');
select keep_versions('standard_assets');
select keep_versions('assets');
select keep_versions('classifications');

-- Whoever may read an asset may read what it was: the base of a stale form, and past screens.
create policy asset_version_readers on assets_versions for select to daicho_read, daicho_write
  using (exists (select from assets a where a.number = assets_versions.number));
grant select on assets_versions to daicho_read, daicho_write;
