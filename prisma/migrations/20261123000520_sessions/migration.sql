-- Who is signed in: found anew from the session's secret in every transaction (decisions 3, 6).
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The session of a secret, if it is neither ended, nor 12 hours old, nor idle for 30 minutes. */
create function session_in_force(secret text) returns setof sessions
language plpgsql stable set search_path from current as $$
declare
  moment constant timestamptz := app_now();
begin
  if secret is null or secret !~ '^[0-9a-f]{64}$' then return; end if;
  return query
    select s.* from sessions s join people p on p.id = s.person_id
    where s.secret_hash = sha256(decode(secret, 'hex'))
      and s.ended_at is null
      and s.expires_at > moment
      and (s.kind = 'system' or s.last_seen_at > moment - interval '30 minutes')
      and (p.ended_on is null or p.ended_on > (moment at time zone 'Asia/Tokyo')::date);
end $$;

create or replace function viewer_id() returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  return (select person_id from session_in_force(current_setting('app.session', true)));
end $$;

/* The viewer, unless a one-time password waits to be changed: until then nothing is permitted. */
create function permitted_viewer_id() returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select s.person_id from session_in_force(current_setting('app.session', true)) s
    where s.kind = 'system'
      or not exists (select from credentials c where c.person_id = s.person_id and c.must_change)
  );
end $$;

/* As the people migration has it, but of the permitted viewer only; asked once, not once a row. */
create or replace function grants_in_force(wanted text) returns setof grants
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  today constant date := app_today();
begin
  return query
    select g.* from grants g
    join role_permissions p on p.role = g.role and p.permission = wanted
    where g.person_id = viewer
      and g.valid_from <= today
      and (g.until is null or g.until >= today)
      and (g.ended_on is null or g.ended_on > today);
end $$;

/* A person's grants of today with the words that a page shows of them. */
create function viewer_grants(person bigint) returns jsonb
language sql stable set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', g.id::text, 'role', g.role, 'scopeKind', g.scope_kind,
    'departmentId', g.department_id::text, 'department', d.name, 'bureau', b.name,
    'executiveBodyCode', g.executive_body_code, 'executiveBody', e.label,
    'validFrom', g.valid_from, 'until', g.until) order by g.id), '[]')
  from grants g
  left join departments d on d.id = g.department_id
  left join departments b on b.id = d.bureau_id and b.id <> d.id
  left join executive_bodies e on e.code = g.executive_body_code
  where g.person_id = person
    and g.valid_from <= app_today()
    and (g.until is null or g.until >= app_today())
    and (g.ended_on is null or g.ended_on > app_today())
$$;

/*
 * Everything a request must know of its viewer, in one statement; null when the secret opens nothing.
 * Notes that the session was used, at most once a minute. moved_to: the moved clock, see app_now().
 */
create function resume_session(secret text, moved_to text default null) returns jsonb
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
    'grants', viewer_grants(p.id), 'today', app_today(),
    'city', (select value #>> '{}' from settings where key = 'city_name'),
    'sampleData', sample_data_loaded(), 'clockMoved', app_now() <> transaction_timestamp())
  into strict answer
  from people p left join credentials c on c.person_id = p.id
  where p.id = found_session.person_id;
  return answer;
end $$;

create function sample_data_loaded() returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from settings where key = 'sample_data' and value = 'true'::jsonb)
$$;

/* For the sign-in page, only while sample data is loaded: who there is to try the portal as. */
create function sample_accounts() returns table (login_id text, name text, role text, department text, bureau text)
language sql stable security definer set search_path from current as $$
  select p.login_id, p.name, held.value ->> 'role',
         coalesce(held.value ->> 'department', held.value ->> 'executiveBody'), held.value ->> 'bureau'
  from people p
  join credentials c on c.person_id = p.id and not c.must_change
  cross join jsonb_array_elements(viewer_grants(p.id)) with ordinality held (value, place)
  where sample_data_loaded() and p.employment <> 'system' and (p.ended_on is null or p.ended_on > app_today())
    and place = 1
  order by p.id
$$;

/* The open sessions of oneself, with where they come from; of others, for account.reset, without that. */
create function list_sessions(person bigint) returns table (
  id bigint, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
  source text, user_agent text, is_current boolean
)
language sql stable security definer set search_path from current as $$
  select s.id, s.created_at, s.last_seen_at, s.expires_at,
         case when s.person_id = viewer_id() then s.source end,
         case when s.person_id = viewer_id() then s.user_agent end,
         s.id = (select c.id from session_in_force(current_setting('app.session', true)) c)
  from sessions s
  where s.person_id = person and s.kind = 'password' and s.ended_at is null and s.expires_at > app_now()
    and s.last_seen_at > app_now() - interval '30 minutes'
    and (s.person_id = viewer_id() or holds('account.reset'))
  order by s.last_seen_at desc, s.id desc
$$;

create function end_sessions(ended bigint[], reason text) returns integer
language plpgsql volatile set search_path from current as $$
declare
  gone jsonb;
begin
  select jsonb_agg(jsonb_build_object('action', 'session.ended', 'subjectType', 'sessions', 'subjectId', s.id,
                                      'details', jsonb_build_object('reason', reason, 'personId', s.person_id::text)))
  into gone from sessions s where s.id = any(ended) and s.ended_at is null;
  if gone is null then return 0; end if;
  perform record_events(gone);
  update sessions set ended_at = app_now(), end_reason = reason where id = any(ended) and ended_at is null;
  return jsonb_array_length(gone);
end $$;

/* Ends one session: one's own, or with account.reset anybody's. False when there is none such to end. */
create function end_session(ended bigint) returns boolean
language plpgsql volatile security definer set search_path from current as $$
declare
  mine boolean;
begin
  select person_id = viewer_id() into mine from sessions where id = ended and kind = 'password';
  if not coalesce(mine or holds('account.reset'), false) then return false; end if;
  return end_sessions(array[ended], case when mine then 'ownList' else 'administrator' end) > 0;
end $$;

/* Ends the session that this transaction runs in. */
create function sign_out() returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  return end_sessions(array(select id from session_in_force(current_setting('app.session', true))), 'signedOut') > 0;
end $$;

/*
 * For the owner (command line, sample loader): a session of `system` or, while sample data is loaded, of a
 * person, so that such work goes through the same commands. Answers the secret for app.session.
 */
create function open_system_session(person bigint, lifetime interval default '1 hour') returns text
language plpgsql volatile set search_path from current as $$
declare
  secret bytea := random_secret();
  opened bigint;
begin
  if not sample_data_loaded() and not exists (select from people where id = person and employment = 'system') then
    raise exception 'outside sample data only system acts without signing in' using errcode = 'insufficient_privilege';
  end if;
  insert into sessions (secret_hash, person_id, kind, created_at, last_seen_at, expires_at)
  values (sha256(secret), person, 'system', app_now(), app_now(), app_now() + lifetime)
  returning id into opened;
  perform set_config('app.session', encode(secret, 'hex'), true);
  perform record_events(jsonb_build_array(jsonb_build_object(
    'action', 'session.opened', 'subjectType', 'sessions', 'subjectId', opened,
    'details', jsonb_build_object('kind', 'system'))));
  return encode(secret, 'hex');
end $$;

revoke execute on function session_in_force(text), permitted_viewer_id(), viewer_grants(bigint), resume_session(text, text),
  sample_accounts(), list_sessions(bigint), end_sessions(bigint[], text), end_session(bigint), sign_out(),
  open_system_session(bigint, interval) from public;
grant execute on function resume_session(text, text), sample_accounts(), list_sessions(bigint) to daicho_read;
grant execute on function list_sessions(bigint), end_session(bigint), sign_out() to daicho_write;
