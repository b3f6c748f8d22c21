-- 「自分の課ではない」 without a known owner: the row stays with its asker until the secretariat names one.
select set_config('search_path', current_schema() || ', pg_temp', false);

create index review_answers_unrouted on review_answers (review_id, answered_at) where answer = 'notOurs' and not settled;

/* Who had an asset before, and who came after them: departments of today, the latest owner first. */
create function owners_before(asset bigint) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
begin
  return array(
    with recursive owners as (
      select v.department_id as id, max(v.recorded_from) as since, 0 as depth from assets_versions v
      where v.number = asset group by 1
      union
      select s.to_id, o.since, o.depth + 1 from owners o join department_successions s on s.from_id = o.id where o.depth < 20)
    select o.id from owners o join departments d on d.id = o.id
    where (d.valid_to is null or d.valid_to >= app_today()) and d.id <> (select a.department_id from assets a where a.number = asset)
    group by o.id order by max(o.since) desc, o.id limit 5);
end $$;

/* Suggestions for whoever may read the asset: [{id, code, name}]. */
create function earlier_departments(asset bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not asset_in_reach(asset) then return '[]'; end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', d.id::text, 'code', d.code, 'name', d.name) order by t.place), '[]')
    from unnest(owners_before(asset)) with ordinality t (id, place) join departments d on d.id = t.id);
end $$;

/*
 * 分からない: the row is answered "not ours" with nobody named; it stays with its department, unsettled. Answers {outcome:
 * saved | conflict | gone | closed | refused (a change of it waits, or it is no longer in the ledger)}.
 */
create function disown_row(review bigint, asset bigint, seen_version integer, told_note text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  writable constant bigint[] := review_answerers(review);
  opened constant bigint[] := reach('asset.readRestricted');
  place bigint;
  present review_answers;
begin
  if permission_in_use() <> 'review.answer' or writable = '{}' then perform refuse_writing('answering needs review.answer'); end if;
  select r.department_id into place from review_answers r where r.review_id = review and r.asset_number = asset;
  if place is null then return '{"outcome": "gone"}'; end if;
  perform lock_answering(array[review], array[place]);
  perform from assets a where a.number = asset for no key update;
  select * into present from review_answers r where r.review_id = review and r.asset_number = asset for no key update;
  if present.department_id <> place or place <> all (writable) or present.visibility <> 'internal' and place <> all (opened) then
    return '{"outcome": "gone"}';
  end if;
  if not review_is_answerable(review, place) then return '{"outcome": "closed"}'; end if;
  if present.version <> seen_version then return '{"outcome": "conflict"}'; end if;
  if exists (select from proposal_items i where i.asset_number = asset and i.state in ('open', 'approved'))
     or not exists (select from assets a where a.number = asset and a.state = 'active') or length(told_note) > 1000 then
    return '{"outcome": "refused"}';
  end if;
  update review_answers r set version = r.version + 1, answer = 'notOurs', settled = false, in_bulk = false, proposal_id = null,
    to_department_id = null, note = coalesce(nullif(btrim(told_note), ''), r.note), answered_by = viewer_id(), answered_at = app_now()
  where r.review_id = review and r.asset_number = asset;
  return '{"outcome": "saved"}';
end $$;

/* Is nobody about to accept this row: nobody was named, or who was named did not take it? */
create function row_is_unrouted(a review_answers) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return coalesce(a.answer = 'notOurs', false) and not a.settled and not exists (
    select from proposals p where p.id = a.proposal_id and p.state = 'submitted');
end $$;

/*
 * What the secretariat is to route: [{number, version, name (null: 関係者限り), departmentId, department, by, at, note,
 * suggestions, refusedBy, refusal}], the oldest first. Null: not for the viewer.
 */
create function review_unrouted(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  opened constant bigint[] := reach('asset.readRestricted');
begin
  if not manages_review(coalesce((select r.schools_only from reviews r where r.id = review), false)) then return null; end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('number', r.asset_number::text, 'version', r.version,
      'name', case when r.visibility = 'internal' or r.department_id = any (opened) then s.name end,
      'departmentId', r.department_id::text, 'department', d.name, 'by', person_name(r.answered_by), 'at', r.answered_at,
      'note', case when r.visibility = 'internal' or r.department_id = any (opened) then r.note end,
      'suggestions', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id::text, 'code', o.code, 'name', o.name) order by t.place), '[]')
        from unnest(owners_before(r.asset_number)) with ordinality t (id, place) join departments o on o.id = t.id),
      'refusedBy', n.name, 'refusal', coalesce(p.end_reason, (select x.reason from approval_steps x
        where x.proposal_id = p.id and x.state = 'returned' order by x.id desc limit 1))) order by r.answered_at, r.asset_number), '[]')
    from review_answers r
    join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
    join departments d on d.id = r.department_id
    left join proposals p on p.id = r.proposal_id
    left join departments n on n.id = r.to_department_id
    where r.review_id = review and r.answer = 'notOurs' and not r.settled and row_is_unrouted(r) and review_is_answerable(review, r.department_id));
end $$;

/*
 * Routes a row to the department that is named: a transfer in the name of whoever answered, which that department's head
 * accepts; or, to the department itself, back to be answered. Answers {outcome: routed | givenBack | conflict | gone |
 * closed | otherScheme | closedDepartment | ended | waiting, id?, answeredBy?}.
 */
create function route_row(review bigint, asset bigint, seen_version integer, target bigint, title text, reason text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  routed_in constant reviews := (select r from reviews r where r.id = review);
  place bigint;
  present review_answers;
  bundle jsonb;
  built proposal_items[];
  problem text;
  new_id bigint;
begin
  if not manages_review(coalesce(routed_in.schools_only, false)) then perform refuse_writing('routing needs review.manage'); end if;
  select r.department_id into place from review_answers r where r.review_id = review and r.asset_number = asset;
  if place is null then return '{"outcome": "gone"}'; end if;
  perform lock_answering(array[review, review], array[place, target]);
  perform from assets a where a.number = asset for no key update;
  select * into present from review_answers r where r.review_id = review and r.asset_number = asset for no key update;
  if present.department_id <> place or not row_is_unrouted(present) then return '{"outcome": "gone"}'; end if;
  if present.version <> seen_version then return '{"outcome": "conflict"}'; end if;
  if not review_is_answerable(review, place) then return '{"outcome": "closed"}'; end if;
  if target = place then
    update review_answers r set version = r.version + 1, answer = null, proposal_id = null, to_department_id = null,
      note = coalesce(nullif(btrim(reason), ''), r.note), answered_by = null, answered_at = null
    where r.review_id = review and r.asset_number = asset;
    return '{"outcome": "givenBack"}';
  end if;
  if (select d.category_code = 'school' from departments d where d.id = target) is distinct from
     (select d.category_code = 'school' from departments d where d.id = place) then
    return '{"outcome": "otherScheme"}';
  end if;
  bundle := jsonb_build_object('departmentId', place, 'toDepartmentId', target, 'items', jsonb_build_array(jsonb_build_object('number', asset,
    'version', (select a.version from assets a where a.number = asset), 'kind', 'transfer', 'after', jsonb_build_object('department_id', target))));
  select array_agg(x.item), max(x.problem) into built, problem from built_items(bundle, 'asset.transfer', array[place], array[place], array[place]) x;
  if problem is not null then
    return jsonb_build_object('outcome', case problem when 'closedDepartment' then 'closedDepartment' when 'alreadyProposed' then 'waiting' else 'ended' end);
  end if;
  perform set_config('app.review_of_submission', review::text, true);
  insert into proposals (submission_id, department_id, to_department_id, origin, title, items, submitted_by, submit_reason, items_hash)
  values (nextval('proposal_submissions'), place, target, 'review', route_row.title, 1, present.answered_by, nullif(btrim(reason), ''), items_hash(built))
  returning id into new_id;
  perform set_config('app.review_of_submission', '', true);
  insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, judgement, loosens, state)
  select new_id, i.place, i.asset_number, i.kind, i.base_version, i.before, i.after, i.judgement, i.loosens, 'open' from unnest(built) i;
  perform begin_chain(new_id);
  update review_answers r set version = r.version + 1, proposal_id = new_id, to_department_id = target
  where r.review_id = review and r.asset_number = asset;
  return jsonb_build_object('outcome', 'routed', 'id', new_id::text, 'answeredBy', present.answered_by::text);
end $$;

/* As before, and for whoever routes: route, one entry a review with rows that nobody is about to accept. */
alter function review_entries(bigint) rename to department_entries;
create function review_entries(person bigint)
returns table (kind text, since timestamptz, review bigint, department bigint, bureau bigint, school boolean, principal bigint)
language plpgsql stable security definer rows 10 set search_path from current as $$
declare
  roles constant text[] := array(select g.role from grants g where g.person_id = person and g.role in ('secretariat', 'educationOfficer')
    and grant_in_force(g, app_today()));
begin
  return query select e.* from department_entries(person) e;
  if roles = '{}' then return; end if;
  return query
    select 'route', min(a.answered_at), a.review_id, null::bigint, null::bigint, false, null::bigint
    from review_answers a join reviews r on r.id = a.review_id
    where a.answer = 'notOurs' and not a.settled and row_is_unrouted(a) and review_is_answerable(a.review_id, a.department_id)
      and ('secretariat' = any (roles) or r.schools_only)
    group by a.review_id;
end $$;

/*
 * What waits for the viewer in reviews, the oldest first: [{kind, since, reviewId, title, dueOn, departmentId, department,
 * bureauId, bureau, isSchool, onBehalfOf, rows, none, unsettled, bulk, free, departments, returnedReason}]. Of kind route
 * bureau is null, rows how many wait for a department to be named.
 */
create or replace function review_inbox() returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'since', e.since, 'reviewId', e.review::text, 'title', r.title, 'dueOn', r.due_on,
      'departmentId', e.department::text, 'department', o.name, 'bureauId', e.bureau::text, 'bureau', b.name, 'isSchool', e.school,
      'onBehalfOf', person_name(e.principal), 'rows', case e.kind when 'route' then (select count(*) from review_answers a
        where a.review_id = e.review and a.answer = 'notOurs' and not a.settled and row_is_unrouted(a)) else n.rows end, 'none', n.unanswered, 'unsettled', n.unsettled, 'bulk', n.bulk,
      'free', case when e.kind in ('sheet', 'returnedSheet') then cardinality(review_free_rows(e.review, e.department)) end,
      'departments', case e.kind when 'signOff' then (select count(*) from review_departments d
        where d.review_id = e.review and d.bureau_id = e.bureau and d.is_school = e.school and d.state = 'certified') end,
      'returnedReason', d.returned_reason) order by e.since, e.review, e.department), '[]')
    from review_entries(permitted_viewer_id()) e
    join reviews r on r.id = e.review
    left join departments b on b.id = e.bureau
    left join departments o on o.id = e.department
    left join review_departments d on d.review_id = e.review and d.department_id = e.department
    left join lateral (select s.* from review_sums(e.review, array[e.department]) s where e.department is not null) n on true);
end $$;

revoke execute on function owners_before(bigint), earlier_departments(bigint), disown_row(bigint, bigint, integer, text), row_is_unrouted(review_answers),
  review_unrouted(bigint), route_row(bigint, bigint, integer, bigint, text, text), department_entries(bigint), review_entries(bigint) from public;
grant execute on function earlier_departments(bigint), review_unrouted(bigint) to daicho_read, daicho_write;
grant execute on function disown_row(bigint, bigint, integer, text), route_row(bigint, bigint, integer, bigint, text, text) to daicho_write;
