-- A file comes in and is read. The portal's process only carries bytes and rows; what they mean it is told by a child
-- process without a database (docs/adr/0037-imports-act-in-the-database.md).
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The viewer's own import in one of these states, locked; no row: not theirs, or gone on. */
create function own_import(import bigint, seen_version integer, states text[]) returns setof imports
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
begin
  if viewer is null or permission_in_use() not in ('asset.import', 'importMapping.share') or not holds('asset.import') then
    perform refuse_writing('importing needs asset.import');
  end if;
  return query
    select i.* from imports i where i.id = import and i.created_by = viewer
      and (seen_version is null or i.version = seen_version) and i.state = any (states) for update;
end $$;
/* Why there is no such row. */
create function import_refusal(import bigint, seen_version integer) returns text
language sql stable set search_path from current as $$
  select coalesce((
    select case when seen_version is not null and i.version <> seen_version then 'stale' else 'gone' end
    from imports i where i.id = import and i.created_by = permitted_viewer_id()), 'gone')
$$;

/* {id}, or {refused: tooManyWaiting}: five imports of a person may wait. Parts follow in the same transaction. */
create function begin_import(name text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := permitted_viewer_id();
  new_id bigint;
begin
  if viewer is null or permission_in_use() <> 'asset.import' or not holds('asset.import') then
    perform refuse_writing('importing needs asset.import');
  end if;
  perform pg_advisory_xact_lock(7229017, (viewer % 2147483647)::integer);
  if (select count(*) from imports i where i.created_by = viewer and i.ended_at is null) >= 5 then
    return '{"refused": "tooManyWaiting"}';
  end if;
  insert into imports (created_by, file_name) values (viewer, name) returning id into new_id;
  return jsonb_build_object('id', new_id::text);
end $$;

create function add_import_part(import bigint, place integer, content bytea) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from own_import(import, null, array['uploaded']) i where i.file_hash is null) then
    perform refuse_writing('this file is whole already');
  end if;
  insert into import_file_parts values (import, place, content);
  return true;
end $$;

/* The file is whole and what it was said to be: it waits to be read. Otherwise nothing of it stays. */
create function end_upload(import bigint, hash bytea) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from own_import(import, null, array['uploaded']) i);
  told bigint;
  whole bytea;
begin
  select coalesce(sum(length(content)), 0), sha256(coalesce(string_agg(content, ''::bytea order by place), '')) into told, whole
  from import_file_parts where import_id = import;
  if mine.id is null or mine.file_hash is not null then return 'gone'; end if;
  if told > 33554432 or whole is distinct from hash then perform refuse_writing('the file is not what was sent'); end if;
  update imports set file_hash = hash, file_bytes = told where id = import;
  perform graphile_worker.add_job('readImports', '{}', job_key := 'readImports', max_attempts := 3);
  return 'done';
end $$;

/* What a file is read with: departments, what they were called, schemes with their levels. */
create function read_vocabulary() returns jsonb
language sql stable set search_path from current as $$
  select jsonb_build_object(
    'departments', coalesce((select jsonb_agg(jsonb_build_object('id', d.id::text, 'code', d.code, 'name', d.name,
      'parentId', d.parent_id::text, 'validFrom', d.valid_from, 'validTo', d.valid_to, 'category', d.category_code) order by d.id)
      from departments d), '[]'),
    'successions', coalesce((select jsonb_agg(jsonb_build_object('effectiveOn', s.effective_on, 'kind', s.kind,
      'fromId', s.from_id::text, 'toId', s.to_id::text) order by s.effective_on, s.from_id, s.to_id)
      from department_successions s where s.to_id is not null), '[]'),
    'schemes', coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'family', c.family, 'status', c.status, 'label', c.label,
      'levels', (select coalesce(jsonb_agg(jsonb_build_object('axis', l.axis, 'code', l.code, 'label', l.label, 'rank', l.rank,
        'criterion', l.criterion, 'example', l.example) order by l.axis, l.rank desc), '[]') from levels l where l.scheme_id = c.id))
      order by c.effective_on desc, c.id desc) from classification_schemes c where c.status <> 'draft'), '[]'))
$$;

/* What the person did to rows, by where they stand: a file that is read again keeps it. */
create function kept_rows(import bigint) returns jsonb
language sql stable set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('sheet', r.sheet, 'line', r.line, 'skipReason', r.skip_reason,
    'typed', nullif(r.mended, '{}'), 'told', case when r.mended <> '{}' then jsonb_build_object('departmentId', r.department_id,
      'number', r.number, 'nameCell', r.name_cell, 'scheme', r.scheme, 'levels', r.levels, 'audience', r.audience, 'reason', r.reason,
      'read', r.read, 'blanks', r.blanks, 'defaults', r.defaults, 'problems', r.read_problems, 'notices', r.read_notices,
      'readings', r.readings) end))), '[]')
  from import_rows r where r.import_id = import and (r.skip_reason is not null or r.mended <> '{}')
$$;
create function keep_rows_of(import bigint, kept jsonb) returns void
language plpgsql volatile set search_path from current as $$
declare
  k record;
  was import_rows;
begin
  for k in select * from jsonb_to_recordset(kept) t (sheet integer, line integer, "skipReason" text, typed jsonb, told jsonb) loop
    select * into was from import_rows r where r.import_id = import and r.sheet = k.sheet and r.line = k.line;
    continue when not found;
    if k.typed is not null then perform replace_import_row(was, k.told, k.typed); end if;
    update import_rows set skip_reason = k."skipReason" where import_id = import and place = was.place and k."skipReason" is not null;
  end loop;
end $$;
create function replace_import_row(was import_rows, told jsonb, typed jsonb) returns void
language plpgsql volatile set search_path from current as $$
begin
  delete from import_rows where import_id = was.import_id and place = was.place;
  perform put_import_rows(was.import_id, jsonb_build_array(told || jsonb_build_object('place', was.place, 'sheet', was.sheet,
    'sheetName', was.sheet_name, 'line', was.line, 'target', was.target, 'cells', was.cells)));
  update import_rows set mended = was.mended || typed, skip_reason = was.skip_reason where import_id = was.import_id and place = was.place;
end $$;

/*
 * For the reading job: the next file and all that it is read with, held by this connection until it ends. What was read
 * of it before goes. Null: nothing waits. {id, name, today, layout, encoding, blanks, answers, parts, words}
 */
create function next_import_to_read() returns jsonb
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
    'parts', (select count(*) from import_file_parts p where p.import_id = next.id), 'words', read_vocabulary());
end $$;

create function import_part(import bigint, place integer) returns bytea
language plpgsql stable security definer set search_path from current as $$
begin
  if not import_is_held_here(import) then perform refuse_writing('only who reads a file gets it'); end if;
  return (select p.content from import_file_parts p where p.import_id = import and p.place = import_part.place);
end $$;

/* False: its owner has cancelled it meanwhile. */
create function is_being_read(import bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  if not import_is_held_here(import) then perform refuse_writing('only who reads a file tells what it says'); end if;
  return exists (select from imports where id = import and state = 'reading');
end $$;

/* Does a row carry all the levels that its scheme asks for? Only then is it more than a draft. */
create function row_is_complete(scheme text, levels jsonb, audience text) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select case scheme when 'education' then levels ->> 'importance' is not null and audience is not null
    else num_nulls(levels ->> 'confidentiality', levels ->> 'integrity', levels ->> 'availability') = 0 end
$$;

/* Rows as they were read: [{place, sheet, sheetName, line, cells, departmentId, number, nameCell, scheme, levels, …}]. */
create function put_import_rows(import bigint, rows jsonb) returns void
language sql volatile set search_path from current as $$
  insert into import_rows (import_id, place, sheet, sheet_name, line, target, cells, department_id, number, name_cell, scheme,
    levels, audience, reason, read, blanks, defaults, read_problems, read_notices, readings, problems, notices, kind, proposes)
  select import, r.place, r.sheet, r."sheetName", r.line, coalesce(r.target, 'asset'), r.cells, r."departmentId", r.number,
    r."nameCell", r.scheme, coalesce(r.levels, '{}'), r.audience, r.reason, r.read, coalesce(r.blanks, '{}'), coalesce(r.defaults, '{}'),
    coalesce(r.problems, '[]'), coalesce(r.notices, '[]'), coalesce(r.readings, '[]'), coalesce(r.problems, '[]'),
    coalesce(r.notices, '[]'), case when coalesce(r.problems, '[]') = '[]' then 'new' else 'refused' end,
    case when coalesce(r.problems, '[]') = '[]' and row_is_complete(r.scheme, coalesce(r.levels, '{}'), r.audience)
      then array['state'] else '{}' end
  from jsonb_to_recordset(rows) r (place integer, sheet integer, "sheetName" text, line integer, target text, cells jsonb,
    "departmentId" bigint, number bigint, "nameCell" text, scheme text, levels jsonb, audience text, reason text, read jsonb,
    blanks text[], defaults jsonb, problems jsonb, notices jsonb, readings jsonb)
$$;

create function store_import_rows(import bigint, rows jsonb) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  if not is_being_read(import) then return false; end if;
  perform put_import_rows(import, rows);
  update import_progress set done = done + jsonb_array_length(rows), at = clock_timestamp() where import_id = import;
  return true;
end $$;

create function store_import_roles(import bigint, of_sheet integer, roles jsonb) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  if not is_being_read(import) then return false; end if;
  insert into import_row_roles (import_id, sheet, line, lines, role, text)
  select import, of_sheet, r.line, coalesce(r.lines, 1), r.role, coalesce(r.text, '')
  from jsonb_to_recordset(roles) r (line integer, lines integer, role text, text text);
  return true;
end $$;

/* Somebody acts for whoever brought the import in, until end_acting: of the doors of jobs the first thing. */
create function begin_acting(import bigint) returns imports
language plpgsql volatile security definer set search_path from current as $$
declare
  mine imports := (select i from imports i where i.id = import and i.state in ('reading', 'committing'));
begin
  if mine.id is null or not import_is_held_here(import) or coalesce(current_setting('app.session', true), '') <> '' then
    perform refuse_writing('imports are written by the portal''s job only');
  end if;
  if not exists (select from people p where p.id = mine.created_by and (p.ended_on is null or p.ended_on > app_today()))
     or exists (select from credentials c where c.person_id = mine.created_by and c.must_change) then
    raise exception 'nobody acts for somebody who may not sign in' using errcode = 'DA005';
  end if;
  insert into acting_imports values (pg_current_xact_id(), import, mine.created_by);
  perform set_config('app.permission', 'asset.import', true);
  return mine;
end $$;

/*
 * All is read: what was found is kept, and rows meet the ledger. A remembered way of reading that fits a head is taken up
 * once, and the file read again with it. Answers asking | previewed | again | gone (cancelled meanwhile).
 */
create function end_reading(import bigint, told jsonb) returns text
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

/* A file that can't be read: its code and what belongs to it, put into words by lib/labels/import-refusals.ts. */
create function refuse_import(import bigint, reason text, args text[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not is_being_read(import) then return; end if;
  perform begin_acting(import);
  delete from import_rows where import_id = import;
  delete from import_row_roles where import_id = import;
  update imports set state = 'refused', failure = reason, failure_args = coalesce(args, '{}'), ended_at = app_now(), counts = '{}' where id = import;
  perform record_events(jsonb_build_array(jsonb_build_object('action', 'import.refused', 'subjectType', 'imports', 'subjectId', import,
    'details', jsonb_build_object('reason', reason))));
  perform end_acting();
end $$;

/* For each head, one's own newest way of reading it, else the department's, else everybody's. Null: none is known. */
create function remembered_layout(person bigint, told jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  fitting bigint[];
  answer jsonb;
begin
  select array_agg(x.mapping), jsonb_build_object('sheets', jsonb_object_agg(x.sheet, x.reading),
    'answers', jsonb_path_query_array(jsonb_agg(x.answers), '$[*][*]'))
  into fitting, answer
  from (
    select distinct on (s ->> 'index') s ->> 'index' as sheet, m.id as mapping, m.sheet as reading, m.answers
    from jsonb_array_elements(told -> 'sheets') s
    join import_mappings m on m.head_hash = s ->> 'headHash' and m.ended_on is null and mapping_is_mine(m.owner_id, m.shared)
    where s -> 'isHidden' is distinct from 'true'
    order by s ->> 'index', m.owner_id = person desc, m.shared = 'department' desc, m.id desc) x;
  if fitting is null then return null; end if;
  update import_mappings set used_at = app_now() where id = any (fitting);
  return answer;
end $$;

revoke execute on function own_import(bigint, integer, text[]), import_refusal(bigint, integer), begin_import(text),
  add_import_part(bigint, integer, bytea), end_upload(bigint, bytea), read_vocabulary(), next_import_to_read(),
  import_part(bigint, integer), kept_rows(bigint), keep_rows_of(bigint, jsonb),
  replace_import_row(import_rows, jsonb, jsonb), is_being_read(bigint), row_is_complete(text, jsonb, text), put_import_rows(bigint, jsonb),
  store_import_rows(bigint, jsonb), store_import_roles(bigint, integer, jsonb), begin_acting(bigint), end_reading(bigint, jsonb),
  refuse_import(bigint, text, text[]), remembered_layout(bigint, jsonb) from public;
grant execute on function begin_import(text), add_import_part(bigint, integer, bytea), end_upload(bigint, bytea),
  next_import_to_read(), import_part(bigint, integer), store_import_rows(bigint, jsonb),
  store_import_roles(bigint, integer, jsonb), end_reading(bigint, jsonb), refuse_import(bigint, text, text[]) to daicho_write;
