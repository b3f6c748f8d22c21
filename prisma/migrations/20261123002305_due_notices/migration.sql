-- What is due to be told today. lib/domain/reminders.ts says the same of reviews; reminders.db.test.ts holds both equal.
-- The functions look at days, not at runs: what fell due since the business day before last and was not told is told now.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * Whom a reminder of a review goes to. answerer: the clerks of the department, or its head where heads answer or no clerk is
 * there; head: whoever certifies; officer: whoever comes next in the line. An absent holder is replaced by the deputy.
 */
create function review_told(told text, answerers text, department bigint) returns setof bigint
language plpgsql stable security definer rows 3 set search_path from current as $$
declare
  today constant date := app_today();
begin
  if told = 'answerer' and answerers = 'clerks' then
    return query
      select distinct g.person_id from department_lines l
      join grants g on g.department_id = l.ancestor_id and g.role = 'assetClerk' and grant_in_force(g, today)
      join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > today)
      where l.department_id = department;
    if found then return; end if;
  end if;
  return query
    with posts as materialized (
      select x.person_id, x.rank from deciders('manager', department) x
      where not x.absent and x.rank >= case told when 'officer' then 2 else 1 end)
    select distinct o.person_id from posts o where o.rank = (select min(p.rank) from posts p);
end $$;

/* Departments of open reviews that have not certified, with what is open there and when they are reminded. */
create function reminded_departments()
returns table (review bigint, department bigint, is_school boolean, bureau bigint, state text, answerers text, opened_on date, due_on date,
  days smallint[], overdue_every smallint, to_head_after smallint, to_officer_after smallint, open bigint, facts jsonb)
language plpgsql stable security definer rows 200 set search_path from current as $$
begin
  return query
    select r.id, d.department_id, d.is_school, d.bureau_id, d.state, r.answerers, (r.opened_at at time zone 'Asia/Tokyo')::date, r.due_on,
      coalesce(m.reminder_days, '{14,7,1}'), coalesce(m.overdue_every, 3::smallint), coalesce(m.to_head_after, 3::smallint),
      coalesce(m.to_officer_after, 5::smallint), n.open,
      jsonb_build_object('title', r.title, 'department', o.name, 'dueOn', r.due_on, 'open', n.open, 'rows', n.rows)
    from reviews r
    join review_departments d on d.review_id = r.id and d.state <> 'certified'
    join departments o on o.id = d.department_id
    left join review_reminders m on m.review_id = r.id
    cross join lateral (
      select coalesce(sum(c.rows), 0)::bigint as rows, coalesce(sum(c.rows) filter (where c.answer is null or not c.settled), 0)::bigint as open
      from review_counts c where c.review_id = r.id and c.department_id = d.department_id) n
    where r.state = 'open' and n.rows > 0;
end $$;

create function due_review_notices()
returns table (person_id bigint, key text, kind text, review_id bigint, department_id bigint, proposal_id bigint, facts jsonb, day date)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
  since constant date := add_business_days(today, -2);
begin
  return query
    with waiting as materialized (select * from reminded_departments()),
    due as (
      select w.review, w.department, 'reviewOpened' as kind, 'answerer' as told, 'opened' as part, today as day from waiting w where w.due_on >= today
      union all
      -- n days before, and on the day: of several that fall on one day, or were missed together, the last.
      (select distinct on (w.review, w.department) w.review, w.department, case x.n when 0 then 'reviewToday' else 'reviewSoon' end,
        case when w.open > 0 then 'answerer' else 'head' end, 'before/' || x.n, x.day
      from waiting w cross join lateral (
        select n, on_or_before_business_day(w.due_on - n) as day from unnest(w.days || 0::smallint) n) x
      where w.due_on >= today and x.day between since and today and x.day > w.opened_on
      order by w.review, w.department, x.n)
      union all
      -- Overdue: on business days after the due day; whom it concerns next hears of it from their own day on.
      (select distinct on (w.review, w.department, l.kind) w.review, w.department, l.kind,
        case when w.open = 0 and l.told = 'answerer' then 'head' else l.told end, l.told || '/' || x.day, x.day
      from waiting w
      cross join lateral (values ('reviewOverdue', 'answerer', 1), ('reviewOverdueHead', 'head', w.to_head_after::integer),
        ('reviewOverdueOfficer', 'officer', w.to_officer_after::integer)) l (kind, told, after)
      cross join lateral (
        select d::date as day, business_days_between(w.due_on, d::date) as late
        from generate_series(greatest(since, w.due_on + 1), today, interval '1 day') d where is_business_day(d::date)) x
      where x.late >= l.after and (x.late - l.after) % w.overdue_every = 0 and not (w.open = 0 and l.told = 'head')
      order by w.review, w.department, l.kind, x.day desc)
      union all
      select w.review, w.department, 'reviewReturned', t, 'returned/' || (select max(c.id) from review_certifications c
        where c.review_id = w.review and c.department_id = w.department), today
      from waiting w cross join unnest(array['answerer', 'head']) t where w.state = 'returned')
    select distinct p, format('review/%s/%s/%s', d.review, d.department, d.part), d.kind, d.review, d.department, null::bigint, w.facts, d.day
    from due d
    join waiting w on w.review = d.review and w.department = d.department
    cross join lateral review_told(d.told, w.answerers, d.department) p;
  -- Every department of a bureau has certified: its officer signs off.
  return query
    select distinct x.person_id, format('review/%s/signOff/%s/%s/%s', u.review, u.bureau, u.school, u.newest), 'reviewSignOff', u.review, u.bureau,
      null::bigint, jsonb_build_object('title', u.title, 'department', u.name, 'dueOn', u.due_on, 'isSchool', u.school), today
    from (
      select r.id as review, r.title, r.due_on, d.bureau_id as bureau, d.is_school as school, b.name, max(d.certification_id) as newest
      from reviews r join review_departments d on d.review_id = r.id join departments b on b.id = d.bureau_id
      where r.state = 'open' and exists (select from review_counts c where c.review_id = r.id and c.department_id = d.department_id)
        and not exists (select from review_sign_offs s where s.review_id = r.id and s.bureau_id = d.bureau_id
          and s.is_school = d.is_school and s.state = 'standing')
      group by 1, 2, 3, 4, 5, 6 having bool_and(d.state = 'certified')) u
    cross join lateral sign_off_deciders(u.review, u.bureau, u.school) x
    where not x.absent and x.rank = 1;
end $$;

/* Proposals that wait for more than a day, came back, or were decided by a deputy; posts and disposals that end; mails given up. */
create function due_other_notices()
returns table (person_id bigint, key text, kind text, review_id bigint, department_id bigint, proposal_id bigint, facts jsonb, day date)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  return query
    select distinct x.person_id, 'step/' || s.id, 'proposalWaiting', null::bigint, s.department_id, s.proposal_id,
      jsonb_build_object('department', d.name, 'items', p.items), today
    from approval_steps s
    join proposals p on p.id = s.proposal_id and p.state = 'submitted'
    join departments d on d.id = s.department_id
    cross join lateral eligible_deciders(s.id) x
    where s.state = 'waiting' and s.waiting_since < app_now() - interval '1 day' and x.rank <= s.open_to and not x.absent;
  return query
    select p.submitted_by, p.state || '/' || p.id, case p.state when 'returned' then 'proposalReturned' else 'proposalOvertaken' end,
      null::bigint, p.department_id, p.id, jsonb_build_object('department', d.name, 'items', p.items), today
    from proposals p join departments d on d.id = p.department_id
    where p.state in ('returned', 'overtaken') and p.decided_at > app_now() - interval '30 days' and not answered_again(p.id);
  return query
    select s.decided_for, 'seen/' || s.id, 'decisionToSee', null::bigint, s.department_id, s.proposal_id,
      jsonb_build_object('department', d.name, 'deputy', person_name(s.decided_by)), today
    from approval_steps s join departments d on d.id = s.department_id
    where s.decided_for is not null and s.seen_by_principal_at is null;
  -- A post that goes on in another grant does not end.
  return query
    select g.person_id, format('grant/%s/%s/%s', g.id, x.part, x.last), x.kind, null::bigint, g.department_id, null::bigint,
      jsonb_build_object('department', d.name, 'role', g.role, 'until', x.last), today
    from grants g
    left join departments d on d.id = g.department_id
    cross join lateral (
      select 'grantEnding' as kind, case when g.until <= today + 7 then '7' else '30' end as part, g.until as last
      where g.until between today and today + 30 and g.ended_on is null and g.valid_from <= today
      union all
      select 'grantEnded', 'ended', e.last from (select least(g.until, g.ended_on - 1) as last) e where e.last between today - 7 and today - 1) x
    where not exists (
      select from grants n where n.person_id = g.person_id and n.id <> g.id and n.role = g.role and n.scope_kind = g.scope_kind
        and n.department_id is not distinct from g.department_id and n.executive_body_code is not distinct from g.executive_body_code
        and n.ended_on is null and n.valid_from <= x.last + 1 and coalesce(n.until > x.last, true));
  return query
    select distinct c.person_id, format('disposal/%s/%s/%s', a.department_id, a.due, a.kind), a.kind, null::bigint, a.department_id, null::bigint,
      jsonb_build_object('department', d.name, 'code', d.code, 'count', a.many, 'dueOn', a.due), today
    from (
      select t.department_id, t.disposal_due_on as due, case when t.disposal_due_on >= today then 'disposalSoon' else 'disposalPassed' end as kind, count(*) as many
      from assets t where t.state = 'active' and t.disposal_due_on between today - 30 and today + 30 group by 1, 2) a
    join departments d on d.id = a.department_id
    cross join lateral (select review_told('answerer', 'clerks', a.department_id) as person_id) c;
  return query
    select g.person_id, format('mail/%s/%s', m.id, m.state), 'mailGaveUp', null::bigint, null::bigint, null::bigint,
      jsonb_build_object('day', m.day, 'state', m.state), today
    from digests m cross join grants g
    where m.state in ('gaveUp', 'unsure') and m.day > today - 30 and g.role = 'portalAdmin' and grant_in_force(g, today);
end $$;

/* Writes what is due and was not told yet; run by a job, and any number of times. Answers how many. */
create function write_due_notices() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  told bigint;
begin
  insert into notices (person_id, key, kind, review_id, department_id, proposal_id, facts, day)
  select distinct on (x.person_id, x.key) x.person_id, x.key, x.kind, x.review_id, x.department_id, x.proposal_id, jsonb_strip_nulls(x.facts), x.day
  from (select * from due_review_notices() union all select * from due_other_notices()) x
  join people p on p.id = x.person_id and (p.ended_on is null or p.ended_on > app_today())
  -- In one order, so that two runs at once wait for one another instead of meeting crosswise.
  order by x.person_id, x.key
  on conflict (person_id, key) do nothing;
  get diagnostics told = row_count;
  return told;
end $$;

/* 今すぐ知らせる: whoever has to act now in departments that are not done; once a day. Answers {outcome: told | notFound | notOpen, people}. */
create function remind_now(wanted bigint) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  review constant reviews := (select r from reviews r where r.id = wanted);
  told bigint;
begin
  if review.id is null then return '{"outcome": "notFound"}'; end if;
  if not manages_review(review.schools_only) then perform refuse_writing('reminding needs review.manage'); end if;
  if review.state <> 'open' then return '{"outcome": "notOpen"}'; end if;
  insert into notices (person_id, key, kind, review_id, department_id, facts, day)
  select distinct p, format('review/%s/%s/asked/%s', w.review, w.department, app_today()), 'reviewAsked', w.review, w.department, w.facts, app_today()
  from reminded_departments() w
  cross join lateral review_told(case when w.open > 0 then 'answerer' else 'head' end, w.answerers, w.department) p
  where w.review = wanted order by 1, 2
  on conflict (person_id, key) do nothing;
  get diagnostics told = row_count;
  return jsonb_build_object('outcome', 'told', 'people', told);
end $$;

revoke execute on function review_told(text, text, bigint), reminded_departments(), due_review_notices(), due_other_notices(),
  write_due_notices(), remind_now(bigint) from public;
grant execute on function write_due_notices(), remind_now(bigint) to daicho_write;
