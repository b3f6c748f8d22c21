-- Bringing answers on paper in: what is read is kept, looked at, and written all or nothing.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The schools of a review for which the viewer may bring answers in. */
create function offline_schools(review bigint) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
begin
  return array(
    select d.department_id from review_departments d
    where d.review_id = review and d.is_school and d.department_id = any (reach('review.answerOffline')) order by 1);
end $$;

/*
 * What each row that was read would do now. kind: answer | same | stale (answered or changed since it was written out) |
 * refused | blank. problems: [{code, cell?, written?}].
 */
create function offline_checked(workbook bigint)
returns table (place integer, sheet text, line integer, department_id bigint, asset_number bigint, name text, version integer,
  answer text, note text, given jsonb, was text, kind text, problems jsonb)
language plpgsql stable security definer rows 1000 set search_path from current as $$
declare
  book constant offline_workbooks := (select w from offline_workbooks w where w.id = workbook);
  mine constant bigint[] := offline_schools(book.review_id);
  opened constant bigint[] := reach('asset.readRestricted');
  asked constant jsonb := coalesce((select q.questions from review_questions q where q.review_id = book.review_id), '[]');
begin
  return query
    with told as materialized (
      select o.*, row_number() over (partition by o.asset_number, case when o.asset_number is null then o.place end order by o.place) as nth
      from offline_rows o where o.workbook_id = workbook),
    present as materialized (
      select r.*, a.version as of_asset, a.name, a.state as asset_state from told t
      join review_answers r on r.review_id = book.review_id and r.asset_number = t.asset_number and r.department_id = any (mine)
        and (r.visibility = 'internal' or r.department_id = any (opened))
      join assets a on a.number = r.asset_number where t.nth = 1),
    against as materialized (
      select o.asset_number, o.objections from (select p.department_id, array_agg(p.asset_number) as numbers from present p group by p.department_id) g
      cross join lateral review_objections(book.review_id, g.department_id, g.numbers) o),
    judged as (
      select t.place, t.sheet, t.line, coalesce(p.department_id, case when t.department_id = any (mine) then t.department_id end) as at,
        t.asset_number, p.name, p.version, t.answer, t.note, p.answer as was, t.problems as read_problems,
        exists (select from jsonb_array_elements(t.given) g where g ->> 'value' is not null) as gives,
        coalesce(g.differing, '[]') as differing, coalesce(g.stale, false) as given_stale, coalesce(g.unfit, false) as unfit,
        t.answer is not null and (t.answer is distinct from p.answer or t.note is distinct from p.note) as differs,
        coalesce(t.asset_version <> p.of_asset or t.answer_version <> p.version, false) as moved,
        coalesce(d.state = 'certified', false) as is_certified,
        t.review_id is distinct from book.review_id as is_other,
        t.asset_number is not null and p.asset_number is null or t.asset_number is null and not coalesce(t.department_id = any (mine), false) as is_unknown,
        t.nth > 1 as is_double,
        case when t.answer is distinct from p.answer and exists (select from proposals x where x.id = p.proposal_id and x.state = 'submitted') then 'waiting'
          when t.answer = 'notOurs' and p.answer is distinct from 'notOurs' and p.asset_state <> 'active'
            or t.answer = 'unchanged' and p.answer is distinct from 'unchanged' and 'ended' = any (o.objections) then 'ended'
          when t.answer in ('notOurs', 'unchanged') and t.answer is distinct from p.answer and 'openProposal' = any (o.objections) then 'openProposal'
          when t.answer = 'unchanged' and p.answer is distinct from 'unchanged' and 'schemeToChange' = any (o.objections) then 'schemeToChange' end as objection,
        not review_is_answerable(book.review_id, coalesce(p.department_id, t.department_id)) as is_closed
      from told t
      left join present p on p.asset_number = t.asset_number and t.nth = 1
      left join against o on o.asset_number = p.asset_number
      left join review_departments d on d.review_id = book.review_id and d.department_id = coalesce(p.department_id, t.department_id)
      left join lateral (
        select jsonb_agg(x.e) filter (where x.differs) as differing, bool_or(x.differs and x.seen <> x.present) as stale,
          bool_or(x.differs and told_given_outcome(x.question, x.e || jsonb_build_object('version', coalesce(x.present, 0),
            'number', t.asset_number), x.newest) <> 'saved') as unfit
        from (
          select e.e, n.newest, coalesce((n.newest).version, 0) as present, (e.e ->> 'version')::integer as seen,
            asked -> ((e.e ->> 'place')::integer - 1) as question,
            e.e ->> 'value' is not null and e.e ->> 'value' is distinct from (n.newest).value as differs
          from jsonb_array_elements(t.given) e (e)
          cross join lateral (select review_given_at(book.review_id, coalesce(p.department_id, t.department_id), t.asset_number,
            (e.e ->> 'place')::smallint) as newest) n) x) g on true),
    said as (
      select j.*, j.read_problems || coalesce((select jsonb_agg(jsonb_build_object('code', c.code)) from unnest(array_remove(array[
          case when j.is_other then 'otherReview' when j.is_double then 'double' when j.is_unknown then 'notInReview' end,
          case when not j.is_other and not j.is_unknown and not j.is_double then case
            when j.is_certified then 'certified' when j.is_closed then 'closed' when j.unfit then 'unfit' else j.objection end end], null)) c (code)), '[]') as found
      from judged j)
    select s.place, s.sheet, s.line, s.at, s.asset_number, s.name, s.version, s.answer, s.note, s.differing, s.was,
      case when s.read_problems <> '[]' then 'refused'
        when s.answer is null and not s.gives then 'blank'
        when not s.is_unknown and not s.is_other and not s.is_double and not s.differs and s.differing = '[]' then 'same'
        when s.found <> '[]' then 'refused'
        when s.differs and s.moved or s.given_stale then 'stale'
        else 'answer' end, s.found
    from said s order by s.place;
end $$;

/* The newest signed sheet of each school of a workbook. */
create function signed_sheets_of(workbook bigint) returns setof signed_sheets
language plpgsql stable security definer rows 50 set search_path from current as $$
begin
  return query select distinct on (s.department_id) s.* from signed_sheets s where s.workbook_id = workbook order by s.department_id, s.id desc;
end $$;

/* What confirming binds to: each row with what it would do, and the signed sheets. */
create function offline_seal(workbook bigint) returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return encode(sha256(convert_to(
    coalesce((select string_agg(concat_ws('|', c.place, c.kind, c.department_id, c.version, c.answer, c.note, c.given), E'\n' order by c.place)
      from offline_checked(workbook) c), '')
    || E'\n+' || coalesce((select string_agg(s.department_id || ' ' || encode(s.content_hash, 'hex'), '|' order by s.department_id)
      from signed_sheets_of(workbook) s), ''), 'UTF8')), 'hex');
end $$;

/*
 * Keeps what was read of a workbook: told {rows: [{sheet, line, number? | code?, review, assetVersion?, answerVersion?, answer?,
 * note?, given, problems}], unread: [names of sheets]}. What the viewer brought before for this review and has not answered
 * is dropped. Answers {outcome: kept | closed | empty | tooMany | noSchool, id?}.
 */
create function keep_offline_workbook(review bigint, name text, hash bytea, told jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  mine constant bigint[] := offline_schools(review);
  kept bigint;
begin
  if permission_in_use() <> 'review.answerOffline' or not holds('review.answerOffline') then
    perform refuse_writing('bringing answers in needs review.answerOffline');
  end if;
  if mine = '{}' then return '{"outcome": "noSchool"}'; end if;
  if not exists (select from unnest(mine) m (id) where review_is_answerable(review, m.id)) then return '{"outcome": "closed"}'; end if;
  if jsonb_array_length(told -> 'rows') > 5000 then return '{"outcome": "tooMany"}'; end if;
  if jsonb_array_length(told -> 'rows') = 0 then return '{"outcome": "empty"}'; end if;
  update offline_workbooks w set state = 'dropped'
  where w.review_id = review and w.created_by = viewer_id() and w.state = 'shown';
  insert into offline_workbooks (review_id, departments, file_name, file_hash, unread, created_by)
  values (review, mine, btrim(name), hash, array(select jsonb_array_elements_text(told -> 'unread')), viewer_id()) returning id into kept;
  insert into offline_rows (workbook_id, place, sheet, line, asset_number, department_id, review_id, asset_version, answer_version, answer, note, given, problems)
  select kept, t.place, t.e ->> 'sheet', (t.e ->> 'line')::integer, (t.e ->> 'number')::bigint,
    coalesce(r.department_id, (select d.id from departments d where d.code = t.e ->> 'code' and d.id = any (mine) order by d.id desc limit 1)),
    (t.e ->> 'review')::bigint, (t.e ->> 'assetVersion')::integer, (t.e ->> 'answerVersion')::integer, t.e ->> 'answer',
    nullif(btrim(t.e ->> 'note'), ''), t.e -> 'given', t.e -> 'problems'
  from jsonb_array_elements(told -> 'rows') with ordinality t (e, place)
  left join review_answers r on r.review_id = keep_offline_workbook.review and r.asset_number = (t.e ->> 'number')::bigint and r.department_id = any (mine);
  return jsonb_build_object('outcome', 'kept', 'id', kept::text);
end $$;

/* May the viewer still do something with this workbook? */
create function own_offline_workbook(workbook bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return holds('review.answerOffline') and exists (select from offline_workbooks w where w.id = workbook and w.created_by = viewer_id());
end $$;

/* 署名された紙 of one school. Answers {outcome: saved | gone, id?, sha256?}. Its kind is looked at before, and again by the table. */
create function add_signed_sheet(workbook bigint, department bigint, name text, kind text, content bytea) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  book offline_workbooks;
  kept signed_sheets;
begin
  if permission_in_use() <> 'review.answerOffline' or not holds('review.answerOffline') then
    perform refuse_writing('bringing answers in needs review.answerOffline');
  end if;
  select * into book from offline_workbooks w where w.id = workbook for share;
  if not found or not own_offline_workbook(workbook) or book.state <> 'shown' or department <> all (offline_schools(book.review_id))
     or not exists (select from offline_rows o where o.workbook_id = workbook and o.department_id = department) then
    return '{"outcome": "gone"}';
  end if;
  insert into signed_sheets (workbook_id, review_id, department_id, name, kind, content, added_by)
  values (workbook, book.review_id, department, name, kind, content, viewer_id()) returning * into kept;
  return jsonb_build_object('outcome', 'saved', 'id', kept.id::text, 'sha256', encode(kept.content_hash, 'hex'));
end $$;

revoke execute on function offline_schools(bigint), offline_checked(bigint), signed_sheets_of(bigint), offline_seal(bigint),
  keep_offline_workbook(bigint, text, bytea, jsonb), own_offline_workbook(bigint), add_signed_sheet(bigint, bigint, text, text, bytea) from public;
grant execute on function keep_offline_workbook(bigint, text, bytea, jsonb), add_signed_sheet(bigint, bigint, text, text, bytea) to daicho_write;
