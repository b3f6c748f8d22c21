-- What waits for a person in reviews: sheets to answer, departments to certify, bureaus to sign off.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Is the holder of a post that ranks before `role` there today? Posts over the department itself or above it. */
create function post_before_is_filled(role text, department bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
  before constant text[] := case role
    when 'bureauOfficer' then array['assetManager'] when 'educationOfficer' then array['assetManager']
    when 'chiefOfficer' then array['assetManager', 'bureauOfficer'] when 'educationChief' then array['assetManager', 'educationOfficer'] else '{}' end;
begin
  return exists (
    select from departments d
    join grants g on g.role = any (before) and grant_in_force(g, today)
      and (g.scope_kind = 'schools' and d.category_code = 'school' or g.scope_kind = 'executiveBody' and g.executive_body_code = d.executive_body_code
        or g.scope_kind = 'department' and exists (select from department_lines l where l.ancestor_id = g.department_id and l.department_id = d.id))
    join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > today)
    where d.id = department and not exists (
      select from deputies a where a.grant_id = g.id and a.deputy_id is null and today between a.valid_from and a.until
        and (a.ended_on is null or a.ended_on > today)));
end $$;

/*
 * sheet: rows to answer, for the clerks of a department (its heads, where they answer or no clerk is there); returnedSheet:
 * the same, sent back; certify: everything is answered, for the head or whoever comes next; signOff: for a bureau's officer.
 */
create function review_entries(person bigint)
returns table (kind text, since timestamptz, review bigint, department bigint, bureau bigint, school boolean, principal bigint)
language plpgsql stable security definer rows 10 set search_path from current as $$
declare
  today constant date := app_today();
begin
  if not exists (select from reviews r where r.state = 'open') and not exists (select from review_departments d where d.state = 'reopened') then return; end if;
  return query
    with posts as materialized (
      select g.role, g.scope_kind, g.department_id, g.executive_body_code, null::bigint as holder from grants g
      where g.person_id = person and grant_in_force(g, today)
        and g.role in ('assetClerk', 'assetManager', 'bureauOfficer', 'chiefOfficer', 'educationOfficer', 'educationChief')
      union all
      select g.role, g.scope_kind, g.department_id, g.executive_body_code, s.principal_id
      from deputies_in_force() s join grants g on g.id = s.grant_id
      where s.deputy_id = person and g.role <> 'ciso'),
    mine as materialized (
      select d.review_id, d.department_id, d.bureau_id, d.is_school, d.state, d.waiting_since, r.answerers, r.state as review_state, o.role, o.holder
      from posts o
      join departments p on o.scope_kind = 'everything' or o.scope_kind = 'schools' and p.category_code = 'school'
        or o.scope_kind = 'executiveBody' and o.executive_body_code = p.executive_body_code
        or o.scope_kind = 'department' and exists (select from department_lines l where l.ancestor_id = o.department_id and l.department_id = p.id)
      join review_departments d on d.department_id = p.id
      join reviews r on r.id = d.review_id and (r.state = 'open' or r.state = 'closed' and d.state = 'reopened')),
    sums as materialized (
      select n.review_id, n.department_id, sum(n.rows) as rows,
        coalesce(sum(n.rows) filter (where n.answer is null or not n.settled), 0) as open,
        coalesce(sum(n.rows) filter (where n.answer is null or not n.settled and n.answer <> 'notOurs'), 0) as to_answer
      from review_counts n
      where (n.review_id, n.department_id) in (select m.review_id, m.department_id from mine m) group by 1, 2 having sum(n.rows) > 0),
    units as (
      select m.review_id, m.bureau_id, m.is_school, m.role, m.holder, max(c.certified_at) as since
      from (select distinct x.review_id, x.bureau_id, x.is_school, x.role, x.holder from mine x
            where x.review_state = 'open' and x.role = any (case when x.is_school then array['educationOfficer', 'educationChief'] else array['bureauOfficer', 'chiefOfficer'] end)) m
      join review_departments d on d.review_id = m.review_id and d.bureau_id = m.bureau_id and d.is_school = m.is_school
      left join review_certifications c on c.id = d.certification_id
      where exists (select from review_answers a where a.review_id = d.review_id and a.department_id = d.department_id)
        and not exists (select from review_sign_offs s where s.review_id = m.review_id and s.bureau_id = m.bureau_id and s.is_school = m.is_school and s.state = 'standing')
      group by 1, 2, 3, 4, 5 having bool_and(d.state = 'certified')),
    waiting as (
      select case m.state when 'returned' then 'returnedSheet' else 'sheet' end as kind, m.*, null::bigint as principal
      from mine m join sums n on n.review_id = m.review_id and n.department_id = m.department_id
      where m.holder is null and m.state <> 'certified' and (n.to_answer > 0 or m.state = 'returned')
        and (m.role = 'assetClerk' and m.answerers = 'clerks' or m.role = 'assetManager' and (m.answerers = 'heads' or not exists (
          select from department_lines l join grants g on g.department_id = l.ancestor_id and g.role = 'assetClerk' and grant_in_force(g, today)
          where l.department_id = m.department_id)))
      union all
      select 'certify', m.*, m.holder
      from mine m join sums n on n.review_id = m.review_id and n.department_id = m.department_id
      where m.state <> 'certified' and n.open = 0
        and (m.role = 'assetManager' or m.role = any (duty_roles('manager', case when m.is_school then 'school' else 'internal' end))
          and not post_before_is_filled(m.role, m.department_id)))
    select distinct on (w.kind, w.review_id, w.department_id) w.kind, w.waiting_since, w.review_id, w.department_id, w.bureau_id, w.is_school, w.principal
    from waiting w
    union all
    (select distinct on (u.review_id, u.bureau_id, u.is_school) 'signOff', u.since, u.review_id, null::bigint, u.bureau_id, u.is_school, u.holder
    from units u
    where u.role in ('bureauOfficer', 'educationOfficer') or not exists (
      select from sign_off_deciders(u.review_id, u.bureau_id, u.is_school) x where x.rank = 1 and not x.absent)
    order by u.review_id, u.bureau_id, u.is_school, u.holder nulls first);
end $$;

alter function inbox_count(bigint) rename to proposal_inbox_count;
create function inbox_count(person bigint) returns integer
language plpgsql stable security definer set search_path from current as $$
begin
  return proposal_inbox_count(person) + (select count(*) from review_entries(person));
end $$;

/*
 * What waits for the viewer in reviews, the oldest first: [{kind, since, reviewId, title, dueOn, departmentId, department,
 * bureauId, bureau, isSchool, onBehalfOf, rows, none, unsettled, bulk, free, departments, returnedReason}].
 */
create function review_inbox() returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'since', e.since, 'reviewId', e.review::text, 'title', r.title, 'dueOn', r.due_on,
      'departmentId', e.department::text, 'department', o.name, 'bureauId', e.bureau::text, 'bureau', b.name, 'isSchool', e.school,
      'onBehalfOf', person_name(e.principal), 'rows', n.rows, 'none', n.unanswered, 'unsettled', n.unsettled, 'bulk', n.bulk,
      'free', case when e.kind in ('sheet', 'returnedSheet') then cardinality(review_free_rows(e.review, e.department)) end,
      'departments', case e.kind when 'signOff' then (select count(*) from review_departments d
        where d.review_id = e.review and d.bureau_id = e.bureau and d.is_school = e.school and d.state = 'certified') end,
      'returnedReason', d.returned_reason) order by e.since, e.review, e.department), '[]')
    from review_entries(permitted_viewer_id()) e
    join reviews r on r.id = e.review
    join departments b on b.id = e.bureau
    left join departments o on o.id = e.department
    left join review_departments d on d.review_id = e.review and d.department_id = e.department
    left join lateral (select s.* from review_sums(e.review, array[e.department]) s where e.department is not null) n on true);
end $$;

revoke execute on function post_before_is_filled(text, bigint), review_entries(bigint), proposal_inbox_count(bigint), inbox_count(bigint),
  review_inbox() from public;
grant execute on function review_inbox() to daicho_read, daicho_write;
