-- An import writes its rows, and submits them, in a few statements however many they are
-- (docs/adr/0042-fifty-thousand-rows.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- Imports are never removed, and only the door of this very import writes here.
alter table import_written drop constraint import_written_import_id_fkey;
-- Said already by the keys to the levels: one of the four is given, and a level belongs to a scheme.
alter table classifications drop constraint classifications_scheme_id_fkey;

/* As before (20261124000065); columns are taken one by one, and who adds is said here instead of by a trigger a row. */
create or replace function write_new_rows(mine imports, low integer, high integer) returns void
language plpgsql volatile set search_path from current set enable_nestloop to off as $$
declare
  judgements constant regclass := pg_get_serial_sequence('classifications', 'id');
  current_id constant bigint := scheme_of_file('current');
  earlier_id constant bigint := scheme_of_file('earlier');
  education_id constant bigint := scheme_of_file('education');
  today constant date := app_today();
  moment constant timestamptz := app_now();
  whence constant text := '取り込み：' || mine.file_name || ' ';
begin
  insert into import_written (import_id, place, asset_number, classification_id)
  select mine.id, r.place, nextval('asset_numbers'), case when r.levels <> '{}' then nextval(judgements) end from import_rows r
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset' order by r.place;
  insert into assets (number, state, department_id, classification_id, scheme_id, scheme_family, confidentiality, integrity, availability,
    importance, audience, level_rank, name, name_kana, kind_code, task, description, system_manager, city_wide, zone_code,
    zone_not_applicable, handling_notes, personal_data, my_number_use, data_subjects, personal_file_number, personal_file_exemption,
    medium, storage_location, user_scope, take_out, retention, disposal_due_on, has_backup, recovery_hours, outsourced_to,
    outsourcing_ends_on, outsourcing_checked_on, subcontracted, cloud_service, cloud_ismap, cloud_countries, cloud_standard_terms,
    cloud_approval, mfa_basis, sns_owner, visibility, next_review_on, registered_on, remarks, standard_asset_id, submitted_by, updated_by, updated_at)
  select w.asset_number, 'draft', r.department_id, w.classification_id, s.id, s.family,
    r.levels ->> 'confidentiality', r.levels ->> 'integrity', r.levels ->> 'availability', r.levels ->> 'importance',
    case when r.levels <> '{}' then r.audience end, coalesce(l.rank, 0), c ->> 'name', c ->> 'name_kana', c ->> 'kind_code', c ->> 'task', c ->> 'description', c ->> 'system_manager',
    coalesce((c ->> 'city_wide')::boolean, false), c ->> 'zone_code', coalesce((c ->> 'zone_not_applicable')::boolean, false), c ->> 'handling_notes', c ->> 'personal_data', c ->> 'my_number_use',
    (c ->> 'data_subjects')::bigint, c ->> 'personal_file_number', c ->> 'personal_file_exemption', c ->> 'medium', c ->> 'storage_location', c ->> 'user_scope', c ->> 'take_out',
    c ->> 'retention', (c ->> 'disposal_due_on')::date, (c ->> 'has_backup')::boolean, (c ->> 'recovery_hours')::integer, c ->> 'outsourced_to', (c ->> 'outsourcing_ends_on')::date, (c ->> 'outsourcing_checked_on')::date,
    (c ->> 'subcontracted')::boolean, c ->> 'cloud_service', (c ->> 'cloud_ismap')::boolean, c ->> 'cloud_countries', (c ->> 'cloud_standard_terms')::boolean, c ->> 'cloud_approval', c ->> 'mfa_basis',
    c ->> 'sns_owner', coalesce(c ->> 'visibility', 'internal'), (c ->> 'next_review_on')::date, (c ->> 'registered_on')::date, c ->> 'remarks', t.id, mine.created_by, mine.created_by, moment
  from import_rows r join import_written w on w.import_id = mine.id and w.place between low and high and w.place = r.place
  cross join lateral (select r.defaults || r.read as c offset 0) x
  join classification_schemes s on s.id = case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end
  left join levels l on l.scheme_id = s.id
    and l.axis = case s.family when 'municipal' then 'confidentiality' else 'importance' end
    and l.code = case s.family when 'municipal' then r.levels ->> 'confidentiality' else r.levels ->> 'importance' end
  left join standard_assets t on r.scheme = 'education' and t.name = x.c ->> 'name'
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset'
  order by r.place;
  insert into classifications (id, asset_number, scheme_id, confidentiality, integrity, availability, importance, audience, classified_on,
    evaluator_id, occasion, reason)
  overriding system value
  select w.classification_id, w.asset_number, case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end,
    r.levels ->> 'confidentiality', r.levels ->> 'integrity', r.levels ->> 'availability', r.levels ->> 'importance', r.audience, today,
    mine.created_by, 'import', left(coalesce(nullif(btrim(r.reason), ''), whence || r.sheet_name || '!' || r.line || ' の記載による'), 1000)
  from import_rows r join import_written w on w.import_id = mine.id and w.place between low and high and w.place = r.place
  where r.import_id = mine.id and r.place between low and high and r.kind = 'new' and r.target = 'asset' and w.classification_id is not null
  order by r.place;
end $$;
/* Who could decide a duty over a department today without having had a hand in what this person submits. */
create function deciders_but(duty text, department bigint, submitter bigint)
returns table (person_id bigint, grant_id bigint, on_behalf_of bigint, rank integer, absent boolean)
language plpgsql stable security definer set search_path from current as $$
begin
  return query
    select x.* from deciders(duty, department) x
    where x.person_id <> submitter and x.on_behalf_of is distinct from submitter
      and submitter <> all (standing_in_for(x.person_id));
end $$;
/* As before (20261123002020). */
create or replace function eligible_deciders(step bigint)
returns table (person_id bigint, grant_id bigint, on_behalf_of bigint, rank integer, absent boolean)
language plpgsql stable security definer set search_path from current as $$
declare
  of_step constant approval_steps := (select s from approval_steps s where s.id = step);
  submitter constant bigint := (select p.submitted_by from proposals p where p.id = of_step.proposal_id);
begin
  return query
    select x.* from deciders_but(of_step.duty, of_step.department_id, submitter) x
    where not decided_before(step, x.person_id, x.on_behalf_of);
end $$;

/*
 * The chains of bundles that were submitted just now, all at once: duties of each, joined by commas. As begin_chain, whose
 * first step is opened afterwards, here in one statement; nobody has decided anything yet.
 */
create function begin_chains(ids bigint[], chains text[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  today constant date := app_today();
  due constant date := add_business_days(today, escalation_days());
begin
  insert into approval_steps (proposal_id, place, duty, department_id, state, waiting_since, open_to, escalates_on)
  with steps as materialized (
    select p.id, p.submitted_by, c.place, c.duty, case c.duty when 'accepting' then p.to_department_id else p.department_id end as department_id
    from unnest(ids, chains) b (id, chain) join proposals p on p.id = b.id
    cross join lateral unnest(string_to_array(b.chain, ',')) with ordinality c (duty, place)),
  opened as materialized (
    select w.*, coalesce((select min(x.rank) from deciders_but(w.duty, w.department_id, w.submitted_by) x where not x.absent), 99) as rank
    from (select distinct s.duty, s.department_id, s.submitted_by from steps s where s.place = 1) w)
  select s.id, s.place, s.duty, s.department_id, case s.place when 1 then 'waiting' else 'future' end,
    case s.place when 1 then app_now() end, case s.place when 1 then o.rank else 1 end, case s.place when 1 then due end
  from steps s left join opened o on s.place = 1 and (o.duty, o.department_id, o.submitted_by) = (s.duty, s.department_id, s.submitted_by)
  order by s.id, s.place;
end $$;

/* As before (20261124000065), in one statement for all bundles. */
create or replace function submit_new_rows(mine imports) returns void
language plpgsql volatile set search_path from current set enable_nestloop to off set work_mem to '32MB' as $$
declare
  current_id constant bigint := scheme_of_file('current');
  earlier_id constant bigint := scheme_of_file('earlier');
  education_id constant bigint := scheme_of_file('education');
  after constant jsonb := '{"state": "active"}';
  submission constant bigint := nextval('proposal_submissions');
  proposal_ids constant regclass := pg_get_serial_sequence('proposals', 'id');
  ids bigint[];
  chains text[];
begin
  with waiting as materialized (
    select r.place, w.asset_number, r.department_id, jsonb_build_object('state', 'draft', 'version', 1, 'department_id', r.department_id,
      'classification_id', w.classification_id, 'scheme_id', case r.scheme when 'current' then current_id when 'earlier' then earlier_id else education_id end,
      'confidentiality', r.levels -> 'confidentiality', 'integrity', r.levels -> 'integrity', 'availability', r.levels -> 'availability',
      'importance', r.levels -> 'importance', 'audience', r.audience) as before
    from import_rows r join import_written w on w.import_id = mine.id and w.place = r.place
    where r.import_id = mine.id and r.kind = 'new' and r.target = 'asset' and r.proposes <> '{}'),
  judged as materialized (select w.*, w.before - 'classification_id' as levels from waiting w),
  asked as materialized (
    select d.*, array_to_string(required_duties('registration', d.levels, after, null, d.department_id), ',') as chain
    from (select distinct department_id, levels from judged) d),
  placed as materialized (
    select j.*, a.chain, (row_number() over bundle)::integer as at, dense_rank() over (order by j.department_id, a.chain) as bundle
    from judged j join asked a on a.department_id = j.department_id and a.levels = j.levels
    window bundle as (partition by j.department_id, a.chain order by j.place)),
  numbered as materialized (
    select b.*, nextval(proposal_ids) as id from (
      select p.bundle, p.department_id, p.chain, count(*) as items, items_hash(array_agg(
        row(null::bigint, p.at, p.asset_number, 'registration', 1, p.before, after, null, '{}', 'open')::proposal_items)) as hash
      from placed p group by p.bundle, p.department_id, p.chain order by p.bundle) b),
  submitted as (
    insert into proposals (id, submission_id, department_id, origin, title, items, submitted_by, items_hash)
    overriding system value
    select n.id, submission, n.department_id, 'import', left('取り込み：' || mine.file_name, 300), n.items, mine.created_by, n.hash
    from numbered n order by n.id),
  listed as (
    insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, judgement, loosens, state)
    select n.id, p.at, p.asset_number, 'registration', 1, p.before, after, null, '{}', 'open'
    from placed p join numbered n on n.bundle = p.bundle)
  select array_agg(n.id order by n.id), array_agg(n.chain order by n.id) into ids, chains from numbered n;
  if ids is not null then perform begin_chains(ids, chains); end if;
end $$;

alter function finish_commit(bigint) set work_mem to '32MB';
revoke execute on function deciders_but(text, bigint, bigint), begin_chains(bigint[], text[]) from public;
