-- A name that several departments bear (市民課) is the one that the importer may bring in, where there is just one such.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Departments that whoever sent a file may bring in; none for somebody who may not sign in any more. Only while it is read. */
create function reach_of_importer(import bigint) returns bigint[]
language plpgsql volatile security definer set search_path from current as $$
declare
  answer bigint[];
begin
  perform begin_acting(import);
  answer := reach('asset.import');
  perform end_acting();
  return answer;
exception when sqlstate 'DA005' then
  return '{}';
end $$;

/*
 * For the reading job: the next file and all that it is read with, held by this connection until it ends. What was read
 * of it before goes. Null: nothing waits. {id, name, today, layout, encoding, blanks, answers, parts, words}
 */
create or replace function next_import_to_read() returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  next imports;
begin
  select * into next from imports where state = 'uploaded' and file_hash is not null order by id limit 1 for update skip locked;
  if not found or not pg_try_advisory_lock(7229014, (next.id % 2147483647)::integer) then return null; end if;
  update imports set kept = kept_rows(next.id) where id = next.id and exists (select from import_rows r where r.import_id = next.id);
  delete from import_rows where import_id = next.id;
  delete from import_row_roles where import_id = next.id;
  update imports set state = 'reading', counts = '{}', failure = null, failure_args = '{}' where id = next.id;
  insert into import_progress (import_id, phase) values (next.id, 'reading')
  on conflict (import_id) do update set phase = 'reading', done = 0, total = null, cancel_asked = false, at = clock_timestamp();
  return jsonb_build_object('id', next.id::text, 'name', next.file_name, 'today', app_today(), 'layout', next.layout,
    'encoding', next.layout -> 'encoding', 'blanks', next.blanks,
    'answers', coalesce((select jsonb_agg(jsonb_build_object('field', a.field, 'written', a.written, 'chosen', a.chosen))
      from import_answers a where a.import_id = next.id), '[]'),
    'parts', (select count(*) from import_file_parts p where p.import_id = next.id), 'words', read_vocabulary() || jsonb_build_object('reach', to_jsonb(reach_of_importer(next.id)::text[])));
end $$;

revoke execute on function reach_of_importer(bigint) from public;
