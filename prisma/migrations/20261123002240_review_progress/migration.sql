-- Progress, a department's figures and the completion report, each within the viewer's reach.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Counts of departments in a review from the cells. */
create function review_sums(review bigint, among bigint[])
returns table (department_id bigint, rows bigint, unanswered bigint, unchanged bigint, change bigint, disposed bigint, not_ours bigint,
  unsettled bigint, bulk bigint)
language plpgsql stable security definer rows 200 set search_path from current as $$
begin
  return query
    select n.department_id, coalesce(sum(n.rows), 0)::bigint, coalesce(sum(n.rows) filter (where n.answer is null), 0)::bigint,
      coalesce(sum(n.rows) filter (where n.answer = 'unchanged'), 0)::bigint, coalesce(sum(n.rows) filter (where n.answer = 'change'), 0)::bigint,
      coalesce(sum(n.rows) filter (where n.answer = 'disposed'), 0)::bigint, coalesce(sum(n.rows) filter (where n.answer = 'notOurs'), 0)::bigint,
      coalesce(sum(n.rows) filter (where n.answer is not null and not n.settled), 0)::bigint,
      coalesce(sum(n.rows) filter (where n.in_bulk), 0)::bigint
    from review_counts n where n.review_id = review and (among is null or n.department_id = any (among)) group by 1;
end $$;

/*
 * Departments of a review within reach, in the order of bureaus: [{id, name, code, bureauId, bureau, isSchool, state, rows,
 * none, unchanged, change, disposed, notOurs, unsettled, bulk, returnedReason, reopenReason, certificate, signOff}].
 * 関係者限り rows are counted, not named. Null: no such review.
 */
create function review_progress(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
begin
  if not holds('review.read') or not exists (select from reviews r where r.id = review) then return null; end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', d.department_id::text, 'name', o.name, 'code', o.code, 'bureauId', d.bureau_id::text,
      'bureau', b.name, 'isSchool', d.is_school, 'state', d.state, 'rowsAtOpening', d.rows_at_opening, 'rows', coalesce(n.rows, 0),
      'none', coalesce(n.unanswered, 0), 'unchanged', coalesce(n.unchanged, 0), 'change', coalesce(n.change, 0), 'disposed', coalesce(n.disposed, 0),
      'notOurs', coalesce(n.not_ours, 0), 'unsettled', coalesce(n.unsettled, 0), 'bulk', coalesce(n.bulk, 0),
      'returnedReason', d.returned_reason, 'reopenReason', d.reopen_reason, 'reopenedAt', d.reopened_at,
      'certificate', case when c.id is not null then jsonb_build_object('by', person_name(c.certified_by), 'for', person_name(c.certified_for),
        'at', c.certified_at, 'hash', encode(c.answers_hash, 'hex')) end,
      'signOff', case when s.id is not null then jsonb_build_object('by', person_name(s.signed_by), 'for', person_name(s.signed_for), 'at', s.signed_at) end)
      order by b.code, d.is_school, o.code), '[]')
    from review_departments d
    join departments o on o.id = d.department_id
    join departments b on b.id = d.bureau_id
    left join review_sums(review, null) n on n.department_id = d.department_id
    left join review_certifications c on c.id = d.certification_id
    left join review_sign_offs s on s.review_id = review and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing'
    where d.review_id = review and d.department_id = any (reached));
end $$;

/*
 * One department of a review for its sheet and its certificate: its figures, `free` (rows that "the rest is unchanged"
 * would answer), `seal` (the hash that a certificate binds to), what the viewer may do. Null: not within reach.
 */
create function review_department(review bigint, department bigint) returns jsonb
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

/* A unit's departments with their certificates and the hash that signing off binds to; null: not within reach. */
create function review_unit(review bigint, bureau bigint, schools boolean) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not exists (select from review_departments d where d.review_id = review and d.bureau_id = bureau and d.is_school = schools
       and d.department_id = any (reach('review.read'))) then
    return null;
  end if;
  return jsonb_build_object('bureauId', bureau::text, 'bureau', (select name from departments where id = bureau), 'isSchool', schools,
    'seal', encode(review_unit_hash(review, bureau, schools), 'hex'),
    'maySignOff', holds('review.signOff') and exists (select from sign_off_deciders(review, bureau, schools) x where x.person_id = viewer_id()));
end $$;

/* What speaks against "unchanged" for rows on a page: only those that the viewer may read. */
create function review_row_objections(review bigint, department bigint, numbers bigint[])
returns table (asset_number bigint, objections text[])
language plpgsql stable security definer rows 100 set search_path from current as $$
begin
  if department <> all (reach('review.read')) then return; end if;
  return query
    select o.asset_number, o.objections from review_objections(review, department, numbers) o
    join review_answers r on r.review_id = review and r.asset_number = o.asset_number
    where r.visibility = 'internal' or department = any (reach('asset.readRestricted'));
end $$;

/* The completion report: the departments within reach, as they were when the review was closed. Null while it is open. */
create function review_report(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
begin
  if not holds('review.read') then return null; end if;
  return (
    select r.report || jsonb_build_object('departments', (
      select coalesce(jsonb_agg(d order by place), '[]') from jsonb_array_elements(r.report -> 'departments') with ordinality t (d, place)
      where (d ->> 'id')::bigint = any (reached)))
    from reviews r where r.id = review and r.state = 'closed');
end $$;

revoke execute on function review_sums(bigint, bigint[]), review_progress(bigint), review_department(bigint, bigint),
  review_unit(bigint, bigint, boolean), review_row_objections(bigint, bigint, bigint[]), review_report(bigint) from public;
grant execute on function review_progress(bigint), review_department(bigint, bigint), review_unit(bigint, bigint, boolean),
  review_row_objections(bigint, bigint, bigint[]), review_report(bigint) to daicho_read, daicho_write;
