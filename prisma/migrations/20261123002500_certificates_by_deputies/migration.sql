-- 後閲 of reviews: whoever's post a deputy certified or signed off in is told afterwards (docs/adr/0036-reminders-and-mail.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('reviewOpened', 'reviewSoon', 'reviewToday', 'reviewOverdue',
  'reviewOverdueHead', 'reviewOverdueOfficer', 'reviewReturned', 'reviewSignOff', 'reviewAsked', 'certificateToSee', 'signOffToSee',
  'proposalWaiting', 'proposalReturned', 'proposalOvertaken', 'decisionToSee', 'grantEnding', 'grantEnded', 'disposalSoon',
  'disposalPassed', 'mailGaveUp'));

/*
 * What a deputy certified or signed off in the last thirty days, for whose post it was. It reminds no department: the
 * department stands in the facts alone.
 */
alter function due_other_notices() rename to due_usual_notices;
create function due_other_notices()
returns table (person_id bigint, key text, kind text, review_id bigint, department_id bigint, proposal_id bigint, facts jsonb, day date)
language plpgsql stable security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  return query select * from due_usual_notices();
  return query
    select c.certified_for, 'certificate/' || c.id, 'certificateToSee', c.review_id, null::bigint, null::bigint,
      jsonb_build_object('title', r.title, 'department', d.name, 'deputy', person_name(c.certified_by)), today
    from review_certifications c join reviews r on r.id = c.review_id join departments d on d.id = c.department_id
    where c.certified_for is not null and c.certified_at > app_now() - interval '30 days';
  return query
    select s.signed_for, 'signOff/' || s.id, 'signOffToSee', s.review_id, null::bigint, null::bigint,
      jsonb_build_object('title', r.title, 'department', b.name, 'deputy', person_name(s.signed_by), 'isSchool', s.is_school), today
    from review_sign_offs s join reviews r on r.id = s.review_id join departments b on b.id = s.bureau_id
    where s.signed_for is not null and s.signed_at > app_now() - interval '30 days';
end $$;

/* Is a notice still worth a mail: does what it asks for still wait? What was certified stays to be seen. */
create or replace function still_holds(notice notices) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return case
    when notice.kind in ('certificateToSee', 'signOffToSee') then true
    when notice.kind = 'reviewSignOff' then exists (select from reviews r where r.id = notice.review_id and r.state = 'open')
    when notice.review_id is not null then exists (
      select from reviews r join review_departments d on d.review_id = r.id and d.department_id = notice.department_id
      where r.id = notice.review_id and r.state = 'open' and d.state <> 'certified')
    when notice.kind = 'proposalWaiting' then exists (
      select from approval_steps s where s.id = split_part(notice.key, '/', 2)::bigint and s.state = 'waiting')
    when notice.kind = 'decisionToSee' then exists (
      select from approval_steps s where s.id = split_part(notice.key, '/', 2)::bigint and s.seen_by_principal_at is null)
    else true end;
end $$;

/* Who was told what of a review, the newest first: [{id, at, kind, department, person, readAt, mail}]; null: not the viewer's to manage. */
create or replace function review_notices(review bigint, before_id bigint, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds('review.manage') or not exists (
       select from reviews r where r.id = review and (r.schools_only or holds_everywhere('review.manage'))) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id::text, 'at', x.created_at, 'kind', x.kind, 'department', coalesce(o.name, x.facts ->> 'department'), 'person', p.name,
      'readAt', x.read_at, 'mail', m.state, 'maybeTwice', coalesce(m.unclear > 0, false)) order by x.id desc), '[]')
    from (select n.* from notices n where n.review_id = review and (before_id is null or n.id < before_id)
      order by n.id desc limit page_size) x
    join people p on p.id = x.person_id
    left join departments o on o.id = x.department_id
    left join digests m on m.id = x.digest_id);
end $$;

revoke execute on function due_other_notices() from public;
