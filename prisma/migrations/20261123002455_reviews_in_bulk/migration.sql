-- Answering, certifying and following thousands of assets in one statement: nothing is asked again for each row.
select set_config('search_path', current_schema() || ', pg_temp', false);

-- What an edit of an asset settles: few rows ever, so that every other edit finds at once that there are none.
create index on review_answers (asset_number) where answer in ('change', 'disposed') and not settled;

/*
 * 残りは変更なし: every row that nobody answered and nothing speaks against, in one statement. seen: how many the person
 * saw. Answers {outcome: saved | countChanged | closed | nothing, numbers, free}.
 */
create or replace function answer_rest_unchanged(review bigint, department bigint, seen bigint) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  -- Asked once: in the statement itself they would be asked again for each of its rows.
  viewer constant bigint := viewer_id();
  moment constant timestamptz := app_now();
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
    answered_by = viewer, answered_at = moment
  where r.review_id = review and r.asset_number = any (free);
  return jsonb_build_object('outcome', 'saved', 'numbers', array(select n::text from unnest(free) n), 'free', 0);
end $$;

/* 最終確認日: what the head certifies as unchanged was confirmed today. In a trigger, so that no permission writes it alone. */
create or replace function settle_certification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  today constant date := app_today();
begin
  if tg_op = 'INSERT' then
    update review_departments set state = 'certified', certification_id = new.id, returned_reason = null
    where review_id = new.review_id and department_id = new.department_id;
    update assets a set last_confirmed_on = today
    from review_answers r
    where r.review_id = new.review_id and r.department_id = new.department_id and r.answer = 'unchanged'
      and a.number = r.asset_number and a.state = 'active' and a.last_confirmed_on is distinct from today;
    return null;
  end if;
  update review_departments set state = case when reopened_at is null then 'open' else 'reopened' end, certification_id = null, waiting_since = app_now()
  where review_id = new.review_id and department_id = new.department_id;
  update review_sign_offs s set state = 'voided', ended_at = app_now()
  from review_departments d
  where d.review_id = new.review_id and d.department_id = new.department_id
    and s.review_id = d.review_id and s.bureau_id = d.bureau_id and s.is_school = d.is_school and s.state = 'standing';
  return null;
end $$;

/*
 * Rows go with their asset to another department (what was certified stays where it was certified); accepted from
 * somebody who said "not ours", it is to be answered anew. What was to be changed and was, is settled.
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
      answered_by = case when m.accepted then null else r.answered_by end, answered_at = case when m.accepted then null else r.answered_at end
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
