-- What a reading that was interrupted, a commit that nears its end, and a file that is no longer there, leave to a person.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * What the person did to rows, by where they stand: a file that is read again keeps it. Where a reading was interrupted
 * its rows know nothing of that, and what was kept before it began still holds (end_reading empties it).
 */
create or replace function kept_rows(import bigint) returns jsonb
language sql stable set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('sheet', r.sheet, 'line', r.line, 'skipReason', r.skip_reason,
    'typed', nullif(r.mended, '{}'), 'told', case when r.mended <> '{}' then jsonb_build_object('departmentId', r.department_id,
      'number', r.number, 'nameCell', r.name_cell, 'scheme', r.scheme, 'levels', r.levels, 'audience', r.audience, 'reason', r.reason,
      'read', r.read, 'blanks', r.blanks, 'defaults', r.defaults, 'problems', r.read_problems, 'notices', r.read_notices,
      'readings', r.readings) end))), (select i.kept from imports i where i.id = import))
  from import_rows r where r.import_id = import and (r.skip_reason is not null or r.mended <> '{}')
$$;

/* As before; one whose file has been thrown away can't be, and a sixth import doesn't wait (000045). */
create or replace function try_import_again(import bigint, version integer) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(import, version, array['failed']) i);
begin
  if mine.id is null then return import_refusal(import, version); end if;
  if not exists (select from import_file_parts p where p.import_id = import) then return 'gone'; end if;
  perform pg_advisory_xact_lock(7229017, (mine.created_by % 2147483647)::integer);
  if (select count(*) from imports i where i.created_by = mine.created_by and i.ended_at is null) >= 5 then return 'tooManyWaiting'; end if;
  if mine.confirmed_at is null then
    perform read_again(import);
  else
    update imports set state = 'previewed', failure = null, failure_args = '{}', ended_at = null, rows_hash = null, request = null,
      confirmed_at = null
    where id = import;
    perform match_import_rows(import, true);
  end if;
  return 'done';
end $$;

/*
 * Before it is queued at once; while it is written the next step ends in a rollback. A commit in its last moment holds
 * its progress: whoever cancels waits for it, and hears that it is written.
 */
create or replace function cancel_import(import bigint, version integer) returns text
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
  perform from import_progress p where p.import_id = import for update;
  update import_progress set cancel_asked = true where import_id = import
    and exists (select from imports i where i.id = import and i.state = 'committing');
  return case when found then 'done' else 'gone' end;
end $$;
