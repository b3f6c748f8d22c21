-- Returning, closing with a completion report, and opening one department again.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The review's row and, alone, every department's lock: nobody answers or certifies meanwhile. */
create function lock_review_alone(wanted bigint) returns reviews
language plpgsql volatile security definer set search_path from current as $$
declare
  found_review reviews;
  key bigint;
begin
  for key in select review_lock(d.review_id, d.department_id) from review_departments d where d.review_id = wanted order by 1 loop
    perform pg_advisory_xact_lock(key);
  end loop;
  select * into found_review from reviews where id = wanted for update;
  return found_review;
end $$;

/* Returns a certified department with a reason. Answers {outcome: returned | notCertified | closed | notFound}. */
create function return_department(review bigint, department bigint, reason text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  returned_from constant reviews := (select r from reviews r where r.id = review);
begin
  if returned_from.id is null then return '{"outcome": "notFound"}'; end if;
  if not manages_review(returned_from.schools_only) then perform refuse_writing('returning needs review.manage'); end if;
  if coalesce(length(btrim(reason)), 0) = 0 then perform refuse_writing('a return has a reason'); end if;
  perform pg_advisory_xact_lock(review_lock(review, department));
  if (select state from reviews where id = review) <> 'open' then return '{"outcome": "closed"}'; end if;
  update review_certifications c set state = 'returned', ended_at = app_now(), end_reason = btrim(reason)
  where c.review_id = review and c.department_id = department and c.state = 'standing';
  if not found then return '{"outcome": "notCertified"}'; end if;
  update review_departments set state = 'returned', returned_reason = btrim(reason) where review_id = review and department_id = department;
  return '{"outcome": "returned"}';
end $$;

/* How many assets of a department in a review stood at each level then and stand there now. */
create function review_levels(review bigint) returns table (department_id bigint, levels jsonb)
language plpgsql stable security definer set search_path from current as $$
begin
  return query
    select x.department, jsonb_agg(jsonb_build_object('family', x.family, 'level', x.level, 'before', x.was, 'after', x.now) order by x.family, x.level)
    from (
      select l.department, l.family, l.level, sum(l.was)::bigint as was, sum(l.now)::bigint as now
      from review_answers r
      join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
      join assets a on a.number = r.asset_number
      cross join lateral (values
        (r.department_id, s.scheme_family, coalesce(s.confidentiality, s.importance, 'none'), 1, 0),
        (r.department_id, a.scheme_family, coalesce(a.confidentiality, a.importance, 'none'), 0, (a.state = 'active')::integer)
      ) l (department, family, level, was, now)
      where r.review_id = review group by 1, 2, 3) x
    group by 1;
end $$;

/* What a review came to, department by department: what its completion report keeps. */
create function review_result(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  due constant date := (select due_on from reviews where id = review);
begin
  return (
    with answered as materialized (
      select r.department_id, count(*) as rows, count(*) filter (where r.answer is null) as unanswered,
        count(*) filter (where r.answer = 'unchanged') as unchanged, count(*) filter (where r.answer = 'change') as change,
        count(*) filter (where r.answer = 'disposed') as disposed, count(*) filter (where r.answer = 'notOurs') as not_ours,
        count(*) filter (where r.answer is not null and not r.settled) as unsettled, count(*) filter (where r.in_bulk) as bulk,
        coalesce(jsonb_agg(r.asset_number::text order by r.asset_number) filter (where r.answer = 'disposed'), '[]') as disposed_numbers
      from review_answers r where r.review_id = review group by 1),
    changes as materialized (
      select c.department_id, jsonb_object_agg(c.kind, c.rows) as kinds from (
        select r.department_id, coalesce(i.kind, 'edit') as kind, count(*) as rows
        from review_answers r left join proposal_items i on i.proposal_id = r.proposal_id and i.asset_number = r.asset_number
        where r.review_id = review and r.answer in ('change', 'disposed', 'notOurs') group by 1, 2) c group by 1),
    additions as materialized (
      select p.department_id, jsonb_agg(i.asset_number::text order by i.asset_number) as numbers
      from proposals p join proposal_items i on i.proposal_id = p.id and i.kind = 'registration'
      where p.review_id = review and p.state in ('submitted', 'approved') group by 1)
    select coalesce(jsonb_agg(jsonb_build_object('id', d.department_id::text, 'name', o.name, 'bureauId', d.bureau_id::text, 'bureau', b.name,
      'isSchool', d.is_school, 'rows', coalesce(a.rows, 0), 'none', coalesce(a.unanswered, 0), 'unchanged', coalesce(a.unchanged, 0),
      'change', coalesce(a.change, 0), 'disposed', coalesce(a.disposed, 0), 'notOurs', coalesce(a.not_ours, 0),
      'unsettled', coalesce(a.unsettled, 0), 'bulk', coalesce(a.bulk, 0), 'state', d.state,
      'late', c.id is null and coalesce(a.rows, 0) > 0 or (c.certified_at at time zone 'Asia/Tokyo')::date > due,
      'disposedNumbers', coalesce(a.disposed_numbers, '[]'), 'addedNumbers', coalesce(n.numbers, '[]'), 'changes', coalesce(k.kinds, '{}'),
      'levels', coalesce(l.levels, '[]'), 'certificate', case when c.id is not null then jsonb_build_object('by', person_name(c.certified_by),
        'for', person_name(c.certified_for), 'at', c.certified_at, 'statement', c.statement, 'hash', encode(c.answers_hash, 'hex'), 'rows', c.rows) end,
      'signOff', case when s.id is not null then jsonb_build_object('by', person_name(s.signed_by), 'for', person_name(s.signed_for), 'at', s.signed_at) end)
      order by b.code, d.is_school, o.code), '[]')
    from review_departments d
    join departments o on o.id = d.department_id
    join departments b on b.id = d.bureau_id
    left join answered a on a.department_id = d.department_id
    left join changes k on k.department_id = d.department_id
    left join additions n on n.department_id = d.department_id
    left join review_levels(review) l on l.department_id = d.department_id
    left join review_certifications c on c.id = d.certification_id
    left join review_sign_offs s on s.review_id = review and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing'
    where d.review_id = review);
end $$;

/* 締め切る: writes the completion report and ends answering. Answers {outcome: closed | stale | notFound}. */
create function close_review(wanted bigint, seen_version integer) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  review reviews;
begin
  select * into review from reviews where id = wanted;
  if not found then return '{"outcome": "notFound"}'; end if;
  if not manages_review(review.schools_only) then perform refuse_writing('closing a review needs review.manage'); end if;
  review := lock_review_alone(wanted);
  if review.state <> 'open' or review.version <> seen_version then return '{"outcome": "stale"}'; end if;
  update reviews set state = 'closed', closed_at = app_now(), closed_by = viewer_id(), report = jsonb_build_object(
    'closedAt', app_now(), 'closedBy', person_name(viewer_id()), 'rows', rows_frozen, 'scopeHash', encode(scope_hash, 'hex'),
    'departments', review_result(wanted))
  where id = wanted;
  return '{"outcome": "closed"}';
end $$;

/* Opens one department of a closed review again; the report stays as it is. Answers {outcome: reopened | open | notFound}. */
create function reopen_department(review bigint, department bigint, reason text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  reopened_in constant reviews := (select r from reviews r where r.id = review);
begin
  if reopened_in.id is null or not exists (select from review_departments d where d.review_id = review and d.department_id = department) then
    return '{"outcome": "notFound"}';
  end if;
  if not manages_review(reopened_in.schools_only) then perform refuse_writing('reopening needs review.manage'); end if;
  if coalesce(length(btrim(reason)), 0) = 0 then perform refuse_writing('reopening has a reason'); end if;
  perform pg_advisory_xact_lock(review_lock(review, department));
  if (select state from reviews where id = review) <> 'closed'
     or (select state from review_departments where review_id = review and department_id = department) = 'reopened' then
    return '{"outcome": "open"}';
  end if;
  perform void_certifications(array[review], array[department], 'reopened');
  update review_departments set state = 'reopened', certification_id = null, reopened_at = app_now(), reopened_by = viewer_id(),
    reopen_reason = btrim(reason), returned_reason = null, waiting_since = app_now()
  where review_id = review and department_id = department;
  return '{"outcome": "reopened"}';
end $$;

revoke execute on function lock_review_alone(bigint), return_department(bigint, bigint, text), review_levels(bigint), review_result(bigint),
  close_review(bigint, integer), reopen_department(bigint, bigint, text) from public;
grant execute on function return_department(bigint, bigint, text), close_review(bigint, integer),
  reopen_department(bigint, bigint, text) to daicho_write;
