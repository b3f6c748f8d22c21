-- Answering: one by one as people type, or the rest at once. What somebody else answered first is never overwritten.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* The departments that the viewer may answer for in this review. */
create function review_answerers(review bigint) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
declare
  may constant bigint[] := reach('review.answer');
  heads constant boolean := exists (select from reviews where id = review and answerers = 'heads');
begin
  if not heads then return may; end if;
  return array(select unnest(may) intersect select unnest(reach('review.certify')));
end $$;

/*
 * What speaks against "unchanged": mustOpen (not opened yet), ended (no longer in the ledger), changedSince (other than
 * frozen), openProposal (a change waits for approval), and findings that block. Only rows with something are answered.
 */
create function review_objections(review bigint, department bigint, numbers bigint[])
returns table (asset_number bigint, objections text[])
language plpgsql stable security definer rows 1000 set search_path from current as $$
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
        case when 'retiredScheme' = any (s.findings) then 'retiredScheme' end], null) as found
      from review_answers r
      join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
      join assets a on a.number = r.asset_number
      left join proposal_items i on i.asset_number = r.asset_number and i.state in ('open', 'approved')
      where r.review_id = review and r.department_id = department and (numbers is null or r.asset_number = any (numbers))) x
    where x.found <> '{}';
end $$;

/* The rows that "the rest is unchanged" would answer: nobody answered them and nothing speaks against. */
create function review_free_rows(review bigint, department bigint) returns bigint[]
language plpgsql stable security definer set search_path from current as $$
begin
  return array(
    with spoken_against as materialized (select o.asset_number from review_objections(review, department, null) o)
    select r.asset_number from review_answers r
    where r.review_id = review and r.department_id = department and r.answer is null
      and r.asset_number not in (select o.asset_number from spoken_against o)
    order by r.asset_number);
end $$;

/* What a told answer meets: saved, or why not. */
create function told_outcome(told jsonb, r review_answers, answerable boolean, against text[]) returns text
language plpgsql stable security definer set search_path from current as $$
begin
  return case
    when r.asset_number is null then 'gone'
    when not answerable then 'closed'
    when (told ->> 'version')::integer is distinct from r.version then 'conflict'
    when length(told ->> 'note') > 1000 then 'refused'
    when not told ? 'answer' or nullif(told ->> 'answer', '') is not distinct from r.answer and not (r.answer = 'change' and not r.settled) then 'saved'
    when told ->> 'answer' = 'notOurs' or r.proposal_id is not null and exists (
      select from proposals p where p.id = r.proposal_id and p.state = 'submitted') then 'refused'
    when told ->> 'answer' = 'unchanged' and (against && array['ended', 'openProposal']
      or against is not null and r.opened_by is null and not coalesce((told ->> 'opened')::boolean, false)) then 'refused'
    else 'saved' end;
end $$;

/*
 * Saves answers: [{number, version, answer?, note?, opened?}], a key that is missing stays as it was. An answer is
 * unchanged, change, disposed or null (taken back); "not ours" is a transfer, submitted with the review. Answers
 * [{number, outcome: saved | conflict | gone | closed | refused, version, objections?, theirs?: {answer, note, by, at}}].
 */
create function save_review_answers(review bigint, answers jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  writable constant bigint[] := review_answerers(review);
  opened constant bigint[] := reach('asset.readRestricted');
  numbers constant bigint[] := array(select (t ->> 'number')::bigint from jsonb_array_elements(answers) t);
  departments bigint[];
  told_rows jsonb;
begin
  if permission_in_use() <> 'review.answer' or writable = '{}' then perform refuse_writing('answering needs review.answer'); end if;
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

/*
 * 残りは変更なし: every row that nobody answered and nothing speaks against, in one statement. seen: how many the person
 * saw. Answers {outcome: saved | countChanged | closed | nothing, numbers, free}.
 */
create function answer_rest_unchanged(review bigint, department bigint, seen bigint) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  free bigint[];
begin
  if permission_in_use() <> 'review.answer' or department <> all (review_answerers(review)) then
    perform refuse_writing('answering needs review.answer');
  end if;
  perform lock_answering(array[review], array[department]);
  if not review_is_answerable(review, department) then return '{"outcome": "closed"}'; end if;
  perform from review_answers r where r.review_id = review and r.department_id = department and r.answer is null
  order by r.asset_number for no key update;
  free := review_free_rows(review, department);
  if cardinality(free) = 0 then return '{"outcome": "nothing"}'; end if;
  if cardinality(free) > seen then return jsonb_build_object('outcome', 'countChanged', 'free', cardinality(free)); end if;
  update review_answers r set version = r.version + 1, answer = 'unchanged', settled = true, in_bulk = true,
    answered_by = viewer_id(), answered_at = app_now()
  where r.review_id = review and r.asset_number = any (free);
  return jsonb_build_object('outcome', 'saved', 'numbers', array(select n::text from unnest(free) n), 'free', 0);
end $$;

revoke execute on function review_answerers(bigint), review_objections(bigint, bigint, bigint[]), review_free_rows(bigint, bigint),
  told_outcome(jsonb, review_answers, boolean, text[]), save_review_answers(bigint, jsonb), answer_rest_unchanged(bigint, bigint, bigint) from public;
grant execute on function save_review_answers(bigint, jsonb), answer_rest_unchanged(bigint, bigint, bigint) to daicho_write;
