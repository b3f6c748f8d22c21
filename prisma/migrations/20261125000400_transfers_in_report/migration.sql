-- A transfer that came out of 「自分の課ではない」 counts among the changes of the department that gave the asset away.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * What a review changed, {kind: rows} a department: what its answers submitted, edits that needed no approval (edit), and
 * the transfers it led to, whose rows belong to the other department since they were accepted.
 */
create function review_changes(review bigint) returns table (department_id bigint, kinds jsonb)
language plpgsql stable security definer set search_path from current as $$
begin
  return query
    select c.department, jsonb_object_agg(c.kind, c.rows) from (
      select x.department, x.kind, count(*) as rows from (
        select r.department_id as department, coalesce(i.kind, 'edit') as kind
        from review_answers r left join proposal_items i on i.proposal_id = r.proposal_id and i.asset_number = r.asset_number
        where r.review_id = review and r.answer in ('change', 'disposed', 'notOurs')
        union all
        select p.department_id, i.kind from proposals p join proposal_items i on i.proposal_id = p.id
        where p.review_id = review and i.kind = 'transfer' and i.state = 'applied' and not exists (
          select from review_answers r where r.review_id = review and r.asset_number = i.asset_number and r.proposal_id = p.id)) x
      group by 1, 2) c
    group by 1;
end $$;

/* What a review came to, department by department: what its completion report keeps. */
create or replace function review_result(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  due constant date := (select due_on from reviews where id = review);
begin
  return (
    with answered as materialized (
      select r.department_id, count(*) as rows, count(*) filter (where r.answer is null) as unanswered,
        count(*) filter (where r.answer = 'unchanged') as unchanged, count(*) filter (where r.answer = 'change') as change,
        count(*) filter (where r.answer = 'disposed') as disposed, count(*) filter (where r.answer = 'notOurs') as not_ours,
        count(*) filter (where r.answer is not null and not r.settled) as unsettled, count(*) filter (where r.in_bulk) as bulk,
        coalesce(jsonb_agg(r.asset_number::text order by r.asset_number) filter (where r.answer = 'disposed'), '[]') as disposed_numbers
      from review_answers r where r.review_id = review group by 1),
    additions as materialized (
      select p.department_id, jsonb_agg(i.asset_number::text order by i.asset_number) as numbers
      from proposals p join proposal_items i on i.proposal_id = p.id and i.kind = 'registration'
      where p.review_id = review and p.state in ('submitted', 'approved') group by 1)
    select coalesce(jsonb_agg(jsonb_build_object('id', d.department_id::text, 'name', o.name, 'bureauId', d.bureau_id::text, 'bureau', b.name,
      'isSchool', d.is_school, 'rows', coalesce(a.rows, 0), 'none', coalesce(a.unanswered, 0), 'unchanged', coalesce(a.unchanged, 0),
      'change', coalesce(a.change, 0), 'disposed', coalesce(a.disposed, 0), 'notOurs', coalesce(a.not_ours, 0),
      'unsettled', coalesce(a.unsettled, 0), 'bulk', coalesce(a.bulk, 0), 'state', d.state,
      'late', c.id is null and coalesce(a.rows, 0) > 0 or (c.certified_at at time zone 'Asia/Tokyo')::date > due,
      'disposedNumbers', coalesce(a.disposed_numbers, '[]'), 'addedNumbers', coalesce(n.numbers, '[]'), 'changes', coalesce(k.kinds, '{}'),
      'levels', coalesce(l.levels, '[]'), 'certificate', case when c.id is not null then jsonb_build_object('by', person_name(c.certified_by),
        'for', person_name(c.certified_for), 'at', c.certified_at, 'statement', c.statement, 'hash', encode(c.answers_hash, 'hex'), 'rows', c.rows) end,
      'signOff', case when s.id is not null then jsonb_build_object('by', person_name(s.signed_by), 'for', person_name(s.signed_for), 'at', s.signed_at) end)
      order by b.code, d.is_school, o.code), '[]')
    from review_departments d
    join departments o on o.id = d.department_id
    join departments b on b.id = d.bureau_id
    left join answered a on a.department_id = d.department_id
    left join review_changes(review) k on k.department_id = d.department_id
    left join additions n on n.department_id = d.department_id
    left join review_levels(review) l on l.department_id = d.department_id
    left join review_certifications c on c.id = d.certification_id
    left join review_sign_offs s on s.review_id = review and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing'
    where d.review_id = review);
end $$;

revoke execute on function review_changes(bigint) from public;
