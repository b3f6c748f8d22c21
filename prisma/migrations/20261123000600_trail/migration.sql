-- The trail: one chain link per transaction, sealed by the database at COMMIT (decisions 14, 15).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table audit_transactions (
  number bigint generated always as identity primary key,
  xid bigint not null,
  began_at timestamptz not null default transaction_timestamp(),
  started_at timestamptz not null,
  actor_id bigint,
  session_ref text,
  permission text,
  grant_id bigint,
  on_behalf_of bigint
);
create index on audit_transactions (xid);
comment on table audit_transactions is 'One row per transaction that changed or recorded something.';
comment on column audit_transactions.began_at is 'The real clock; started_at is the portal''s (app_now).';
comment on column audit_transactions.session_ref is 'Tells sessions apart; opens nothing and leads to no secret.';

create sequence audit_event_ids;
create table audit_events (
  id bigint primary key,
  transaction_number bigint not null references audit_transactions,
  occurred_at timestamptz not null,
  actor_id bigint,
  action text not null check (action ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  subject_type text not null check (subject_type ~ '^[a-z][a-z_]*$'),
  subject_id bigint,
  reason text,
  details jsonb not null default '{}',
  changes jsonb not null default '{}',
  source text,
  content text not null
);
alter sequence audit_event_ids owned by audit_events.id;
create index on audit_events (transaction_number, id);
create index on audit_events (subject_type, subject_id, id);
create index on audit_events (actor_id, id);
create index on audit_events (occurred_at, id);
comment on column audit_events.changes is '{field: [before, after]}, looked up by the database, never told by the caller.';
comment on column audit_events.content is 'The canonical text of this row: what the chain seals.';

-- What a transaction did to each versioned table: how many versions it opened and ended, and their digests.
create table audit_row_digests (
  transaction_number bigint not null references audit_transactions,
  table_name text not null,
  opened_count bigint,
  opened_digest bytea,
  ended_count bigint,
  ended_digest bytea,
  primary key (transaction_number, table_name)
);

create table audit_links (
  number bigint primary key check (number > 0),
  transaction_number bigint not null unique references audit_transactions,
  event_count bigint not null check (event_count > 0),
  content text not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
comment on table audit_links is 'Gapless. hash = sha256(number, sealed_at, content, previous_hash, a line each).';

create table audited_tables (
  table_name text primary key,
  key_columns text[] not null
);
-- Its lock stands for the end of the chain; it never holds a row, so nothing else ever locks it.
create table audit_chain_end (locked boolean);

/* The number of this transaction's row: made at first need, found by the transaction's own id, never told. */
create function current_audit_transaction() returns bigint
language plpgsql volatile security definer set search_path from current set enable_seqscan to off as $$
declare
  mine constant bigint := pg_current_xact_id()::text::bigint;
  wanted constant text := nullif(current_setting('app.permission', true), '');
  found_number bigint;
begin
  select t.number into found_number from audit_transactions t
  where t.xid = mine and t.began_at = transaction_timestamp();
  if not found then
    insert into audit_transactions (xid, started_at, actor_id, session_ref, permission, grant_id)
    values (mine, app_now(), viewer_id(),
      left(encode(sha256(convert_to('audit ' || nullif(current_setting('app.session', true), ''), 'UTF8')), 'hex'), 16),
      wanted, grant_used(wanted))
    returning number into found_number;
  elsif exists (select from audit_links l where l.transaction_number = found_number) then
    raise exception 'this transaction is sealed: nothing more can be recorded or changed in it' using errcode = 'DA002';
  end if;
  return found_number;
end $$;

/* The grant that lets the viewer use a permission; of several, the oldest. */
create function grant_used(permission text) returns bigint
language plpgsql stable set search_path from current as $$
begin
  return (select min(g.id) from grants_in_force(permission) g);
end $$;

/* The text that a link seals; verification builds the same from its own SQL. */
create function audit_transaction_content(transaction bigint) returns text
language sql stable set search_path from current set enable_seqscan to off set timezone to 'UTC' as $$
  select jsonb_build_object(
    'transaction', t.number, 'xid', t.xid, 'beganAt', t.began_at, 'startedAt', t.started_at, 'actor', t.actor_id,
    'session', t.session_ref, 'permission', t.permission, 'grant', t.grant_id, 'onBehalfOf', t.on_behalf_of,
    'events', e.events, 'eventsDigest', encode(e.digest, 'hex'), 'rows', coalesce(r.digests, '[]'))::text
  from audit_transactions t
  cross join lateral (
    select count(*) as events, sha256(string_agg(sha256(convert_to(content, 'UTF8')), ''::bytea order by id)) as digest
    from audit_events where transaction_number = t.number) e
  cross join lateral (
    select jsonb_agg(jsonb_build_array(table_name, opened_count, encode(opened_digest, 'hex'),
             ended_count, encode(ended_digest, 'hex')) order by table_name collate "C") as digests
    from audit_row_digests where transaction_number = t.number) r
  where t.number = transaction
$$;

/*
 * Seals a transaction at COMMIT. All work is done before the lock is asked for, and the lock is the last but one
 * thing before the commit itself: nobody queues behind a long transaction. No event, no change: also by raw SQL.
 */
create function seal_transaction() returns trigger
language plpgsql volatile security definer set search_path from current set enable_seqscan to off as $$
declare
  sealed text;
  events bigint := (select count(*) from audit_events where transaction_number = new.number);
  previous audit_links;
  moment timestamptz;
begin
  if events = 0 then
    raise exception 'no event, no change: this transaction changed something and says nothing about it'
      using errcode = 'DA001', hint = 'Call record_events in the same transaction.';
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the chain grows in read committed transactions only' using errcode = 'DA003';
  end if;
  perform digest_rows(new.number);
  sealed := audit_transaction_content(new.number);
  perform wait_for_wal(case when events > 200 then 500 else 20 end);
  lock table audit_chain_end in share row exclusive mode;
  select * into previous from audit_links order by number desc limit 1;
  previous.number := coalesce(previous.number, 0) + 1;
  previous.hash := coalesce(previous.hash, '\x');
  moment := clock_timestamp();
  insert into audit_links (number, transaction_number, event_count, content, previous_hash, hash, sealed_at)
  values (previous.number, new.number, events, sealed, previous.hash,
    sha256(convert_to(concat_ws(E'\n', previous.number,
      to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), sealed, encode(previous.hash, 'hex')), 'UTF8')),
    moment);
  return null;
end $$;
create constraint trigger seal after insert on audit_transactions
  deferrable initially deferred for each row execute function seal_transaction();

/*
 * COMMIT flushes the write-ahead log while it holds the lock: with the megabytes of a large transaction, one's own or
 * a neighbour's, that takes long. So the log writer catches up first, outside the lock, for so many steps of 2 ms at
 * most; it is quick with wal_writer_delay = 10ms.
 */
create function wait_for_wal(steps integer) returns void
language plpgsql volatile set search_path from current as $$
declare
  written constant pg_lsn := pg_current_wal_insert_lsn();
begin
  for step in 1..steps loop
    exit when pg_wal_lsn_diff(written, pg_current_wal_flush_lsn()) < 65536;
    perform pg_sleep(0.002);
  end loop;
end $$;

/* Fills in what this transaction did to the versioned tables that it touched. */
create function digest_rows(transaction bigint) returns void
language plpgsql volatile set search_path from current set enable_seqscan to off as $$
declare
  touched text;
begin
  for touched in select table_name from audit_row_digests where transaction_number = transaction loop
    execute format($sql$
      update audit_row_digests set
        (opened_count, opened_digest) = (
          select count(*), sha256(convert_to(coalesce(string_agg(concat_ws(' ', version_id,
            extract(epoch from recorded_from), encode(row_hash, 'hex')), E'\n' order by version_id), ''), 'UTF8'))
          from %1$I where transaction_number = $1),
        (ended_count, ended_digest) = (
          select count(*), sha256(convert_to(coalesce(string_agg(concat_ws(' ', version_id,
            extract(epoch from recorded_to)), E'\n' order by version_id), ''), 'UTF8'))
          from %1$I where ended_transaction_number = $1)
      where transaction_number = $1 and table_name = %2$L $sql$, touched || '_versions', touched)
    using transaction;
  end loop;
end $$;

/* For everybody, the owner included; who drops the trigger is found by verification. */
create function refuse_rewriting_history() returns trigger
language plpgsql set search_path from current as $$
begin
  raise exception 'the trail only grows: % of % is refused', tg_op, tg_table_name using errcode = 'DA004';
end $$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['audit_transactions', 'audit_events', 'audit_row_digests', 'audit_links'] loop
    execute format('create trigger keep before update or delete on %I for each row %s execute function refuse_rewriting_history()',
      guarded, case guarded when 'audit_row_digests' then 'when (old.opened_count is not null)' else '' end);
    execute format('create trigger keep_whole before truncate on %I for each statement execute function refuse_rewriting_history()', guarded);
  end loop;
  foreach guarded in array array['audit_transactions', 'audit_events', 'audit_row_digests', 'audit_links', 'audited_tables', 'audit_chain_end'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format('create policy owner on %I to current_user using (true) with check (true)', guarded);
  end loop;
end $$;
revoke execute on function current_audit_transaction(), grant_used(text), audit_transaction_content(bigint),
  wait_for_wal(integer), digest_rows(bigint) from public;
