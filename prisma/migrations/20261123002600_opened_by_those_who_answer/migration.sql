-- Who takes an asset over opens it themselves: that the former department looked at it says nothing for the new one.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* An answer keeps its row, and moves by one version at a time; what was opened stays so within a department. */
create or replace function guard_answer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (new.review_id, new.asset_number, new.visibility) is distinct from (old.review_id, old.asset_number, old.visibility)
     or new.version <> old.version + 1
     or old.opened_by is not null and new.department_id = old.department_id and (new.opened_by, new.opened_at) is distinct from (old.opened_by, old.opened_at) then
    perform refuse_writing('an answer keeps its row');
  end if;
  return new;
end $$;

/*
 * Rows go with their asset to another department (what was certified stays where it was certified); accepted from
 * somebody who said "not ours", it is to be opened and answered anew. What was to be changed and was, is settled.
 */
create or replace function review_follows_assets() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  numbers bigint[];
  froms bigint[];
  tos bigint[];
begin
  if not exists (select from reviews where state = 'open') and not exists (select from review_departments where state = 'reopened') then
    return null;
  end if;
  -- Grouped, not joined: PostgreSQL knows nothing of these two tables and would compare each row with each.
  select array_agg(t.number), array_agg(t.was), array_agg(t.now) into numbers, froms, tos
  from (select x.number, max(x.was) as was, max(x.now) as now
    from (select n.number, null::bigint as was, n.department_id as now from added n
      union all select o.number, o.department_id, null from removed o) x
    group by x.number having max(x.was) <> max(x.now)) t;
  if numbers is not null then
    insert into review_departments (review_id, department_id, bureau_id, is_school, rows_at_opening, state, reopened_at, reopened_by, reopen_reason)
    select distinct d.review_id, t.id, t.bureau_id, t.category_code = 'school', 0, case d.state when 'reopened' then 'reopened' else 'open' end,
      d.reopened_at, d.reopened_by, d.reopen_reason
    from unnest(numbers, froms, tos) m (number, was, now)
    join review_answers r on r.asset_number = m.number and r.department_id = m.was
    join review_departments d on d.review_id = r.review_id and d.department_id = r.department_id and d.state <> 'certified'
    join departments t on t.id = m.now
    where review_is_answerable(r.review_id, r.department_id)
    on conflict do nothing;
    update review_answers r set version = r.version + 1, department_id = m.department_id,
      answer = case when m.accepted then null else r.answer end, settled = r.settled and not m.accepted,
      proposal_id = case when m.accepted then null else r.proposal_id end,
      to_department_id = case when m.accepted then null else r.to_department_id end,
      answered_by = case when m.accepted then null else r.answered_by end, answered_at = case when m.accepted then null else r.answered_at end,
      opened_by = case when m.accepted then null else r.opened_by end, opened_at = case when m.accepted then null else r.opened_at end
    from (
      select x.review_id, x.asset_number, w.now as department_id, coalesce(x.answer = 'notOurs' and x.to_department_id = w.now, false) as accepted
      from unnest(numbers, froms, tos) w (number, was, now)
      join review_answers x on x.asset_number = w.number and x.department_id = w.was
      join review_departments d on d.review_id = x.review_id and d.department_id = x.department_id and d.state <> 'certified'
      where review_is_answerable(x.review_id, x.department_id) and review_is_answerable(x.review_id, w.now)) m
    where r.review_id = m.review_id and r.asset_number = m.asset_number;
  end if;
  if exists (select from added n join review_answers r on r.asset_number = n.number where r.answer in ('change', 'disposed') and not r.settled) then
    update review_answers r set version = r.version + 1, settled = true
    from added n
    where r.asset_number = n.number and not r.settled and review_is_answerable(r.review_id, r.department_id)
      and (r.answer = 'change' or r.answer = 'disposed' and n.state in ('disposed', 'merged'));
  end if;
  return null;
end $$;
