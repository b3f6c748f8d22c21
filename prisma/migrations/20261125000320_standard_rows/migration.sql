-- A workbook of schools has the standard ledger as its first sheet: as long as it says what stands there, anybody may bring it.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Rows of the standard ledger, which is one of the whole city: by name. Only who may edit it changes it; what stands
 * there already is nobody's fault. (From 000210.) */
create or replace function match_standard_rows(import bigint, again boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  edits constant boolean := holds('standardLedger.edit');
  education_id constant bigint := scheme_of_file('education');
begin
  with met as (
    select r.*, s.id as standard, s.version as standard_version, case when s.id is null then '{}' else (
        select coalesce(jsonb_object_agg(w.key, jsonb_build_array(to_jsonb(s) -> w.key, w.value)), '{}')
        from jsonb_each(r.read || r.levels) w
        where w.key in ('importance', 'zone_code', 'storage_location', 'user_scope', 'take_out', 'retention', 'medium')
          and value_says(w.value) is distinct from value_says(to_jsonb(s) -> w.key)) end as differing
    from import_rows r left join standard_assets s on fold_name(s.name) = fold_name(r.read ->> 'name') and s.scheme_id = education_id
    where r.import_id = import and r.target = 'standard'),
  asked as (
    select r.place, r.skip_reason, r.standard as id, r.standard_version as version, r.differing as changes, r.read_problems || case
        when r.read_problems <> '[]' then '[]'
        when not edits and (r.standard is null or r.differing <> '{}') then row_note(r.name_cell, r.read ->> 'name', 'standardNotYours')
        when r.standard is null and r.levels ->> 'importance' is null then row_note(r.name_cell, r.read ->> 'name', 'importanceMissing')
        else '[]' end as problems,
      min(r.place) over (partition by fold_name(r.read ->> 'name'), r.read_problems = '[]' and r.skip_reason is null) as first
    from met r),
  settled as (
    select a.*, case when a.skip_reason is not null then 'skipped' when a.problems <> '[]' then 'refused'
      when a.first <> a.place then 'double' when a.id is null then 'new' when a.changes = '{}' then 'unchanged' else 'changed' end as kind
    from asked a)
  update import_rows r set kind = s.kind, problems = s.problems, asset_number = s.id, asset_version = s.version, changes = s.changes, proposes = '{}',
    double_of = case when s.kind = 'double' then s.first end,
    moved = case when again then (r.kind, r.asset_number, r.asset_version, r.changes) is distinct from (s.kind, s.id, s.version, s.changes) else r.moved end
  from settled s where r.import_id = import and r.place = s.place;
end $$;
