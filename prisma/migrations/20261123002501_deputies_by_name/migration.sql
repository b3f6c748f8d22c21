-- Notices name the deputy: person_name() says nothing to a job, in which nobody is signed in.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * Proposals that wait for more than a day, came back, or were decided by a deputy; what a deputy certified or signed off in the
 * last thirty days (it reminds no department: that stands in the facts alone); posts and disposals that end; mails given up.
 */
create or replace function due_other_notices()
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
      jsonb_build_object('department', d.name, 'deputy', y.name), today
    -- Not person_name(): it says nothing to a job, in which nobody is signed in.
    from approval_steps s join departments d on d.id = s.department_id join people y on y.id = s.decided_by
    where s.decided_for is not null and s.seen_by_principal_at is null;
  return query
    select c.certified_for, 'certificate/' || c.id, 'certificateToSee', c.review_id, null::bigint, null::bigint,
      jsonb_build_object('title', r.title, 'department', d.name, 'deputy', y.name), today
    from review_certifications c join reviews r on r.id = c.review_id join departments d on d.id = c.department_id
    join people y on y.id = c.certified_by
    where c.certified_for is not null and c.certified_at > app_now() - interval '30 days';
  return query
    select s.signed_for, 'signOff/' || s.id, 'signOffToSee', s.review_id, null::bigint, null::bigint,
      jsonb_build_object('title', r.title, 'department', b.name, 'deputy', y.name, 'isSchool', s.is_school), today
    from review_sign_offs s join reviews r on r.id = s.review_id join departments b on b.id = s.bureau_id
    join people y on y.id = s.signed_by
    where s.signed_for is not null and s.signed_at > app_now() - interval '30 days';
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

drop function due_usual_notices();
