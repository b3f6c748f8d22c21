-- What the header, the progress of a review and its page of reminders show of notices.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* As before, and how many notices are unread. */
create or replace function resume_session(secret text, moved_to text default null) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  found_session sessions;
  answer jsonb;
begin
  if moved_to is not null then perform set_config('app.now', moved_to, true); end if;
  select * into found_session from session_in_force(secret);
  if not found then return null; end if;
  if found_session.last_seen_at < app_now() - interval '1 minute' then
    update sessions set last_seen_at = app_now() where id = found_session.id;
  end if;
  select jsonb_build_object(
    'sessionId', found_session.id::text, 'personId', p.id::text, 'name', p.name, 'loginId', p.login_id,
    'mustChangePassword', found_session.kind = 'password' and coalesce(c.must_change, false),
    'passwordReset', case when c.reset_at > app_now() - interval '90 days' then
      jsonb_build_object('at', c.reset_at, 'by', (select r.name from people r where r.id = c.reset_by)) end,
    'grants', viewer_grants(p.id), 'today', app_today(), 'waiting', inbox_count(p.id),
    'notices', (select count(*) from notices n where n.person_id = p.id and n.read_at is null),
    'city', (select value #>> '{}' from settings where key = 'city_name'),
    'referenceEdition', (select edition from reference_edition)::text,
    'sampleData', sample_data_loaded(), 'clockMoved', app_now() <> transaction_timestamp())
  into strict answer
  from people p left join credentials c on c.person_id = p.id
  where p.id = found_session.person_id;
  return answer;
end $$;

/*
 * Departments of a review within reach, in the order of bureaus: [{id, name, code, bureauId, bureau, isSchool, state, rows,
 * none, unchanged, change, disposed, notOurs, unsettled, bulk, returnedReason, reopenReason, certificate, signOff,
 * lastReminded}].
 * 関係者限り rows are counted, not named. Null: no such review.
 */
create or replace function review_progress(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
begin
  if not holds('review.read') or not exists (select from reviews r where r.id = review) then return null; end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', d.department_id::text, 'name', o.name, 'code', o.code, 'bureauId', d.bureau_id::text,
      'bureau', b.name, 'isSchool', d.is_school, 'state', d.state, 'rowsAtOpening', d.rows_at_opening, 'rows', coalesce(n.rows, 0),
      'none', coalesce(n.unanswered, 0), 'unchanged', coalesce(n.unchanged, 0), 'change', coalesce(n.change, 0), 'disposed', coalesce(n.disposed, 0),
      'notOurs', coalesce(n.not_ours, 0), 'unsettled', coalesce(n.unsettled, 0), 'bulk', coalesce(n.bulk, 0),
      'lastReminded', t.day,
      'returnedReason', d.returned_reason, 'reopenReason', d.reopen_reason, 'reopenedAt', d.reopened_at,
      'certificate', case when c.id is not null then jsonb_build_object('by', person_name(c.certified_by), 'for', person_name(c.certified_for),
        'at', c.certified_at, 'hash', encode(c.answers_hash, 'hex')) end,
      'signOff', case when s.id is not null then jsonb_build_object('by', person_name(s.signed_by), 'for', person_name(s.signed_for), 'at', s.signed_at) end)
      order by b.code, d.is_school, o.code), '[]')
    from review_departments d
    join departments o on o.id = d.department_id
    join departments b on b.id = d.bureau_id
    left join review_sums(review, null) n on n.department_id = d.department_id
    left join review_certifications c on c.id = d.certification_id
    left join (select n.department_id, max(n.day) as day from notices n where n.review_id = review and n.kind <> 'reviewSignOff' group by 1) t
      on t.department_id = d.department_id
    left join review_sign_offs s on s.review_id = review and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing'
    where d.review_id = review and d.department_id = any (reached));
end $$;

/* Who was told what of a review, the newest first: [{id, at, kind, department, person, readAt, mail}]; null: not the viewer's to manage. */
create function review_notices(review bigint, before_id bigint, page_size integer) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds('review.manage') or not exists (
       select from reviews r where r.id = review and (r.schools_only or holds_everywhere('review.manage'))) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id::text, 'at', x.created_at, 'kind', x.kind, 'department', o.name, 'person', p.name,
      'readAt', x.read_at, 'mail', m.state, 'maybeTwice', coalesce(m.unclear > 0, false)) order by x.id desc), '[]')
    from (select n.* from notices n where n.review_id = review and (before_id is null or n.id < before_id)
      order by n.id desc limit page_size) x
    join people p on p.id = x.person_id
    left join departments o on o.id = x.department_id
    left join digests m on m.id = x.digest_id);
end $$;
revoke execute on function review_notices(bigint, bigint, integer) from public;
grant execute on function review_notices(bigint, bigint, integer) to daicho_read, daicho_write;
