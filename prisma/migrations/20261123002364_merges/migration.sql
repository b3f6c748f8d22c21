-- Merging duplicates: what is left says at least as much protection as what goes, so that a merge lowers nothing by the way.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Is the asset that is kept under another scheme, or lower, or looser in what it says of people and of who may see it? */
create function merge_loosens(gone assets, kept bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  survivor constant assets := (select a from assets a where a.number = kept);
begin
  return survivor.scheme_id is distinct from gone.scheme_id or survivor.level_rank < gone.level_rank
    or loosened_fields(to_jsonb(gone), jsonb_build_object('personal_data', survivor.personal_data, 'visibility', survivor.visibility)) <> '{}';
end $$;

/* As before; and a merge as above. */
create or replace function item_is_of_its_kind(kind text, asset assets, after jsonb, judgement jsonb, bundle jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  changing constant text[] := array['zone_code', 'zone_not_applicable', 'personal_data', 'my_number_use', 'data_subjects',
    'take_out', 'cloud_service', 'cloud_ismap', 'cloud_countries', 'cloud_standard_terms', 'cloud_approval', 'visibility', 'disposal_due_on'];
begin
  if kind = 'registration' then return asset.state = 'draft' and after = '{"state": "active"}' and judgement is null; end if;
  if asset.state <> 'active' or (kind = 'transfer') <> (bundle ->> 'toDepartmentId' is not null) then return false; end if;
  return coalesce(case kind
    when 'change' then judgement is null and after - changing = '{}'
    when 'reclassification' then judgement is not null and after - changing = '{}'
    when 'disposal' then judgement is null and after - array['disposed_on', 'disposed_by', 'disposal_method'] = '{"state": "disposed"}'
      and (after ->> 'disposed_on')::date between asset.registered_on and app_today()
      and length(btrim(after ->> 'disposed_by')) > 0
      and after ->> 'disposal_method' in ('physicalDestruction', 'destruction', 'cryptographicErasure', 'shredding', 'returnToOwner', 'ordinary')
    when 'transfer' then after - array['zone_code', 'zone_not_applicable'] = jsonb_build_object('department_id', (bundle ->> 'toDepartmentId')::bigint)
      and (bundle ->> 'toDepartmentId')::bigint <> asset.department_id
    when 'merge' then judgement is null and (after = '{"state": "active"}'
      or after - 'merged_into' = '{"state": "merged"}' and exists (
        select from jsonb_array_elements(bundle -> 'items') kept
        where (kept ->> 'number')::bigint = (after ->> 'merged_into')::bigint and kept -> 'after' = '{"state": "active"}')
        and not merge_loosens(asset, (after ->> 'merged_into')::bigint))
    end, false);
end $$;

revoke execute on function merge_loosens(assets, bigint) from public;
