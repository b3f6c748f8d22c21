-- Row-level security: the database decides for itself (decision 3). Readers and writers have policies apart.
select set_config('search_path', current_schema() || ', pg_temp', false);

do $$
declare
  named text;
begin
  foreach named in array array['settings', 'department_categories', 'executive_bodies', 'departments',
    'department_lines', 'department_successions', 'people', 'role_permissions', 'grants', 'zones',
    'asset_kinds', 'classification_schemes', 'levels', 'handling_restrictions', 'standard_assets',
    'assets', 'classifications', 'asset_counts', 'asset_totals'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy owner on %I to current_user using (true) with check (true)', named);
  end loop;
  -- What every page needs before anybody is signed in, or whoever is: labels, not content.
  foreach named in array array['settings', 'department_categories', 'executive_bodies', 'zones',
    'asset_kinds', 'role_permissions'] loop
    execute format('create policy everybody_reads on %I for select to daicho_read, daicho_write using (true)', named);
  end loop;
  foreach named in array array['departments', 'department_lines', 'department_successions'] loop
    execute format('create policy signed_in_read on %I for select to daicho_read, daicho_write '
      'using ((select holds(''organization.read'')))', named);
  end loop;
  foreach named in array array['classification_schemes', 'levels', 'handling_restrictions'] loop
    execute format('create policy signed_in_read on %I for select to daicho_read, daicho_write '
      'using ((select holds(''scheme.read'')))', named);
    -- A version begins as a draft: putting it in force is another permission (decision 7).
    execute format('create policy scheme_editors_add on %I for insert to daicho_write '
      'with check (permission_in_use() = ''scheme.edit'' and (select holds(''scheme.edit''))%s)', named,
      case named when 'classification_schemes' then ' and status = ''draft''' else '' end);
  end loop;
end $$;

create policy scheme_enforcers_change on classification_schemes for update to daicho_write
  using (permission_in_use() = 'scheme.enforce' and (select holds('scheme.enforce')));

create policy organizers_add on departments for insert to daicho_write
  with check (permission_in_use() = 'organization.manage' and (select holds('organization.manage')));
create policy organizers_change on departments for update to daicho_write
  using (permission_in_use() = 'organization.manage' and (select holds('organization.manage')));
create policy organizers_add on department_successions for insert to daicho_write
  with check (permission_in_use() = 'organization.manage' and (select holds('organization.manage')));

create policy people_readers on people for select to daicho_read, daicho_write
  using (id = (select viewer_id()) or (select holds('person.read')));
create policy people_managers_add on people for insert to daicho_write
  with check (permission_in_use() = 'person.manage' and (select holds('person.manage')) and employment <> 'system');
create policy people_managers_change on people for update to daicho_write
  using (permission_in_use() = 'person.manage' and (select holds('person.manage')) and employment <> 'system');

create policy grant_readers on grants for select to daicho_read, daicho_write
  using (person_id = (select viewer_id()) or (select holds('person.read')));
create policy grant_managers_add on grants for insert to daicho_write
  with check (permission_in_use() in ('grant.manageClerks', 'grant.manageApprovers')
    and (select holds(permission_in_use())));
create policy grant_managers_change on grants for update to daicho_write
  using (permission_in_use() in ('grant.manageClerks', 'grant.manageApprovers')
    and (select holds(permission_in_use())));

create policy standard_readers on standard_assets for select to daicho_read, daicho_write
  using ((select holds('standardLedger.read')));
create policy standard_editors_add on standard_assets for insert to daicho_write
  with check (permission_in_use() = 'standardLedger.edit' and (select holds('standardLedger.edit')));
create policy standard_editors_change on standard_assets for update to daicho_write
  using (permission_in_use() = 'standardLedger.edit' and (select holds('standardLedger.edit')));

-- The ledger. 関係者限り rows are for the owner's line, the CISO, the chief officer and the auditor.
create policy asset_readers on assets for select to daicho_read, daicho_write
  using (department_id = any ((select reach('asset.read'))::bigint[])
    and (visibility = 'internal' or department_id = any ((select reach('asset.readRestricted'))::bigint[])));
create policy asset_creators on assets for insert to daicho_write
  with check (permission_in_use() = 'asset.create'
    and department_id = any ((select reach('asset.create'))::bigint[]));
create policy asset_writers on assets for update to daicho_write
  using (permission_in_use() in ('asset.edit', 'asset.register', 'asset.reclassify', 'asset.dispose',
      'asset.cancel', 'asset.moveToSuccessor')
    and department_id = any ((select reach(permission_in_use()))::bigint[]));

create policy classification_readers on classifications for select to daicho_read, daicho_write
  using (exists (select from assets a where a.number = asset_number));
create policy classifiers on classifications for insert to daicho_write
  with check (exists (select from assets a where a.number = asset_number
    and a.department_id = any ((select reach(permission_in_use()))::bigint[])));

create policy count_readers on asset_counts for select to daicho_read, daicho_write
  using (department_id = any ((select reach('asset.read'))::bigint[])
    and (visibility = 'internal' or department_id = any ((select reach('asset.readRestricted'))::bigint[])));
