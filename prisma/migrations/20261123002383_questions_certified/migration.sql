-- What is given to the questions of a review: in the hash, in what blocks, on the sheet and in the report.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* What a department gave for itself, as its pages show it: [{place, version, value, file, fileName, bytes, by, at}]. */
create function review_given_shown(review bigint, department bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('place', g.place, 'version', g.version, 'value', g.value, 'file', f.id::text,
      'fileName', f.name, 'bytes', octet_length(f.content), 'by', person_name(g.given_by), 'at', g.given_at) order by g.place), '[]')
    from review_given_now(review, department) g left join review_files f on f.id = g.file_id where g.asset_number is null);
end $$;

/*
 * The same for the report, up to the moment of closing: for the department {place, value, fileName}, for its assets how
 * often each choice was given {place, value, rows} (texts and files are counted, not repeated).
 */
create function review_given_until(review bigint, department bigint, until timestamptz) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  return (
    with newest as (
      select distinct on (g.asset_number, g.place) g.asset_number, g.place, g.value, g.file_id from review_given g
      where g.review_id = review and g.department_id = department and g.given_at <= until
      order by g.asset_number, g.place, g.version desc),
    told as (
      select n.place, n.value, f.name as file_name, null::bigint as rows from newest n left join review_files f on f.id = n.file_id
      where n.asset_number is null and num_nonnulls(n.value, n.file_id) = 1
      union all
      select n.place, case when q.asked ->> 'kind' in ('choice', 'yesNo') then n.value end, null, count(*)
      from newest n join review_questions k on k.review_id = review
      cross join lateral (select k.questions -> (n.place - 1) as asked) q
      where n.asset_number is not null and num_nonnulls(n.value, n.file_id) = 1 group by 1, 2)
    select coalesce(jsonb_agg(jsonb_build_object('place', t.place, 'value', t.value, 'fileName', t.file_name, 'rows', t.rows)
      order by t.place, t.rows desc, t.value), '[]') from told t);
end $$;

/* The exact answers of a department in one number, with what it proposes to add to the ledger and what it gave to the questions. */
create or replace function review_answers_hash(review bigint, department bigint) returns bytea
language plpgsql stable security definer set search_path from current as $$
begin
  return sha256(convert_to(
    coalesce((select string_agg(concat_ws('|', r.asset_number, r.version, coalesce(r.answer, '-'), r.settled, r.in_bulk,
      coalesce(r.proposal_id::text, '-'), r.opened_by is not null, coalesce(r.note, '')), E'\n' order by r.asset_number)
      from review_answers r where r.review_id = review and r.department_id = department), '') || E'\n+'
    || coalesce((select string_agg(i.asset_number::text, '|' order by i.asset_number)
      from proposals p join proposal_items i on i.proposal_id = p.id and i.kind = 'registration'
      where p.review_id = review and p.department_id = department and p.state in ('submitted', 'approved')), '')
    || coalesce((select E'\n?' || string_agg(concat_ws('|', coalesce(g.asset_number::text, '-'), g.place, g.version, coalesce(g.value, '-'),
        coalesce(encode(f.content_hash, 'hex'), '-')), E'\n' order by g.asset_number nulls first, g.place)
      from review_given_now(review, department) g left join review_files f on f.id = g.file_id), ''), 'UTF8'));
end $$;

/*
 * What speaks against "unchanged": mustOpen (not opened yet), ended (no longer in the ledger), changedSince (other than
 * frozen), openProposal (a change waits for approval), requiredQuestion (not answered yet), and findings that block. Only rows with something are answered.
 */
create or replace function review_objections(review bigint, department bigint, numbers bigint[])
returns table (asset_number bigint, objections text[])
language plpgsql stable security definer rows 1000 set search_path from current as $$
declare
  required constant smallint[] := review_required_places(review, 'asset');
begin
  return query
    select x.number, x.found from (
      select s.asset_number as number, array_remove(array[
        case when s.must_open and r.opened_by is null then 'mustOpen' end,
        case when a.state <> 'active' then 'ended' end,
        case when a.state = 'active' and (s.kind_code, s.zone_cell, s.scheme_id, s.confidentiality, s.integrity, s.availability,
            s.importance, s.audience, s.personal_data, s.data_subjects, s.take_out)
          is distinct from (a.kind_code, a.zone_cell, a.scheme_id, a.confidentiality, a.integrity, a.availability,
            a.importance, a.audience, a.personal_data, a.data_subjects, a.take_out) then 'changedSince' end,
        case when i.asset_number is not null then 'openProposal' end,
        case when 'unclassified' = any (s.findings) then 'unclassified' end,
        case when 'retiredScheme' = any (s.findings) then 'retiredScheme' end,
        case when required <> '{}' and r.answer is distinct from 'disposed' and not row_is_given(review, r.asset_number, required)
          then 'requiredQuestion' end], null) as found
      from review_answers r
      join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
      join assets a on a.number = r.asset_number
      left join proposal_items i on i.asset_number = r.asset_number and i.state in ('open', 'approved')
      where r.review_id = review and r.department_id = department and (numbers is null or r.asset_number = any (numbers))) x
    where x.found <> '{}';
end $$;

/*
 * Certifies a department. seen_hash: of the answers that the page showed (review_seal). Answers {outcome: certified |
 * changed | notAnswered | unsettled | questionsMissing | alreadyCertified | closed | notYours | nothing, id?, by?, count?}.
 */
create or replace function certify_department(review bigint, department bigint, seen_hash text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  used bigint;
  standing review_certifications;
  total bigint;
  open_rows bigint;
  unsettled bigint;
  new_id bigint;
  missing jsonb;
begin
  if permission_in_use() <> 'review.certify' or department <> all (reach('review.certify')) then
    perform refuse_writing('certifying needs review.certify');
  end if;
  select x.grant_id into used from deciders('manager', department) x where x.person_id = viewer
  order by x.on_behalf_of is not null, x.rank, x.grant_id limit 1;
  if not found then return '{"outcome": "notYours"}'; end if;
  perform pg_advisory_xact_lock(review_lock(review, department));
  select * into standing from review_certifications c where c.review_id = review and c.department_id = department and c.state = 'standing';
  if found then return jsonb_build_object('outcome', 'alreadyCertified', 'by', person_name(standing.certified_by)); end if;
  if not review_is_answerable(review, department) then return '{"outcome": "closed"}'; end if;
  select count(*), count(*) filter (where r.answer is null), count(*) filter (where r.answer is not null and not r.settled)
  into total, open_rows, unsettled from review_answers r where r.review_id = review and r.department_id = department;
  if total = 0 then return '{"outcome": "nothing"}'; end if;
  if encode(review_answers_hash(review, department), 'hex') is distinct from seen_hash then return '{"outcome": "changed"}'; end if;
  if open_rows > 0 then return jsonb_build_object('outcome', 'notAnswered', 'count', open_rows); end if;
  if unsettled > 0 then return jsonb_build_object('outcome', 'unsettled', 'count', unsettled); end if;
  missing := review_missing(review, department);
  if missing <> '{"questions": 0, "rows": 0}' then
    return missing || '{"outcome": "questionsMissing"}';
  end if;
  insert into review_certifications (review_id, department_id, answers_hash, rows, statement, certified_by, grant_id)
  values (review, department, decode(seen_hash, 'hex'), total, review_statement(), viewer, used) returning id into new_id;
  return jsonb_build_object('outcome', 'certified', 'id', new_id::text);
end $$;

/*
 * One department of a review for its sheet and its certificate: its figures, `free` (rows that "the rest is unchanged"
 * would answer), `seal` (the hash that a certificate binds to), the questions with what it gave, what the viewer may do. Null: not within reach.
 */
create or replace function review_department(review bigint, department bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
begin
  if department <> all (reach('review.read')) or not exists (
       select from review_departments d where d.review_id = review and d.department_id = department) then
    return null;
  end if;
  return (
    select jsonb_build_object('id', department::text, 'name', o.name, 'state', d.state, 'isSchool', d.is_school,
      'bureauId', d.bureau_id::text, 'returnedReason', d.returned_reason, 'reopenReason', d.reopen_reason,
      'answerable', review_is_answerable(review, department), 'rows', coalesce(n.rows, 0),
      'none', coalesce(n.unanswered, 0), 'unchanged', coalesce(n.unchanged, 0), 'change', coalesce(n.change, 0), 'disposed', coalesce(n.disposed, 0),
      'notOurs', coalesce(n.not_ours, 0), 'unsettled', coalesce(n.unsettled, 0), 'bulk', coalesce(n.bulk, 0),
      'free', cardinality(review_free_rows(review, department)), 'seal', encode(review_answers_hash(review, department), 'hex'),
      'statement', review_statement(), 'mayAnswer', department = any (review_answerers(review)),
      'mayCertify', department = any (reach('review.certify')) and exists (select from deciders('manager', department) x where x.person_id = viewer),
      'certifiesFor', (select person_name(x.on_behalf_of) from deciders('manager', department) x where x.person_id = viewer
        order by x.on_behalf_of is not null, x.rank, x.grant_id limit 1),
      'questions', coalesce((select q.questions from review_questions q where q.review_id = review), '[]'),
      'missing', review_missing(review, department), 'given', review_given_shown(review, department),
      'additions', (select coalesce(jsonb_agg(i.asset_number::text order by i.asset_number), '[]')
        from proposals p join proposal_items i on i.proposal_id = p.id and i.kind = 'registration'
        where p.review_id = review and p.department_id = department and p.state in ('submitted', 'approved') and asset_in_reach(i.asset_number)),
      'lastCertificate', (select jsonb_build_object('by', person_name(c.certified_by), 'for', person_name(c.certified_for), 'at', c.certified_at,
          'state', c.state, 'endedAt', c.ended_at, 'endReason', c.end_reason, 'hash', encode(c.answers_hash, 'hex'))
        from review_certifications c where c.review_id = review and c.department_id = department order by c.id desc limit 1))
    from review_departments d join departments o on o.id = d.department_id
    left join review_sums(review, array[department]) n on n.department_id = d.department_id
    where d.review_id = review and d.department_id = department);
end $$;

/* The completion report: the departments within reach, as they were when the review was closed, with what they gave to the questions until then. Null while it is open. */
create or replace function review_report(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
begin
  if not holds('review.read') then return null; end if;
  return (
    select r.report || jsonb_build_object('departments', (
      select coalesce(jsonb_agg(d || jsonb_build_object('given', review_given_until(review, (d ->> 'id')::bigint, r.closed_at)) order by place), '[]') from jsonb_array_elements(r.report -> 'departments') with ordinality t (d, place)
      where (d ->> 'id')::bigint = any (reached)),
      'questions', coalesce((select q.questions from review_questions q where q.review_id = review), '[]'))
    from reviews r where r.id = review and r.state = 'closed');
end $$;

revoke execute on function review_given_shown(bigint, bigint), review_given_until(bigint, bigint, timestamptz) from public;
