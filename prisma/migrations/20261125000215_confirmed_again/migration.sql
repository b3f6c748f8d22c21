-- The reading keeps, and the confirmation and the commit compare, what a file's words for a scheme meant (000210).
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * As before (000030); what was kept of rows is theirs again, and what words for a scheme meant stays with the file. All is read: what was found is kept, and rows meet the ledger. A remembered way of reading that fits a head is taken up
 * once, and the file read again with it. Answers asking | previewed | again | gone (cancelled meanwhile).
 */
create or replace function end_reading(import bigint, told jsonb) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports;
  taken constant jsonb := coalesce(jsonb_path_query_array(told, '$.sheets[*] ? (@.isTaken == true)'), '[]');
  remembered jsonb;
  next_state text;
begin
  if not is_being_read(import) then return 'gone'; end if;
  mine := begin_acting(import);
  if not mine.layout ? 'sheets' then remembered := remembered_layout(mine.created_by, told); end if;
  if remembered is not null then
    insert into import_answers (import_id, field, written, chosen)
    select import, a.field, a.written, a.chosen
    from jsonb_to_recordset(remembered -> 'answers') a (field text, written text, chosen text) on conflict do nothing;
    update imports set state = 'uploaded', found = told, layout = layout || jsonb_build_object('sheets', remembered -> 'sheets') where id = import;
    perform graphile_worker.add_job('readImports', '{}', job_key := 'readImports', max_attempts := 3);
    perform record_events(jsonb_build_array(jsonb_build_object('action', 'mapping.used', 'subjectType', 'imports', 'subjectId', import)));
    perform end_acting();
    return 'again';
  end if;
  update imports set found = told, blanks = case
      when layout ? 'blanks' then layout ->> 'blanks'
      when taken <> '[]' and not jsonb_path_exists(taken, '$[*] ? (!(@.isOwn == true))') then 'clear' else 'keep' end
  where id = import;
  update import_rows r set target = 'standard' where r.import_id = import and r.sheet in (
    select (s ->> 'index')::integer from jsonb_array_elements(taken) s where s -> 'isStandardLedger' = 'true');
  perform keep_rows_of(import, mine.kept);
  update imports set kept = '[]', schemes = schemes_of_files() where id = import;
  perform match_import_rows(import);
  next_state := case when taken = '[]' or told ->> 'isDoubtful' = 'true' and not mine.layout ? 'encoding'
      or not mine.layout ? 'sheets' and jsonb_path_exists(taken, '$[*] ? (@.isSchemeSure == false && @.scheme != "education" || @.heads[*].clash == true)')
    then 'asking' else 'previewed' end;
  update imports set state = next_state where id = import;
  perform record_events(jsonb_build_array(jsonb_build_object('action', 'import.read', 'subjectType', 'imports', 'subjectId', import,
    'details', jsonb_build_object('counts', (select counts from imports where id = import)))));
  perform end_acting();
  return next_state;
end $$;

/*
 * As before (000060); a file whose words for a scheme mean another one since it was read is read anew. All or nothing: what was shown is met with the ledger once more and sealed; then it waits for the job. The same request
 * again answers same. changed: something became other than it was shown, and is shown again.
 */
create or replace function confirm_import(import bigint, seen integer, pressed uuid) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(import, null, array['asking', 'previewed', 'queued', 'committing', 'done']) i);
  writes bigint;
begin
  if mine.id is null then return import_refusal(import, null); end if;
  if mine.state = 'asking' then return 'notReady'; end if;
  if mine.state <> 'previewed' then return case when mine.request = pressed then 'same' else 'gone' end; end if;
  if mine.version <> seen then return 'stale'; end if;
  if mine.schemes <> schemes_of_files() then
    update import_rows set mended = '{}' where import_id = import and mended <> '{}';
    perform read_again(import);
    return 'changed';
  end if;
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

/*
 * As before (000060); also rows of the standard ledger are held, and words for a scheme mean what they meant. The first statement of the commit: one import after the other; are these the rows that were confirmed, does the person
 * still reach them, is the ledger as it was shown? go, or why not (the job rolls back then).
 */
create or replace function begin_commit(import bigint) returns text
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
  elsif mine.schemes <> schemes_of_files() then
    answer := 'changed';
  else
    perform from standard_assets s where s.id = any (array(
      select r.asset_number from import_rows r where r.import_id = import and r.kind = 'changed' and r.target = 'standard'))
    order by s.id for no key update;
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
