-- What whoever brought a file in does with it before anything is written. Each door answers done, or why not; the event is
-- written by the portal's change(). Only their own import, only while it waits for them.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The file is read anew with what was put right: there is no second way of understanding. */
create function read_again(import bigint) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update imports set state = 'uploaded', failure = null, failure_args = '{}', ended_at = null, rows_hash = null, request = null,
    confirmed_at = null
  where id = import;
  perform graphile_worker.add_job('readImports', '{}', job_key := 'readImports', max_attempts := 3);
end $$;

/* {encoding?, sheets?, blanks?, reclassificationReason?}: what the person has put right. */
create function set_layout(import bigint, version integer, wish jsonb) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, version, array['asking', 'previewed'])) then return import_refusal(import, version); end if;
  update imports set layout = jsonb_strip_nulls(wish) - 'reclassificationReason',
    blanks = coalesce(nullif(wish ->> 'blanks', ''), blanks),
    reclassification_reason = case when wish ? 'reclassificationReason' then nullif(btrim(wish ->> 'reclassificationReason'), '') else reclassification_reason end
  where id = import;
  -- Other columns: what was typed into a row belonged to the former ones.
  update import_rows set mended = '{}' where import_id = import and mended <> '{}';
  perform read_again(import);
  return 'done';
end $$;

/* Why levels of registered assets change, said once for all rows that don't say it themselves. */
create function set_import_reason(import bigint, version integer, reason text) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, version, array['previewed'])) then return import_refusal(import, version); end if;
  update imports set reclassification_reason = nullif(btrim(reason), '') where id = import;
  return 'done';
end $$;

/* One answer for each distinct word that couldn't be read: [{field, written, chosen}]; chosen '' takes it back. */
create function answer_words(import bigint, version integer, answers jsonb) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, version, array['asking', 'previewed'])) then return import_refusal(import, version); end if;
  insert into import_answers (import_id, field, written, chosen)
  select import, a.field, a.written, a.chosen from jsonb_to_recordset(answers) a (field text, written text, chosen text)
  where coalesce(a.chosen, '') <> ''
  on conflict (import_id, field, written) do update set chosen = excluded.chosen;
  delete from import_answers o using jsonb_to_recordset(answers) a (field text, written text, chosen text)
  where o.import_id = import and o.field = a.field and o.written = a.written and coalesce(a.chosen, '') = '';
  perform read_again(import);
  return 'done';
end $$;

/* A row put right on the spot, understood by the same rules as the file; mended: {column: text} as it was typed. */
create function mend_row(import bigint, version integer, at_place integer, told jsonb, typed jsonb) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  was import_rows;
begin
  if not exists (select from own_import(import, version, array['previewed', 'asking'])) then return import_refusal(import, version); end if;
  select * into was from import_rows where import_id = import and place = at_place;
  if not found then return 'gone'; end if;
  perform replace_import_row(was, told, typed);
  perform match_import_rows(import);
  update imports set counts = counts || jsonb_build_object('mended', (
    select count(*) from import_rows where import_id = import and mended <> '{}')) where id = import;
  return 'done';
end $$;

/* Rows that are left out, with a reason; null: all that are refused or double. */
create function skip_rows(import bigint, version integer, places integer[], why text) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if coalesce(btrim(why), '') = '' then return 'reasonMissing'; end if;
  if not exists (select from own_import(import, version, array['previewed', 'asking'])) then return import_refusal(import, version); end if;
  update import_rows r set skip_reason = btrim(why)
  where r.import_id = import and r.kind <> 'skipped' and (r.place = any (places) or places is null and r.kind in ('refused', 'double'));
  if not found then return 'gone'; end if;
  perform match_import_rows(import);
  return 'done';
end $$;

create function unskip_rows(import bigint, version integer, places integer[]) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, version, array['previewed', 'asking'])) then return import_refusal(import, version); end if;
  update import_rows r set skip_reason = null where r.import_id = import and r.place = any (places) and r.skip_reason is not null;
  if not found then return 'gone'; end if;
  perform match_import_rows(import);
  return 'done';
end $$;

/* Keeps how each taken sheet of an import is read, for the next file with that head; for everybody needs importMapping.share. */
create function remember_mapping(import bigint, name text, shared text) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(import, null, array['asking', 'previewed', 'queued', 'committing', 'done']) i);
begin
  if mine.id is null then return import_refusal(import, null); end if;
  if shared = 'everyone' and not holds('importMapping.share') then return 'notPermitted'; end if;
  update import_mappings m set ended_on = app_today()
  where m.owner_id = mine.created_by and m.ended_on is null and m.head_hash in (
    select s ->> 'headHash' from jsonb_array_elements(mine.found -> 'sheets') s where s -> 'isTaken' = 'true');
  insert into import_mappings (owner_id, name, head_hash, head, sheet, answers, shared)
  select distinct on (s ->> 'headHash') mine.created_by, name, s ->> 'headHash',
    array(select array_to_string(array(select jsonb_array_elements_text(h -> 'words')), '／') from jsonb_array_elements(s -> 'heads') h),
    coalesce(mine.layout -> 'sheets' -> (s ->> 'index'), '{}') || jsonb_build_object('isChosen', true, 'columns',
      coalesce(mine.layout -> 'sheets' -> (s ->> 'index') -> 'columns',
        jsonb_path_query_array(s, '$.heads[*].use ? (@ != null)'))),
    coalesce((select jsonb_agg(jsonb_build_object('field', a.field, 'written', a.written, 'chosen', a.chosen))
      from import_answers a where a.import_id = import), '[]'), remember_mapping.shared
  from jsonb_array_elements(mine.found -> 'sheets') s where s -> 'isTaken' = 'true';
  return case when found then 'done' else 'gone' end;
end $$;

create function end_mapping(mapping bigint) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if permission_in_use() <> 'asset.import' then perform refuse_writing('importing needs asset.import'); end if;
  update import_mappings m set ended_on = app_today()
  where m.id = mapping and m.owner_id = permitted_viewer_id() and m.ended_on is null;
  return case when found then 'done' else 'gone' end;
end $$;

/* Before it is queued at once; while it is written the next step ends in a rollback. */
create function cancel_import(import bigint, version integer) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports;
begin
  -- Not by way of own_import: while it is written its row is locked by nobody, and must not be waited for here.
  if permission_in_use() <> 'asset.import' then perform refuse_writing('importing needs asset.import'); end if;
  select * into mine from imports i where i.id = import and i.created_by = permitted_viewer_id();
  if mine.id is null then return 'gone'; end if;
  if mine.state in ('uploaded', 'reading', 'asking', 'previewed', 'queued') then
    update imports set state = 'cancelled', ended_at = app_now()
    where id = import and state in ('uploaded', 'reading', 'asking', 'previewed', 'queued');
    if found then return 'done'; end if;
  end if;
  update import_progress set cancel_asked = true where import_id = import
    and exists (select from imports i where i.id = import and i.state = 'committing');
  return case when found then 'done' else 'gone' end;
end $$;

/* A failed import comes back to where its person can confirm it again; one that failed while it was read is read again. */
create function try_import_again(import bigint, version integer) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, version, array['failed'])) then return import_refusal(import, version); end if;
  if (select i.confirmed_at is null from imports i where i.id = import) then
    perform read_again(import);
  else
    update imports set state = 'previewed', failure = null, failure_args = '{}', ended_at = null, rows_hash = null, request = null,
      confirmed_at = null
    where id = import;
    perform match_import_rows(import, true);
  end if;
  return 'done';
end $$;

do $$
declare
  door text;
begin
  foreach door in array array['set_layout(bigint, integer, jsonb)', 'set_import_reason(bigint, integer, text)',
    'answer_words(bigint, integer, jsonb)', 'mend_row(bigint, integer, integer, jsonb, jsonb)', 'skip_rows(bigint, integer, integer[], text)',
    'unskip_rows(bigint, integer, integer[])', 'remember_mapping(bigint, text, text)', 'end_mapping(bigint)',
    'cancel_import(bigint, integer)', 'try_import_again(bigint, integer)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to daicho_write', door);
  end loop;
end $$;
revoke execute on function read_again(bigint) from public;
