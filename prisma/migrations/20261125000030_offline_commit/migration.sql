-- Writing what a workbook of answers says, and the pages that show it.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Writes checked rows as answers of their review: as on the screen, each looked at one by one on paper. Not granted to anybody. */
create function write_offline(book offline_workbooks, checked jsonb, mine bigint[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  told constant jsonb := (
    select coalesce(jsonb_agg(jsonb_build_object('number', c.asset_number::text, 'version', c.version, 'answer', c.answer,
      'note', coalesce(c.note, ''), 'opened', true) order by c.asset_number), '[]')
    from jsonb_to_recordset(checked) c (kind text, asset_number bigint, version integer, answer text, was text, note text)
    where c.kind = 'answer' and c.answer is not null and (c.answer <> 'notOurs' or c.was = 'notOurs'));
  saved constant jsonb := case when told <> '[]' then write_review_answers(book.review_id, told, mine) else '[]' end;
begin
  if exists (select from jsonb_array_elements(saved) s (e) where s.e ->> 'outcome' <> 'saved') then
    perform refuse_writing('answers on paper are written as they were checked');
  end if;
  update review_answers r set version = r.version + 1, answer = 'notOurs', settled = false, in_bulk = false, proposal_id = null,
    to_department_id = null, note = c.note, answered_by = viewer_id(), answered_at = app_now()
  from jsonb_to_recordset(checked) c (kind text, asset_number bigint, answer text, was text, note text)
  where c.kind = 'answer' and c.answer = 'notOurs' and c.was is distinct from 'notOurs'
    and r.review_id = book.review_id and r.asset_number = c.asset_number;
  insert into review_given (review_id, department_id, asset_number, place, version, value, given_by)
  select book.review_id, c.department_id, c.asset_number, g.place, coalesce((n.newest).version, 0) + 1, btrim(g.value), viewer_id()
  from jsonb_to_recordset(checked) c (kind text, department_id bigint, asset_number bigint, given jsonb)
  cross join lateral jsonb_to_recordset(c.given) g (place smallint, value text)
  cross join lateral (select review_given_at(book.review_id, c.department_id, c.asset_number, g.place) as newest) n
  where c.kind = 'answer';
  update offline_rows o set became = case c.kind when 'answer' then 'answered' when 'stale' then 'left' else c.kind end
  from jsonb_to_recordset(checked) c (place integer, kind text) where o.workbook_id = book.id and o.place = c.place;
  update offline_workbooks w set state = 'answered', answered_at = app_now() where w.id = book.id;
end $$;

/*
 * Answers what a workbook says, all or nothing, for the schools that signed. seal: of what the page showed; leaves_stale:
 * rows that changed since are left as they are. Answers {outcome: answered | same (this workbook was) | gone | changed |
 * refused | stale | nothing | unsigned, schools?: [{id, numbers, left, sheet, sheetName, sha256}], file?, fileSha256?, review?}.
 */
create function answer_offline(workbook bigint, seal text, leaves_stale boolean) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  book offline_workbooks;
  mine bigint[];
  wanted bigint;
  checked jsonb;
begin
  if permission_in_use() <> 'review.answerOffline' or not holds('review.answerOffline') then
    perform refuse_writing('bringing answers in needs review.answerOffline');
  end if;
  select * into book from offline_workbooks w where w.id = workbook for update;
  if not found or book.state = 'dropped' or not own_offline_workbook(workbook) then return '{"outcome": "gone"}'; end if;
  if book.state = 'answered' then return '{"outcome": "same"}'; end if;
  mine := offline_schools(book.review_id);
  -- Alone, as who answers questions; in the order in which answering takes them.
  for wanted in
    select distinct review_lock(book.review_id, o.department_id) from offline_rows o
    where o.workbook_id = workbook and o.department_id = any (mine) order by 1
  loop
    perform pg_advisory_xact_lock(wanted);
  end loop;
  perform from assets a where a.number in (select o.asset_number from offline_rows o where o.workbook_id = workbook and o.department_id = any (mine))
  order by a.number for no key update;
  if seal is distinct from offline_seal(workbook) then return '{"outcome": "changed"}'; end if;
  checked := (select jsonb_agg(to_jsonb(c)) from offline_checked(workbook) c);
  if exists (select from jsonb_array_elements(checked) c (e) where c.e ->> 'kind' = 'refused') then return '{"outcome": "refused"}'; end if;
  if not exists (select from jsonb_array_elements(checked) c (e) where c.e ->> 'kind' = 'answer') then return '{"outcome": "nothing"}'; end if;
  if not coalesce(leaves_stale, false) and exists (select from jsonb_array_elements(checked) c (e) where c.e ->> 'kind' = 'stale') then
    return '{"outcome": "stale"}';
  end if;
  if exists (select from jsonb_array_elements(checked) c (e) where c.e ->> 'kind' = 'answer'
      and (c.e ->> 'department_id')::bigint not in (select s.department_id from signed_sheets_of(workbook) s)) then
    return '{"outcome": "unsigned"}';
  end if;
  perform write_offline(book, checked, mine);
  return jsonb_build_object('outcome', 'answered', 'review', book.review_id::text, 'file', book.file_name, 'fileSha256', encode(book.file_hash, 'hex'),
    'schools', (select jsonb_agg(jsonb_build_object('id', s.department_id::text, 'sheet', s.id::text, 'sheetName', s.name,
        'sha256', encode(s.content_hash, 'hex'), 'numbers', n.numbers, 'left', n.stale) order by s.department_id)
      from signed_sheets_of(workbook) s
      cross join lateral (
        select coalesce(jsonb_agg(c.asset_number::text) filter (where c.kind = 'answer' and c.asset_number is not null), '[]') as numbers,
          count(*) filter (where c.kind = 'stale') as stale, count(*) filter (where c.kind = 'answer') as answered
        from jsonb_to_recordset(checked) c (kind text, department_id bigint, asset_number bigint) where c.department_id = s.department_id) n
      where n.answered > 0));
end $$;

/*
 * What a workbook would do, or did: {id, review, title, state, file, sha256, by, at, answeredAt, unread, seal, mayAnswer,
 * schools: [{id, code, name, state, rows, answer, same, stale, refused, blank, left, check, sheet: {id, name, bytes, sha256}}],
 * rows: [{place, sheet, line, department, number, name, answer, note, was, kind, problems, given}] (at most 1,500, those with
 * something wrong first)}. For whoever brought it; once answered, what is in reach of it for whoever reads reviews. Else null.
 */
create function show_offline(workbook bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  book constant offline_workbooks := (select w from offline_workbooks w where w.id = workbook);
  mine constant boolean := own_offline_workbook(workbook);
  reached constant bigint[] := reach('review.read');
  opened constant bigint[] := reach('asset.readRestricted');
begin
  if book.id is null or book.state = 'dropped' or book.state = 'shown' and not mine
     or book.state = 'answered' and not exists (select from offline_rows o where o.workbook_id = workbook and o.department_id = any (reached)) then
    return null;
  end if;
  return (
    with rows as materialized (
      select c.place, c.sheet, c.line, c.department_id, c.asset_number, c.name, c.answer, c.note, c.given, c.was, c.kind, c.problems
      from offline_checked(workbook) c where book.state = 'shown'
      union all
      select o.place, o.sheet, o.line, o.department_id, o.asset_number,
        case when r.visibility = 'internal' or o.department_id = any (opened) then s.name end, o.answer,
        case when r.visibility = 'internal' or o.department_id = any (opened) then o.note end, '[]', null,
        case o.became when 'answered' then 'answer' when 'left' then 'stale' else o.became end, '[]'
      from offline_rows o
      left join review_answers r on r.review_id = book.review_id and r.asset_number = o.asset_number
      left join review_scope s on s.review_id = book.review_id and s.asset_number = o.asset_number
      where o.workbook_id = workbook and book.state = 'answered' and o.department_id = any (reached)),
    schools as (
      select r.department_id, count(*) as total, count(*) filter (where r.kind = 'answer') as answer, count(*) filter (where r.kind = 'same') as same,
        count(*) filter (where r.kind = 'stale') as stale, count(*) filter (where r.kind = 'refused') as refused, count(*) filter (where r.kind = 'blank') as blank
      from rows r where r.department_id is not null group by r.department_id)
    select jsonb_build_object('id', workbook::text, 'review', book.review_id::text, 'title', v.title, 'state', book.state, 'file', book.file_name,
      'sha256', encode(book.file_hash, 'hex'), 'by', person_name(book.created_by), 'at', book.created_at, 'answeredAt', book.answered_at,
      'unread', to_jsonb(book.unread), 'mine', mine, 'seal', case when book.state = 'shown' then offline_seal(workbook) end,
      'unplaced', (select count(*) from rows r where r.department_id is null),
      'schools', coalesce((select jsonb_agg(jsonb_build_object('id', s.department_id::text, 'code', d.code, 'name', d.name, 'state', rd.state,
          'rows', s.total, 'answer', s.answer, 'same', s.same, 'stale', s.stale, 'refused', s.refused, 'blank', s.blank,
          'check', (select left(encode(sha256(convert_to(string_agg(o.asset_number || ':' || coalesce(o.asset_version::text, ''), ',' order by o.asset_number), 'UTF8')), 'hex'), 8)
            from offline_rows o where o.workbook_id = workbook and o.department_id = s.department_id and o.asset_number is not null),
          'signed', (select jsonb_build_object('id', g.id::text, 'name', g.name, 'bytes', octet_length(g.content), 'sha256', encode(g.content_hash, 'hex'))
            from signed_sheets_of(workbook) g where g.department_id = s.department_id)) order by d.code)
        from schools s join departments d on d.id = s.department_id
        left join review_departments rd on rd.review_id = book.review_id and rd.department_id = s.department_id), '[]'),
      'rows', coalesce((select jsonb_agg(to_jsonb(x) - 'urgency' order by x.urgency, x.place) from (
        select r.place, r.sheet, r.line, r.department_id::text as department, r.asset_number::text as number, r.name, r.answer, r.note, r.given, r.was,
          r.kind, r.problems, array_position(array['refused', 'stale', 'answer', 'same', 'blank'], r.kind) as urgency
        from rows r where r.kind in ('refused', 'stale', 'answer') order by 13, r.place limit 1500) x), '[]'))
    from reviews v where v.id = book.review_id);
end $$;

/*
 * A review's answers on paper, within reach: {id, title, state, schools: [{id, code, name, state, rows, answered}] for which the
 * viewer may bring answers in, waiting: [{id, file, at}] own ones, brought: [{workbook, file, by, at, school, sheet, sheetName}]}.
 * Null: there is no such review, or nothing of it is for the viewer.
 */
create function offline_page(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
  mine constant bigint[] := offline_schools(review);
begin
  if not exists (select from review_departments d where d.review_id = review and d.is_school and d.department_id = any (reached)) then return null; end if;
  return (
    select jsonb_build_object('id', v.id::text, 'title', v.title, 'state', v.state,
      'schools', coalesce((select jsonb_agg(jsonb_build_object('id', d.department_id::text, 'code', o.code, 'name', o.name, 'state', d.state,
          'open', review_is_answerable(review, d.department_id), 'rows', coalesce(n.rows, 0), 'answered', coalesce(n.rows - n.unanswered, 0)) order by o.code)
        from review_departments d join departments o on o.id = d.department_id
        left join review_sums(review, mine) n on n.department_id = d.department_id
        where d.review_id = review and d.department_id = any (mine)), '[]'),
      'waiting', coalesce((select jsonb_agg(jsonb_build_object('id', w.id::text, 'file', w.file_name, 'at', w.created_at) order by w.id desc)
        from offline_workbooks w where w.review_id = review and w.state = 'shown' and w.created_by = viewer_id() and mine <> '{}'), '[]'),
      'brought', coalesce((select jsonb_agg(jsonb_build_object('workbook', w.id::text, 'file', w.file_name, 'by', person_name(w.created_by), 'at', w.answered_at,
          'school', o.name, 'sheet', s.id::text, 'sheetName', s.name) order by w.id desc, o.code)
        from offline_workbooks w cross join lateral signed_sheets_of(w.id) s join departments o on o.id = s.department_id
        where w.review_id = review and w.state = 'answered' and s.department_id = any (reached)), '[]'))
    from reviews v where v.id = review);
end $$;

revoke execute on function write_offline(offline_workbooks, jsonb, bigint[]), answer_offline(bigint, text, boolean), show_offline(bigint),
  offline_page(bigint) from public;
grant execute on function answer_offline(bigint, text, boolean) to daicho_write;
grant execute on function show_offline(bigint), offline_page(bigint) to daicho_read, daicho_write;
