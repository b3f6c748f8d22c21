-- One attempt to sign in, from the question for a salt to the opened session.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * What Node needs to derive the key. An unknown login gets a salt that stays the same and looks like any
 * other. A positive wait_seconds says that deriving would be in vain.
 */
create function sign_in_challenge(login text, source text, device_hash bytea)
returns table (salt bytea, memory_kib integer, passes integer, lanes integer, wait_seconds integer)
language sql stable security definer set search_path from current as $$
  select coalesce(c.salt, substr(sha256(s.pepper || convert_to(login, 'UTF8')), 1, 16)),
         coalesce(c.memory_kib, 19456), coalesce(c.passes, 2), coalesce(c.lanes, 1),
         greatest(throttle_wait(b.guard), throttle_wait(b.spray))
  from sign_in_pepper s
  cross join sign_in_buckets(login, source, device_hash) b
  left join people p on p.login_id = login
  left join credentials c on c.person_id = p.id
$$;

/* Why a known person may not come in although the password is right; null when nothing stands in the way. */
create function sign_in_obstacle(person bigint) returns text
language sql stable set search_path from current as $$
  select case
    when p.employment = 'system' then 'system'
    when p.ended_on <= app_today() then 'ended'
    when c.one_time_until <= app_now() then 'oneTimeExpired'
    when not exists (
      select from grants g where g.person_id = p.id and g.valid_from <= app_today()
        and (g.until is null or g.until >= app_today()) and (g.ended_on is null or g.ended_on > app_today())
    ) then 'noGrant'
  end
  from people p left join credentials c on c.person_id = p.id where p.id = person
$$;

/*
 * One attempt: 'opened', 'refused' or 'wait'. The answer and the work are the same for an unknown login, a
 * wrong password and a person who may no longer come in; only the trail (for auditors) knows which it was.
 * session_secret: 64 hex digits drawn by the caller. Commits also when refused: call it on its own.
 */
create function sign_in(
  login text, derived_key bytea, session_secret text, source text, user_agent text, device_hash bytea,
  out outcome text, out wait_seconds integer, out must_change boolean
)
language plpgsql volatile security definer set search_path from current as $$
declare
  guard text;
  spray text;
  person bigint;
  obstacle text;
  matches boolean;
  opened bigint;
begin
  if session_secret !~ '^[0-9a-f]{64}$' then
    raise exception 'a session secret is 64 hex digits' using errcode = 'invalid_parameter_value';
  end if;
  select b.guard, b.spray into guard, spray from sign_in_buckets(login, source, device_hash) b;
  insert into sign_in_throttles (bucket) values (guard) on conflict do nothing;
  perform from sign_in_throttles where bucket = guard for update;
  wait_seconds := greatest(throttle_wait(guard), throttle_wait(spray));
  must_change := false;
  if wait_seconds > 0 then
    outcome := 'wait';
    return;
  end if;

  select p.id, c.person_id is not null and coalesce(c.stored_key, s.pepper) = sha256(derived_key),
         coalesce(c.must_change, false)
  into person, matches, must_change
  from sign_in_pepper s left join people p on p.login_id = login left join credentials c on c.person_id = p.id;
  obstacle := case when not matches then 'password' else sign_in_obstacle(person) end;

  if obstacle is not null then
    outcome := 'refused';
    must_change := false;
    wait_seconds := throttle_failure(guard, 5, 60);
    if spray is not null then perform throttle_failure(spray, 50, 15); end if;
    perform record_events(jsonb_build_array(jsonb_build_object(
      'action', 'session.refused', 'subjectType', 'people', 'subjectId', person,
      'details', jsonb_build_object('source', source, 'cause', obstacle, 'waitSeconds', wait_seconds))));
    return;
  end if;

  outcome := 'opened';
  delete from sign_in_throttles where bucket = guard;
  delete from sign_in_throttles where bucket in (
    select t.bucket from sign_in_throttles t where t.last_failed_at < app_now() - interval '1 day'
    limit 200 for update skip locked);
  delete from sessions where person_id = person and expires_at < app_now() - interval '90 days';
  delete from known_devices where person_id = person and last_seen_at < app_now() - interval '180 days';
  insert into known_devices as k values (person, device_hash, app_now(), app_now())
  on conflict on constraint known_devices_pkey do update set last_seen_at = excluded.last_seen_at;
  insert into sessions (secret_hash, person_id, kind, created_at, last_seen_at, expires_at, source, user_agent)
  values (sha256(decode(session_secret, 'hex')), person, 'password', app_now(), app_now(),
          app_now() + interval '12 hours', source, left(user_agent, 400))
  returning id into opened;
  perform set_config('app.session', session_secret, true);
  perform record_events(jsonb_build_array(jsonb_build_object(
    'action', 'session.opened', 'subjectType', 'sessions', 'subjectId', opened,
    'details', jsonb_build_object('source', source, 'oneTime', must_change))));
end $$;

revoke execute on function sign_in_obstacle(bigint), sign_in_challenge(text, text, bytea),
  sign_in(text, bytea, text, text, text, bytea) from public;
grant execute on function sign_in_challenge(text, text, bytea), sign_in(text, bytea, text, text, text, bytea)
  to daicho_write;
