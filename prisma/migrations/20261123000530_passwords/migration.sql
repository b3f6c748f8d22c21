-- Passwords: own change, reset by an administrator, the first one. The database never sees a password,
-- only what argon2id derives from it, and keeps only the sha256 of that.
select set_config('search_path', current_schema() || ', pg_temp', false);

create function keep_credentials(
  person bigint, new_salt bytea, new_key bytea, memory_kib integer, passes integer, lanes integer,
  one_time_until timestamptz, resetter bigint
) returns void
language plpgsql volatile set search_path from current as $$
begin
  if length(new_key) is distinct from 32 then
    raise exception 'a derived key has 32 bytes' using errcode = 'invalid_parameter_value';
  end if;
  insert into credentials as c (person_id, salt, stored_key, memory_kib, passes, lanes,
                                must_change, one_time_until, changed_at, reset_at, reset_by)
  values (person, new_salt, sha256(new_key), memory_kib, passes, lanes, one_time_until is not null, one_time_until,
          app_now(), case when resetter is not null then app_now() end, resetter)
  on conflict (person_id) do update set
    salt = excluded.salt, stored_key = excluded.stored_key, memory_kib = excluded.memory_kib,
    passes = excluded.passes, lanes = excluded.lanes, must_change = excluded.must_change,
    one_time_until = excluded.one_time_until, changed_at = excluded.changed_at,
    reset_at = coalesce(excluded.reset_at, c.reset_at), reset_by = coalesce(excluded.reset_by, c.reset_by);
end $$;

/* What Node needs to derive the key of the signed-in person's present password. */
create function password_challenge()
returns table (salt bytea, memory_kib integer, passes integer, lanes integer, wait_seconds integer)
language sql stable security definer set search_path from current as $$
  select c.salt, c.memory_kib, c.passes, c.lanes, throttle_wait('change ' || c.person_id)
  from credentials c where c.person_id = viewer_id()
$$;

/*
 * The signed-in person's own change: 'changed', 'wrong' (present password) or 'wait'. Ends all other
 * sessions and forgets all browsers; a found terminal is no way to guess the password, so failures wait here too.
 */
create function change_password(
  present_key bytea, new_salt bytea, new_key bytea, memory_kib integer, passes integer, lanes integer,
  out outcome text, out wait_seconds integer, out ended_sessions integer
)
language plpgsql volatile security definer set search_path from current as $$
declare
  person bigint := viewer_id();
  bucket_name text := 'change ' || person;
  held credentials;
begin
  if person is null then raise exception 'nobody is signed in' using errcode = 'insufficient_privilege'; end if;
  ended_sessions := 0;
  insert into sign_in_throttles (bucket) values (bucket_name) on conflict do nothing;
  perform from sign_in_throttles where bucket = bucket_name for update;
  wait_seconds := throttle_wait(bucket_name);
  if wait_seconds > 0 then
    outcome := 'wait';
    return;
  end if;
  select * into held from credentials where person_id = person for update;
  if held.stored_key is distinct from sha256(present_key) then
    outcome := 'wrong';
    wait_seconds := throttle_failure(bucket_name, 5, 60);
    perform record_events(jsonb_build_array(jsonb_build_object(
      'action', 'password.changeRefused', 'subjectType', 'people', 'subjectId', person,
      'details', jsonb_build_object('waitSeconds', wait_seconds))));
    return;
  end if;
  outcome := 'changed';
  delete from sign_in_throttles where bucket = bucket_name;
  delete from known_devices where person_id = person;
  perform keep_credentials(person, new_salt, new_key, memory_kib, passes, lanes, null, null);
  perform record_events(jsonb_build_array(jsonb_build_object(
    'action', 'password.changed', 'subjectType', 'people', 'subjectId', person,
    'details', jsonb_build_object('oneTimeBefore', held.must_change))));
  ended_sessions := end_sessions(array(
    select id from sessions where person_id = person and kind = 'password' and ended_at is null
      and secret_hash <> sha256(decode(current_setting('app.session'), 'hex'))), 'passwordChanged');
end $$;

/*
 * A one-time password by whoever holds account.reset, never for oneself: 'reset', 'self' or 'unknown'
 * (no such person, or one who no longer signs in). Ends the person's sessions; valid for 72 hours.
 */
create function reset_password(
  person bigint, new_salt bytea, new_key bytea, memory_kib integer, passes integer, lanes integer,
  out outcome text, out one_time_until timestamptz
)
language plpgsql volatile security definer set search_path from current as $$
declare
  is_first boolean := not exists (select from credentials where person_id = person);
begin
  if not holds('account.reset') then
    raise exception 'account.reset is not held' using errcode = 'insufficient_privilege';
  end if;
  outcome := case
    when person = viewer_id() then 'self'
    when not exists (select from people where id = person and employment <> 'system'
                     and (ended_on is null or ended_on > app_today())) then 'unknown'
    else 'reset'
  end;
  if outcome <> 'reset' then return; end if;
  one_time_until := app_now() + interval '72 hours';
  perform keep_credentials(person, new_salt, new_key, memory_kib, passes, lanes, one_time_until, viewer_id());
  delete from known_devices where person_id = person;
  perform record_events(jsonb_build_array(jsonb_build_object(
    'action', 'password.reset', 'subjectType', 'people', 'subjectId', person,
    'details', jsonb_build_object('first', is_first))));
  perform end_sessions(array(
    select id from sessions where person_id = person and kind = 'password' and ended_at is null), 'passwordReset');
end $$;

/*
 * For the owner only (create-admin, imports, sample data): the first password of a person who has none.
 * lifetime: how long it serves as a one-time password; null: it need not be changed (sample data only).
 */
create function set_initial_password(
  person bigint, new_salt bytea, new_key bytea, memory_kib integer, passes integer, lanes integer,
  lifetime interval default '72 hours'
) returns void
language plpgsql volatile set search_path from current as $$
begin
  if lifetime is null and not sample_data_loaded() then
    raise exception 'a first password is a one-time password' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from credentials where person_id = person) then
    raise exception 'person % has a password already', person using errcode = 'unique_violation';
  end if;
  perform keep_credentials(person, new_salt, new_key, memory_kib, passes, lanes, app_now() + lifetime, null);
  perform record_events(jsonb_build_array(jsonb_build_object(
    'action', 'password.issued', 'subjectType', 'people', 'subjectId', person)));
end $$;

revoke execute on function keep_credentials(bigint, bytea, bytea, integer, integer, integer, timestamptz, bigint),
  password_challenge(), change_password(bytea, bytea, bytea, integer, integer, integer),
  reset_password(bigint, bytea, bytea, integer, integer, integer),
  set_initial_password(bigint, bytea, bytea, integer, integer, integer, interval) from public;
grant execute on function password_challenge(), change_password(bytea, bytea, bytea, integer, integer, integer),
  reset_password(bigint, bytea, bytea, integer, integer, integer) to daicho_write;
