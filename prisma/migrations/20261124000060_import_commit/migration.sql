-- Writing an import: one transaction of the job's, in steps, after its person confirmed exactly these rows
-- (docs/adr/0037-imports-act-in-the-database.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

-- The import that this transaction has found to be what was confirmed, and up to which place it is written.
create table checked_imports (
  xid xid8 primary key,
  import_id bigint not null,
  up_to integer not null default 0
);
alter table checked_imports enable row level security;
alter table checked_imports force row level security;
create policy owner on checked_imports to current_user using (true) with check (true);

/* What the rows say that would be written, in one number. */
create function import_rows_hash(import bigint) returns bytea
language sql stable set search_path from current as $$
  select sha256(coalesce(string_agg(sha256(convert_to(concat_ws('|', r.place, r.target, r.kind, r.department_id, r.asset_number,
    r.asset_version, r.scheme, r.levels::text, r.audience, r.reason, r.read::text, r.defaults::text, r.changes::text,
    r.proposes::text, r.skip_reason), 'UTF8')), ''::bytea order by r.place), ''))
  from import_rows r where r.import_id = import
$$;

/*
 * All or nothing: what was shown is met with the ledger once more and sealed; then it waits for the job. The same request
 * again answers same. changed: something became other than it was shown, and is shown again.
 */
create function confirm_import(import bigint, seen integer, pressed uuid) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(import, null, array['asking', 'previewed', 'queued', 'committing', 'done']) i);
  writes bigint;
begin
  if mine.id is null then return import_refusal(import, null); end if;
  if mine.state = 'asking' then return 'notReady'; end if;
  if mine.state <> 'previewed' then return case when mine.request = pressed then 'same' else 'gone' end; end if;
  if mine.version <> seen then return 'stale'; end if;
  perform match_import_rows(import, true);
  if exists (select from import_rows where import_id = import and moved) then return 'changed'; end if;
  if exists (select from import_rows where import_id = import and kind in ('refused', 'double')) then return 'notReady'; end if;
  select count(*) into writes from import_rows where import_id = import and kind in ('new', 'changed');
  if writes = 0 then return 'nothingToDo'; end if;
  if mine.reclassification_reason is null and exists (
       select from import_rows where import_id = import and kind = 'changed' and target = 'asset' and reason is null
         and proposes && array['confidentiality', 'integrity', 'availability', 'importance']) then
    return 'reasonMissing';
  end if;
  update imports set state = 'queued', request = pressed, confirmed_at = app_now(), rows_hash = import_rows_hash(import) where id = import;
  insert into import_progress (import_id, phase, total) values (import, 'checking', writes)
  on conflict (import_id) do update set phase = 'checking', done = 0, total = excluded.total, cancel_asked = false, at = clock_timestamp();
  perform graphile_worker.add_job('commitImports', '{}', job_key := 'commitImports', max_attempts := 3);
  return 'done';
end $$;

/* For the job: the next confirmed import, held by this connection. {id, places}: its last place. Null: nothing waits. */
create function next_import_to_commit() returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  next imports;
begin
  select * into next from imports where state = 'queued' order by confirmed_at, id limit 1 for update skip locked;
  if not found or not pg_try_advisory_lock(7229014, (next.id % 2147483647)::integer) then return null; end if;
  update imports set state = 'committing' where id = next.id;
  return jsonb_build_object('id', next.id::text,
    'places', (select array_agg(r.place order by r.place) from import_rows r where r.import_id = next.id and r.kind in ('new', 'changed')));
end $$;

/*
 * The first statement of the commit: one import after the other; are these the rows that were confirmed, does the person
 * still reach them, is the ledger as it was shown? go, or why not (the job rolls back then).
 */
create function begin_commit(import bigint) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports;
  answer text := 'go';
  reached bigint[];
begin
  mine := begin_acting(import);
  reached := reach('asset.import');
  perform set_config('lock_timeout', '10s', true), set_config('statement_timeout', '0', true);
  perform pg_advisory_xact_lock(7229016);
  perform lock_reviews_of(array(select asset_number from import_rows where import_id = import and kind = 'changed'), '{}');
  perform from assets where number = any (array(select asset_number from import_rows where import_id = import and kind = 'changed'))
  order by number for no key update;
  if mine.rows_hash is null or import_rows_hash(import) <> mine.rows_hash or not exists (
       select from audit_events e where e.subject_type = 'imports' and e.subject_id = import and e.action = 'import.confirmed'
         and e.actor_id = mine.created_by and e.details ->> 'hash' = encode(mine.rows_hash, 'hex')) then
    answer := 'hashDiffers';
  elsif exists (select from import_rows r where r.import_id = import and r.kind in ('new', 'changed') and r.target = 'asset'
       and not coalesce(r.department_id = any (reached), false)) then
    answer := 'reachLost';
  else
    perform match_import_rows(import, true);
    if exists (select from import_rows where import_id = import and moved) then answer := 'changed'; end if;
    -- Before the schools' own rows, which name the ones they come from.
    if answer = 'go' then
      insert into checked_imports values (pg_current_xact_id(), import);
      perform write_standard_rows(mine);
    end if;
  end if;
  perform end_acting();
  return answer;
end $$;

/* From the job's second connection, between two steps. True: stop. */
create function report_import_progress(import bigint, of_phase text, so_far integer) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  if not import_is_held(import) then return true; end if;
  update import_progress set phase = of_phase, done = so_far, at = clock_timestamp() where import_id = import;
  return coalesce((select cancel_asked from import_progress where import_id = import), true);
end $$;

/* After a rollback: what became of it. changed: it is shown again; else cancelled or failed. */
create function end_commit(import bigint, outcome text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not import_is_held_here(import) or not exists (select from imports where id = import and state = 'committing') then
    perform refuse_writing('imports are written by the portal''s job only');
  end if;
  if outcome = 'changed' then
    perform begin_acting(import);
    update imports set state = 'previewed', rows_hash = null, request = null, confirmed_at = null where id = import;
    perform match_import_rows(import, true);
    perform record_events(jsonb_build_array(jsonb_build_object('action', 'import.matchedAgain', 'subjectType', 'imports', 'subjectId', import)));
    perform end_acting();
    return;
  end if;
  update imports set state = case outcome when 'cancelled' then 'cancelled' else 'failed' end,
    failure = case when outcome <> 'cancelled' then outcome end, ended_at = app_now()
  where id = import;
  -- Who cancelled is in the trail since they pressed the button.
  if outcome <> 'cancelled' then
    perform record_events(jsonb_build_array(jsonb_build_object('action', 'import.failed', 'subjectType', 'imports', 'subjectId', import,
      'details', jsonb_build_object('reason', outcome))));
  end if;
end $$;

/*
 * Imports that nobody is at work on any more: their process or its connection is gone, and with it all that it had not
 * committed. Run by the portal's watch and at the start of each job. Nothing is tried again by itself.
 */
create function fail_abandoned_imports() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone bigint[];
begin
  select array_agg(i.id) into gone from (
    select id from imports where state in ('reading', 'committing') for update skip locked) i
  where not import_is_held(i.id);
  if gone is null then return 0; end if;
  update imports set state = 'failed', failure = 'interrupted', ended_at = app_now() where id = any (gone);
  perform record_events((select jsonb_agg(jsonb_build_object('action', 'import.failed', 'subjectType', 'imports', 'subjectId', id,
    'details', '{"reason": "interrupted"}'::jsonb)) from unnest(gone) id));
  return cardinality(gone);
end $$;

/* Files and rows of imports that ended 90 days ago go; what waits for 30 days is cancelled. The imports themselves stay. */
create function forget_imports() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  late bigint[];
  old bigint[];
begin
  select array_agg(i.id) into late from (
    select id from imports where state in ('uploaded', 'asking', 'previewed') and created_at < app_now() - interval '30 days' for update skip locked) i;
  if late is not null then
    update imports set state = 'cancelled', ended_at = app_now() where id = any (late);
    perform record_events((select jsonb_agg(jsonb_build_object('action', 'import.expired', 'subjectType', 'imports', 'subjectId', id)) from unnest(late) id));
  end if;
  old := array(select i.id from imports i where i.ended_at < app_now() - interval '90 days'
    and exists (select from import_file_parts p where p.import_id = i.id));
  delete from import_rows where import_id = any (old);
  delete from import_written where import_id = any (old);
  delete from import_row_roles where import_id = any (old);
  delete from import_file_parts where import_id = any (old);
  return coalesce(cardinality(late), 0) + cardinality(old);
end $$;

do $$
declare
  door text;
begin
  foreach door in array array['confirm_import(bigint, integer, uuid)', 'next_import_to_commit()', 'begin_commit(bigint)',
    'report_import_progress(bigint, text, integer)', 'end_commit(bigint, text)', 'fail_abandoned_imports()', 'forget_imports()'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to daicho_write', door);
  end loop;
end $$;
revoke execute on function import_rows_hash(bigint) from public;
