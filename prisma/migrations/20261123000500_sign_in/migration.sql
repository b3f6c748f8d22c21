-- Signing in. The database itself compares the key and opens the session: a serving role reads no
-- password, inserts no session and can become nobody without that person's password (decisions 3, 6).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table credentials (
  person_id bigint primary key references people,
  salt bytea not null check (length(salt) between 16 and 64),
  stored_key bytea not null check (length(stored_key) = 32),
  memory_kib integer not null check (memory_kib >= 19456),
  passes integer not null check (passes >= 2),
  lanes integer not null check (lanes >= 1),
  must_change boolean not null default false,
  one_time_until timestamptz,
  changed_at timestamptz not null,
  reset_at timestamptz,
  reset_by bigint references people,
  check (must_change = (one_time_until is not null))
);
comment on column credentials.stored_key is 'sha256 of the 32 bytes that argon2id derives: what lies here signs nobody in.';

create table sessions (
  id bigint generated always as identity primary key,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  person_id bigint not null references people,
  kind text not null check (kind in ('password', 'system')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signedOut', 'ownList', 'administrator', 'passwordChanged', 'passwordReset')),
  source text,
  user_agent text,
  check (expires_at > created_at),
  check ((ended_at is null) = (end_reason is null))
);
create index on sessions (person_id, expires_at);

create table sign_in_throttles (
  bucket text primary key,
  failures integer not null default 0,
  last_failed_at timestamptz,
  blocked_until timestamptz
);
create index on sign_in_throttles (last_failed_at);

create table known_devices (
  person_id bigint not null references people,
  device_hash bytea not null check (length(device_hash) = 32),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, device_hash)
);
comment on table known_devices is 'Browsers in which this person has signed in: they queue behind nobody else''s failures.';

create function random_secret() returns bytea
language sql volatile set search_path from current as $$
  select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
$$;

create table sign_in_pepper (
  only_row boolean primary key default true check (only_row),
  pepper bytea not null
);
insert into sign_in_pepper (pepper) select random_secret();

do $$
declare private text;
begin
  foreach private in array array['credentials', 'sessions', 'sign_in_throttles', 'known_devices', 'sign_in_pepper'] loop
    execute format('alter table %I enable row level security', private);
    execute format('alter table %I force row level security', private);
    execute format('create policy owner on %I to current_user using (true) with check (true)', private);
  end loop;
end $$;

/* One subscriber's IPv6 network counts as one source; anything that is no address counts as it is. */
create function source_network(source text) returns text
language plpgsql stable set search_path from current as $$
begin
  if family(source::inet) = 6 then return network(set_masklen(source::inet, 64))::text; end if;
  return host(source::inet);
exception when others then
  return coalesce(left(source, 64), '');
end $$;

/*
 * The buckets an attempt counts in. A browser known for this very account has a bucket of its own, so that
 * somebody behind the same proxy who fails on purpose locks nobody out; every other browser shares the bucket
 * of (account, source), and one of the source over all accounts against spraying.
 */
create function sign_in_buckets(login text, source text, device_hash bytea, out guard text, out spray text)
language plpgsql stable set search_path from current as $$
begin
  if exists (
    select from known_devices k join people p on p.id = k.person_id
    where p.login_id = login and k.device_hash = sign_in_buckets.device_hash
      and k.last_seen_at > app_now() - interval '180 days'
  ) then
    guard := 'device ' || login || ' ' || encode(device_hash, 'hex');
  else
    guard := 'account ' || left(login, 64) || ' ' || source_network(source);
    spray := 'source ' || source_network(source);
  end if;
end $$;

/* Whole seconds still to wait, 0 when free. Never more than the longest delay, even if the clock is moved. */
create function throttle_wait(wanted text) returns integer
language sql stable set search_path from current as $$
  select coalesce(max(least(60, greatest(0, ceil(extract(epoch from blocked_until - app_now()))))), 0)::integer
  from sign_in_throttles where bucket = wanted
$$;

/* Counts one failure; after `free` of them within 15 minutes the delay doubles up to `longest` seconds. */
create function throttle_failure(counted text, free integer, longest integer) returns integer
language plpgsql volatile set search_path from current as $$
declare
  seen integer;
begin
  insert into sign_in_throttles as t (bucket, failures, last_failed_at) values (counted, 1, app_now())
  on conflict (bucket) do update set
    failures = case when t.last_failed_at > app_now() - interval '15 minutes' then t.failures + 1 else 1 end,
    last_failed_at = app_now()
  returning failures into seen;
  if seen < free then return 0; end if;
  update sign_in_throttles
  set blocked_until = app_now() + make_interval(secs => least(longest, power(2, least(seen - free + 1, 10))))
  where bucket = counted;
  return throttle_wait(counted);
end $$;

revoke execute on function random_secret(), source_network(text), sign_in_buckets(text, text, bytea),
  throttle_wait(text), throttle_failure(text, integer, integer) from public;
