-- Whatever became other than it was shown is shown again before it is written: also rows of the standard ledger, what would
-- change in a row and not only in its asset, a department that has closed, and a scheme that has come into force since.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* What the words of a file for a scheme mean today; a file that was read with others has to be read again. */
create function schemes_of_files() returns bigint[]
language sql stable set search_path from current as $$
  select array[scheme_of_file('current'), scheme_of_file('earlier'), scheme_of_file('education')]
$$;
alter table imports add column schemes bigint[];
comment on column imports.schemes is 'What the words for a scheme meant when the file was read (schemes_of_files); null: before that was kept.';

/* As before (000040); `again`: what became other than it was shown is marked as moved. */
drop function match_standard_rows(bigint);
create function match_standard_rows(import bigint, again boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  edits constant boolean := holds('standardLedger.edit');
  education_id constant bigint := scheme_of_file('education');
begin
  with asked as (
    select r.place, r.skip_reason, s.id, s.version, r.read_problems || case
        when r.read_problems <> '[]' then '[]'
        when not edits then row_note(r.name_cell, r.read ->> 'name', 'standardNotYours')
        when s.id is null and r.levels ->> 'importance' is null then row_note(r.name_cell, r.read ->> 'name', 'importanceMissing')
        else '[]' end as problems,
      min(r.place) over (partition by fold_name(r.read ->> 'name'), r.read_problems = '[]' and r.skip_reason is null) as first,
      case when s.id is null then '{}' else (
        select coalesce(jsonb_object_agg(w.key, jsonb_build_array(to_jsonb(s) -> w.key, w.value)), '{}')
        from jsonb_each(r.read || r.levels) w
        where w.key in ('importance', 'zone_code', 'storage_location', 'user_scope', 'take_out', 'retention', 'medium')
          and value_says(w.value) is distinct from value_says(to_jsonb(s) -> w.key)) end as changes
    from import_rows r left join standard_assets s on fold_name(s.name) = fold_name(r.read ->> 'name') and s.scheme_id = education_id
    where r.import_id = import and r.target = 'standard'),
  settled as (
    select a.*, case when a.skip_reason is not null then 'skipped' when a.problems <> '[]' then 'refused'
      when a.first <> a.place then 'double' when a.id is null then 'new' when a.changes = '{}' then 'unchanged' else 'changed' end as kind
    from asked a)
  update import_rows r set kind = s.kind, problems = s.problems, asset_number = s.id, asset_version = s.version, changes = s.changes, proposes = '{}',
    double_of = case when s.kind = 'double' then s.first end,
    moved = case when again then (r.kind, r.asset_number, r.asset_version, r.changes) is distinct from (s.kind, s.id, s.version, s.changes) else r.moved end
  from settled s where r.import_id = import and r.place = s.place;
end $$;
revoke execute on function match_standard_rows(bigint, boolean), schemes_of_files() from public;

/*
 * As before (000040); a department that has closed takes no row without a number, and what would change in a row, not only
 * its asset, makes it moved. Matches all rows of an import anew with the ledger in the viewer's reach, and counts. `again`: what became other than it
 * was shown is marked as moved. 資産番号 decides; else department, name and medium; of two rows for one asset the first
 * stands if both say the same, else both wait for a person.
 */
create or replace function match_import_rows(import bigint, again boolean default false) returns void
language plpgsql volatile security definer set search_path from current set enable_nestloop to off as $$
declare
  -- Taken before anything is read (20261125000140).
  seen constant pg_snapshot := pg_current_snapshot();
  clears constant boolean := (select i.blanks = 'clear' from imports i where i.id = import);
  reached constant bigint[] := reach('asset.import');
  opened constant bigint[] := reach('asset.readRestricted');
  closed constant bigint[] := array(select d.id from departments d where d.valid_to < app_today());
  keeps constant text[] := array['name', 'kind_code', 'city_wide', 'visibility', 'registered_on', 'zone_not_applicable'];
  axes constant text[] := array['confidentiality', 'integrity', 'availability', 'importance'];
  current_id constant bigint := scheme_of_file('current');
  earlier_id constant bigint := scheme_of_file('earlier');
  education_id constant bigint := scheme_of_file('education');
  not_in_file bigint;
begin
  if again and import_rows_stand(import) then return; end if;
  with asked as materialized (
    select r.place, r.department_id, r.number, r.name_cell, r.levels, r.audience, r.read, r.read_problems,
      case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end as scheme_id, r.scheme,
      case when clears then r.blanks else '{}' end as blanks, r.defaults || r.read as whole, r.skip_reason,
      r.read ->> 'name' as name, fold_name(r.read ->> 'name') as folded, fold_name(r.read ->> 'medium') as medium,
      case when r.read_problems <> '[]' then null
        when r.department_id is null and r.number is null then 'departmentMissing'
        when r.department_id <> all (reached) then 'notYours'
        when r.number is null and r.department_id = any (closed) then 'closedDepartment'
        when (r.defaults || r.read) ->> 'visibility' = 'restricted' and r.department_id <> all (opened) then 'restrictedNotYours'
        when r.scheme = 'earlier' and earlier_id is null then 'levelOfEarlier' end as early
    from import_rows r where r.import_id = import and r.target = 'asset'),
  open_rows as materialized (select * from asked q where q.read_problems = '[]' and q.early is null),
  ledger as materialized (
    select a.number, a.department_id, a.name, a.state in ('draft', 'active') as lives, fold_name(a.name) as folded, fold_name(a.medium) as medium
    from assets a
    where a.department_id = any (reached) and (a.visibility = 'internal' or a.department_id = any (opened))
      and (a.department_id = any (array(select distinct q.department_id from asked q))
        or a.number in (select q.number from asked q where q.number is not null))),
  named as (
    select q.place, count(*) filter (where l.lives) as living,
      array_agg(l.number order by l.number) filter (where l.lives and l.medium = q.medium) as exact,
      array_agg(l.number order by l.number) filter (where l.lives and (q.medium = '' or l.medium = '')) as loose
    from open_rows q join ledger l on l.department_id = q.department_id and l.folded = q.folded
    where q.number is null group by q.place),
  found as materialized (
    select q.place, case
        when q.number is not null then n.number
        when cardinality(m.exact) = 1 then m.exact[1]
        when m.exact is null and cardinality(m.loose) = 1 and m.living = 1 then m.loose[1] end as asset,
      case
        when q.number is not null and n.number is null then 'numberUnknown'
        when q.number is not null and n.department_id <> q.department_id and n.folded <> q.folded then 'numberOfAnother'
        when q.number is not null and n.department_id <> q.department_id then 'departmentMoves'
        when cardinality(m.exact) > 1 or m.exact is null and cardinality(m.loose) > 1 then 'severalMatch' end as problem,
      case
        when q.number is not null and n.number is null then array[q.number::text]
        when q.number is not null and n.department_id <> q.department_id and n.folded <> q.folded then array[q.number::text, n.name]
        when q.number is null then coalesce(m.exact, m.loose)::text[] end as args,
      case when q.number is null and m.exact is null and cardinality(m.loose) = 1 and m.living = 1 then 'matchedWithoutMedium'
        when q.number is null and m.living = 0 then 'sameNameEnded' end as notice
    from open_rows q left join ledger n on n.number = q.number left join named m on m.place = q.place),
  compared as materialized (
    select f.place, a.number, a.version, a.state, a.department_id, to_jsonb(a) as facts,
      a.scheme_id = q.scheme_id or a.classification_id is null as same_scheme,
      (select coalesce(jsonb_object_agg(w.key, jsonb_build_array(to_jsonb(a) -> w.key, w.value)), '{}')
        from jsonb_each(q.read || coalesce((select jsonb_object_agg(b, null) from unnest(q.blanks) b where b <> all (keeps)), '{}')
          || case when a.scheme_id = q.scheme_id or a.classification_id is null then q.levels else '{}' end) w
        where value_says(w.value) is distinct from value_says(to_jsonb(a) -> w.key)) as changes
    from found f join open_rows q on q.place = f.place join assets a on a.number = f.asset
    where f.problem is null),
  weighed as materialized (
    select c.*, p.columns, case
        when c.changes = '{}' then null
        when c.state not in ('draft', 'active') then 'assetEnded'
        when c.changes ?| axes and (select s.status from classification_schemes s where s.id = q.scheme_id) = 'retired' and c.state = 'active' then 'judgeAnew'
        when (c.state = 'draft' or p.columns <> '{}') and exists (
          select from proposal_items i where i.asset_number = c.number and i.state in ('open', 'approved')) then 'alreadyProposed'
        when not asset_would_hold(would.whole) then
          case when would.whole ->> 'my_number_use' is not null then 'myNumberUseOnlySpecific' else 'subjectsWithoutPersonal' end
      end as problem, case
        when c.state = 'draft' and c.changes <> '{}' and row_is_complete(q.scheme, c.facts || q.levels, coalesce(q.audience, c.facts ->> 'audience'))
        then array['state'] else p.columns end as proposes
    from compared c join asked q on q.place = c.place
    cross join lateral (select proposed_columns(c.facts, c.changes) as columns) p
    cross join lateral (select case when c.changes = '{}' then c.facts else c.facts || (
      select jsonb_object_agg(x.key, x.value -> 1) from jsonb_each(c.changes) x) end as whole) would),
  told as materialized (
    select q.place, q.skip_reason, coalesce(w.number, case when f.problem is null then f.asset end) as asset, w.version, w.changes, w.proposes, q.whole, q.levels,
      q.audience, q.scheme, coalesce(q.department_id, w.department_id) as department_id, q.folded, q.medium,
      q.read_problems || case when coalesce(q.early, f.problem, w.problem) is null then '[]' else row_note(q.name_cell, q.name, coalesce(q.early, f.problem, w.problem), case
        when q.early = 'closedDepartment' then array[(select d.name from departments d where d.id = q.department_id)]
        when f.problem is not null then f.args when w.problem in ('assetEnded', 'alreadyProposed') then array[w.number::text] else '{}' end) end as problems,
      r.read_notices || case when f.notice is null then '[]' else row_note(q.name_cell, q.name, f.notice) end
        || case when q.scheme = 'earlier' and w.number is not null and not w.same_scheme then row_note(q.name_cell, q.name, 'alreadyNew') else '[]' end
        || case when f.place is not null and f.asset is null and f.problem is null and q.levels = '{}'
          then row_note(q.name_cell, q.name, 'levelsMissing') else '[]' end
        || case when f.place is not null and f.asset is null and f.problem is null and q.whole ->> 'zone_code' is null
            and q.whole ->> 'zone_not_applicable' is distinct from 'true'
          then row_note(q.name_cell, q.name, 'zoneNotEntered') else '[]' end as notices
    from asked q join import_rows r on r.import_id = import and r.place = q.place
    left join found f on f.place = q.place left join weighed w on w.place = q.place),
  doubled as (
    select t.place, min(t.place) over same as first,
      min(t.said) over same <> max(t.said) over same as differs
    from (select place, coalesce(asset::text, concat_ws('|', 'new', department_id, folded, medium)) as key,
        md5(jsonb_strip_nulls(whole)::text || levels::text) as said
      from told where problems = '[]' and skip_reason is null) t
    window same as (partition by t.key)),
  settled as (
    select t.*, case when d.first <> t.place then d.first end as double_of, case
        when t.skip_reason is not null then 'skipped'
        when t.problems <> '[]' then 'refused'
        when d.first <> t.place or d.differs then 'double'
        when t.asset is null then 'new'
        when t.changes = '{}' then 'unchanged' else 'changed' end as kind
    from told t left join doubled d on d.place = t.place)
  update import_rows r set kind = s.kind, problems = s.problems, notices = s.notices, department_id = s.department_id,
    asset_number = s.asset, asset_version = s.version, double_of = s.double_of, changes = coalesce(s.changes, '{}'),
    proposes = case when s.kind = 'changed' then s.proposes
      when s.kind = 'new' and row_is_complete(s.scheme, s.levels, s.audience) then array['state'] else '{}' end,
    moved = case when again then (r.kind, r.asset_number, r.asset_version, r.changes, r.proposes)
      is distinct from (s.kind, s.asset, s.version, coalesce(s.changes, '{}'), case when s.kind = 'changed' then s.proposes
        when s.kind = 'new' and row_is_complete(s.scheme, s.levels, s.audience) then array['state'] else '{}' end) else r.moved end
  from settled s
  where r.import_id = import and r.place = s.place
    and (r.moved and again or (r.kind, r.problems, r.notices, r.department_id, r.asset_number, r.asset_version, r.double_of, r.changes, r.proposes)
      is distinct from (s.kind, s.problems, s.notices, s.department_id, s.asset, s.version, s.double_of, coalesce(s.changes, '{}'),
        case when s.kind = 'changed' then s.proposes
          when s.kind = 'new' and row_is_complete(s.scheme, s.levels, s.audience) then array['state'] else '{}' end));

  perform match_standard_rows(import, again);
  select count(*) into not_in_file from assets a
  where a.state in ('draft', 'active') and a.department_id = any (reached) and (a.visibility = 'internal' or a.department_id = any (opened))
    and a.department_id = any (array(select distinct r.department_id from import_rows r where r.import_id = import and r.target = 'asset'))
    and not exists (select from import_rows r where r.import_id = import and r.target = 'asset' and r.asset_number = a.number);
  perform count_import_rows(import, not_in_file);
  perform import_rows_matched(import, seen);
end $$;
