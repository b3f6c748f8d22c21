-- The rules of answering in one place, for who answers on the screen and for who brings answers on paper.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* What save_review_answers does with answers (20261123002220), for whoever may answer these departments. Not granted to anybody. */
create function write_review_answers(review bigint, answers jsonb, writable bigint[]) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  opened constant bigint[] := reach('asset.readRestricted');
  numbers constant bigint[] := array(select (t ->> 'number')::bigint from jsonb_array_elements(answers) t);
  departments bigint[];
  told_rows jsonb;
begin
  departments := array(select distinct r.department_id from review_answers r where r.review_id = review and r.asset_number = any (numbers));
  perform lock_answering(array_fill(review, array[cardinality(departments)]), departments);
  perform from review_answers r where r.review_id = review and r.asset_number = any (numbers) order by r.asset_number for no key update;
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', t.told ->> 'number', 'objections', to_jsonb(o.objections),
      'outcome', told_outcome(t.told, r, review_is_answerable(review, r.department_id), o.objections)))
      || jsonb_build_object('told', t.told) order by t.place), '[]') into told_rows
  from jsonb_array_elements(answers) with ordinality t (told, place)
  left join review_answers r on r.review_id = review and r.asset_number = (t.told ->> 'number')::bigint
    and r.department_id = any (writable) and (r.visibility = 'internal' or r.department_id = any (opened))
  left join lateral (select x.objections from review_objections(review, r.department_id, array[r.asset_number]) x) o on true;

  update review_answers r set
    version = r.version + 1,
    answer = n.answer,
    settled = coalesce(case
      when n.answer = 'unchanged' then true
      when n.answer in ('change', 'disposed') then n.objections ? 'ended' or n.answer = 'change' and (n.objections ? 'changedSince' or n.edited)
        or exists (select from proposals p where p.id = n.proposal_id and p.state in ('submitted', 'approved')) end, false),
    in_bulk = r.in_bulk and n.answer is not distinct from r.answer,
    note = case when n.told ? 'note' then nullif(btrim(n.told ->> 'note'), '') else r.note end,
    proposal_id = n.proposal_id,
    to_department_id = case when n.answer = 'notOurs' then r.to_department_id end,
    opened_by = case when n.opened then coalesce(r.opened_by, viewer_id()) else r.opened_by end,
    opened_at = case when n.opened then coalesce(r.opened_at, app_now()) else r.opened_at end,
    answered_by = case when n.answer is null then null when n.answer is distinct from r.answer then viewer_id() else r.answered_by end,
    answered_at = case when n.answer is null then null when n.answer is distinct from r.answer then app_now() else r.answered_at end
  from (
    select s.told, coalesce(s.objections, '[]') as objections, coalesce((s.told ->> 'opened')::boolean, false) as opened,
      w.answer, b.asset_number,
      -- "changed" stands for what waits for approval already, and for what was edited since the opening
      coalesce((select i.proposal_id from proposal_items i where i.asset_number = b.asset_number and i.state in ('open', 'approved')
          and (i.kind = 'disposal') = (w.answer = 'disposed') and i.kind <> 'transfer' and w.answer in ('change', 'disposed')),
        case when w.answer = b.answer then b.proposal_id end) as proposal_id,
      exists (select from assets a join review_scope f on f.review_id = review and f.asset_number = a.number
        where a.number = b.asset_number and a.version > f.asset_version and a.updated_at > (select v.opened_at from reviews v where v.id = review)) as edited
    from jsonb_to_recordset(told_rows) s (number bigint, told jsonb, objections jsonb, outcome text)
    join review_answers b on b.review_id = review and b.asset_number = s.number
    cross join lateral (select case when s.told ? 'answer' then nullif(s.told ->> 'answer', '') else b.answer end as answer) w
    where s.outcome = 'saved') n
  where r.review_id = review and r.asset_number = n.asset_number;

  return (
    select jsonb_agg((t.e - 'told') || jsonb_strip_nulls(jsonb_build_object('version', r.version, 'theirs', case t.e ->> 'outcome' when 'conflict' then
      jsonb_build_object('answer', r.answer, 'note', r.note, 'by', person_name(r.answered_by), 'at', r.answered_at) end)) order by t.place)
    from jsonb_array_elements(told_rows) with ordinality t (e, place)
    left join review_answers r on r.review_id = review and r.asset_number = (t.e ->> 'number')::bigint and t.e ->> 'outcome' <> 'gone');
end $$;

/* As before: what the viewer may answer on the screen. */
create or replace function save_review_answers(review bigint, answers jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  writable constant bigint[] := review_answerers(review);
begin
  if permission_in_use() <> 'review.answer' or writable = '{}' then perform refuse_writing('answering needs review.answer'); end if;
  return write_review_answers(review, answers, writable);
end $$;

revoke execute on function write_review_answers(bigint, jsonb, bigint[]) from public;
