-- Writing the ledger out: who may, and the rows of an export or a print, as they are or as they stood (docs/adr/0038).
select set_config('search_path', current_schema() || ', pg_temp', false);

insert into role_permissions (role, permission)
select r.role, 'asset.export'
from unnest(array['ciso', 'chiefOfficer', 'educationChief', 'secretariat', 'bureauOfficer', 'assetManager', 'assetClerk',
  'educationOfficer', 'auditor']) r (role);
select record_events('[{"action": "permissions.loaded", "subjectType": "role_permissions"}]');

/*
 * The rows of the ledger in the order of the list, with every field that leaves the portal. filters as search_assets;
 * as_of: null = now, else what the portal said at the end of that day. Reach is asset.export's of today, over the
 * department and the visibility that the asset had then; what is 関係者限り now was never opened by looking back.
 */
create function ledger_rows(filters jsonb, sort text, descending boolean, as_of date)
returns table (
  place bigint, number bigint, version integer, state text, name text, name_kana text, kind_code text, task text,
  description text, department_id bigint, system_manager text, city_wide boolean, zone_cell text, scheme_id bigint,
  scheme_family text, confidentiality text, integrity text, availability text, importance text, audience text,
  classification_reason text, handling_notes text, personal_data text, my_number_use text, data_subjects bigint,
  personal_file_number text, personal_file_exemption text, medium text, storage_location text, user_scope text,
  take_out text, retention text, disposal_due_on date, has_backup boolean, recovery_hours integer, outsourced_to text,
  outsourcing_ends_on date, outsourcing_checked_on date, subcontracted boolean, cloud_service text, cloud_ismap boolean,
  cloud_countries text, cloud_standard_terms boolean, cloud_approval text, mfa_basis text, sns_owner text,
  visibility text, last_confirmed_on date, next_review_on date, registered_on date, remarks text, standard_asset text,
  submitted_by text, registered_by text, disposed_on date, disposed_by text, disposal_method text, merged_into bigint)
language plpgsql stable security definer rows 1000 set search_path from current as $$
declare
  searched constant bigint[] := searched_departments(filters);
  among constant bigint[] := array(select d from unnest(reach('asset.export')) d where searched is null or d = any (searched));
  column_of constant text := case sort when 'name' then 'name' when 'updated' then 'updated_at' when 'level' then 'level_rank' else 'number' end;
  direction constant text := case when descending then 'desc' else 'asc' end;
  moment constant timestamptz := end_of_day(as_of);
  wanted constant text := row_conditions(filters);
  conditions text := format('department_id = any (%L::bigint[]) and %s', among, cell_conditions(filters));
  source text := 'select * from assets';
begin
  if wanted <> '' then conditions := conditions || ' and ' || wanted; end if;
  if as_of is not null then
    source := format('select v.*, coalesce(zone_code, case when zone_not_applicable then ''notApplicable'' else ''notEntered'' end) as zone_cell,
        text_pieces(name || coalesce('' '' || name_kana, '''')) as search_pieces
      from assets_versions v where recorded_from < %1$L and coalesce(recorded_to, ''infinity'') >= %1$L', moment);
    conditions := conditions || format(' and (department_id = any (%L::bigint[])
      or exists (select from assets now where now.number = x.number and now.visibility = ''internal''))', reach('asset.readRestricted'));
  end if;
  return query execute format($sql$
    select row_number() over (order by a.%1$I %2$s, a.number %2$s), a.number, a.version, a.state, a.name, a.name_kana, a.kind_code, a.task,
      a.description, a.department_id, a.system_manager, a.city_wide, a.zone_cell, a.scheme_id,
      a.scheme_family, a.confidentiality, a.integrity, a.availability, a.importance, a.audience,
      c.reason, a.handling_notes, a.personal_data, a.my_number_use, a.data_subjects,
      a.personal_file_number, a.personal_file_exemption, a.medium, a.storage_location, a.user_scope,
      a.take_out, a.retention, a.disposal_due_on, a.has_backup, a.recovery_hours, a.outsourced_to,
      a.outsourcing_ends_on, a.outsourcing_checked_on, a.subcontracted, a.cloud_service, a.cloud_ismap,
      a.cloud_countries, a.cloud_standard_terms, a.cloud_approval, a.mfa_basis, a.sns_owner,
      a.visibility, a.last_confirmed_on, a.next_review_on, a.registered_on, a.remarks, s.name,
      drafter.name, approver.name, a.disposed_on, a.disposed_by, a.disposal_method, a.merged_into
    from (select * from (%3$s) x where %4$s) a
    left join classifications c on c.id = a.classification_id
    left join standard_assets s on s.id = a.standard_asset_id
    left join people drafter on drafter.id = a.submitted_by
    left join people approver on approver.id = a.registered_by
    order by a.%1$I %2$s, a.number %2$s $sql$, column_of, direction, source, conditions);
end $$;
revoke execute on function ledger_rows(jsonb, text, boolean, date) from public;
grant execute on function ledger_rows(jsonb, text, boolean, date) to daicho_read, daicho_write;
