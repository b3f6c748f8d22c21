-- Answering a reclassification: no row stays as it is unseen, what follows is taken over in one press, and both values are told.
select set_config('search_path', current_schema() || ', pg_temp', false);

/*
 * What speaks against "unchanged", as ever; and in a reclassification schemeToChange, until a row's levels are those of
 * the new version (in the place of retiredScheme, which says the same of a regular review).
 */
alter function review_objections(bigint, bigint, bigint[]) rename to review_usual_objections;
create function review_objections(review bigint, department bigint, numbers bigint[])
returns table (asset_number bigint, objections text[])
language plpgsql stable security definer rows 1000 set search_path from current as $$
begin
  if not exists (select from review_reclassifications c where c.review_id = review) then
    return query select u.* from review_usual_objections(review, department, numbers) u;
    return;
  end if;
  return query
    select x.number, x.found from (
      select coalesce(u.asset_number, m.number) as number,
        array_remove(coalesce(u.objections, '{}'), 'retiredScheme')
          || case when m.number is not null then array['schemeToChange'] else '{}'::text[] end as found
      from review_usual_objections(review, department, numbers) u
      full join (
        select r.asset_number as number
        from review_answers r join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
        join assets a on a.number = r.asset_number and a.state = 'active' and a.scheme_id = s.scheme_id
        where r.review_id = review and r.department_id = department and (numbers is null or r.asset_number = any (numbers))
      ) m on m.number = u.asset_number) x
    where x.found <> '{}';
end $$;

/* What a told answer meets: saved, or why not. A scheme that is to change does so by a proposal, or not at all. */
create or replace function told_outcome(told jsonb, r review_answers, answerable boolean, against text[]) returns text
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
    when told ->> 'answer' = 'unchanged' and (against && array['ended', 'openProposal', 'schemeToChange']
      or against is not null and r.opened_by is null and not coalesce((told ->> 'opened')::boolean, false)) then 'refused'
    else 'saved' end;
end $$;

/* What one press submitted for many rows counts as answered in bulk; a row that must be opened is taken over only where it is open. */
create function mark_adopted() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from proposals p where p.id = new.proposal_id and p.origin = 'reclassification') then return new; end if;
  new.in_bulk := (select p.items > 1 from proposals p where p.id = new.proposal_id);
  if not new.in_bulk and new.opened_by is null and exists (
       select from review_scope s where s.review_id = new.review_id and s.asset_number = new.asset_number and s.must_open) then
    new.opened_by := viewer_id();
    new.opened_at := app_now();
  end if;
  return new;
end $$;
create trigger mark_adopted before update on review_answers for each row
  when (new.proposal_id is not null and new.proposal_id is distinct from old.proposal_id) execute function mark_adopted();

/*
 * Rows of a department whose levels follow and can be taken over now: frozen as they still are, unanswered or to be
 * answered again, nothing else waiting. mustOpen rows once they were opened; 関係者限り ones for whoever reads such assets.
 */
create function review_adoptable(review bigint, department bigint)
returns table (number bigint, version integer, audience text, scheme_id bigint, levels jsonb, proposed jsonb, is_opened boolean)
language plpgsql stable security definer rows 1000 set search_path from current as $$
begin
  if department <> all (reach('review.read')) then return; end if;
  return query
    select a.number, a.version, a.audience, s.scheme_id, jsonb_build_object('confidentiality', s.confidentiality, 'integrity', s.integrity,
      'availability', s.availability, 'importance', s.importance), s.proposed, not s.must_open or r.opened_by is not null
    from review_answers r
    join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number and s.proposed is not null
    join assets a on a.number = r.asset_number and a.state = 'active' and (a.kind_code, a.zone_cell, a.scheme_id, a.confidentiality,
        a.integrity, a.availability, a.importance, a.audience, a.personal_data, a.data_subjects, a.take_out)
      is not distinct from (s.kind_code, s.zone_cell, s.scheme_id, s.confidentiality,
        s.integrity, s.availability, s.importance, s.audience, s.personal_data, s.data_subjects, s.take_out)
    where r.review_id = review and r.department_id = department and (r.answer is null or not r.settled)
      and (r.visibility = 'internal' or department = any (reach('asset.readRestricted')))
      and not exists (select from proposal_items i where i.asset_number = r.asset_number and i.state in ('open', 'approved'))
    order by a.number;
end $$;

/* The two versions of a review, and for a department how many rows can be taken over and how many are to be judged. */
create function review_versions(review bigint, department bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
begin
  if not holds('review.read') and not holds('review.manage') then return null; end if;
  return (
    select jsonb_build_object('from', jsonb_build_object('id', f.id::text, 'code', f.code, 'label', f.label),
      'to', jsonb_build_object('id', t.id::text, 'code', t.code, 'label', t.label),
      'adoptable', case when department is not null then (select count(*) from review_adoptable(review, department) a where a.is_opened) end,
      'toJudge', case when department = any (reach('review.read')) then (
        select count(*) from review_answers r join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number and s.judge_anew
        where r.review_id = review and r.department_id = department and (r.answer is null or not r.settled)) end)
    from review_reclassifications c
    join classification_schemes f on f.id = c.from_scheme_id join classification_schemes t on t.id = c.to_scheme_id
    where c.review_id = review);
end $$;

/*
 * What a reclassification has made of the levels so far; of a closed one: at the moment of closing. Within reach, counts
 * only: {from, to, axes: [{axis, from, to, rows}], changed, still, ended, elsewhere, departments: [{id, rows}]}. `still`:
 * under the earlier version; `departments`: where those are; `elsewhere`: under neither version. Null: a regular review.
 */
create function review_scheme_changes(review bigint) returns jsonb
language plpgsql stable security definer set search_path from current as $$
declare
  reached constant bigint[] := reach('review.read');
  moves constant review_reclassifications := (select c from review_reclassifications c where c.review_id = review);
  ended_at constant timestamptz := (select r.closed_at from reviews r where r.id = review);
begin
  if moves.review_id is null or not holds('review.read') then return null; end if;
  return (
    with present as materialized (
      select s.asset_number, r.department_id, a.state, a.scheme_id, a.confidentiality, a.integrity, a.availability, a.importance
      from review_answers r join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
      join assets a on a.number = s.asset_number
      where ended_at is null and r.review_id = review and r.department_id = any (reached)
      union all
      select s.asset_number, r.department_id, v.state, v.scheme_id, v.confidentiality, v.integrity, v.availability, v.importance
      from review_answers r join review_scope s on s.review_id = r.review_id and s.asset_number = r.asset_number
      join assets_versions v on v.number = s.asset_number and v.recorded_from <= ended_at and (v.recorded_to is null or v.recorded_to > ended_at)
      where ended_at is not null and r.review_id = review and r.department_id = any (reached)),
    states as (
      select p.*, case when p.state <> 'active' then 'ended' when p.scheme_id = moves.to_scheme_id then 'changed'
        when p.scheme_id = moves.from_scheme_id then 'still' else 'elsewhere' end as became
      from present p),
    moved as (
      select l.axis, l.was, l.now, count(*) as rows
      from states p join review_scope s on s.review_id = review and s.asset_number = p.asset_number
      cross join lateral (values ('confidentiality', s.confidentiality, p.confidentiality), ('integrity', s.integrity, p.integrity),
        ('availability', s.availability, p.availability), ('importance', s.importance, p.importance)) l (axis, was, now)
      where p.became = 'changed' and num_nonnulls(l.was, l.now) > 0 group by 1, 2, 3)
    select jsonb_build_object(
      'from', jsonb_build_object('id', f.id::text, 'label', f.label), 'to', jsonb_build_object('id', t.id::text, 'label', t.label),
      'axes', (select coalesce(jsonb_agg(jsonb_build_object('axis', m.axis, 'from', m.was, 'to', m.now, 'rows', m.rows)
        order by m.axis, m.was desc nulls last, m.now desc nulls last), '[]') from moved m),
      'changed', (select count(*) from states where became = 'changed'), 'still', (select count(*) from states where became = 'still'),
      'ended', (select count(*) from states where became = 'ended'), 'elsewhere', (select count(*) from states where became = 'elsewhere'),
      'departments', (select coalesce(jsonb_agg(jsonb_build_object('id', d.department_id::text, 'rows', d.rows) order by d.department_id), '[]')
        from (select department_id, count(*) as rows from states where became = 'still' group by 1) d))
    from classification_schemes f, classification_schemes t where f.id = moves.from_scheme_id and t.id = moves.to_scheme_id);
end $$;

revoke execute on function review_objections(bigint, bigint, bigint[]), review_adoptable(bigint, bigint), review_versions(bigint, bigint), review_scheme_changes(bigint) from public;
grant execute on function review_adoptable(bigint, bigint), review_versions(bigint, bigint), review_scheme_changes(bigint)
  to daicho_read, daicho_write;
