-- Who certifies in place of a school's head says which signed sheet it rests on.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The city's statement; where the viewer is not the school's head and its answers came on paper, with the newest signed sheet. */
create function statement_of_department(review bigint, department bigint) returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return review_statement() || case when exists (
      select from deciders('manager', department) x where x.person_id = viewer_id() and x.rank = 1 and x.on_behalf_of is null) then ''
    else coalesce((
      select '（校長が署名した紙「' || s.name || '」（' || left(encode(s.content_hash, 'hex'), 8) || '）による）'
      from signed_sheets s join offline_workbooks w on w.id = s.workbook_id and w.state = 'answered'
      where s.review_id = statement_of_department.review and s.department_id = department order by s.id desc limit 1), '') end;
end $$;

/* As before (20261123002383), with that statement. */
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
  values (review, department, decode(seen_hash, 'hex'), total, statement_of_department(review, department), viewer, used) returning id into new_id;
  return jsonb_build_object('outcome', 'certified', 'id', new_id::text);
end $$;

/* As before (20261123002383), with that statement. */
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
      'statement', statement_of_department(review, department), 'mayAnswer', department = any (review_answerers(review)),
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

revoke execute on function statement_of_department(bigint, bigint) from public;
