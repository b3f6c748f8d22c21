-- What proposals, moves and edits do to the answers of an open review; and proposals that carry a review.
select set_config('search_path', current_schema() || ', pg_temp', false);

alter table proposals add review_id bigint references reviews;
create index on proposals (review_id, department_id) where review_id is not null;
comment on column proposals.review_id is 'Answers of this review wait for it, or it adds what the review missed.';
select keep_versions('proposals');

/* Set by submit_proposals for the time of its call, and by nobody else: it overwrites whatever was there. */
create function carry_review() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.review_id := nullif(current_setting('app.review_of_submission', true), '')::bigint;
  return new;
end $$;
create trigger carry_review before insert on proposals for each row execute function carry_review();

/* The locks of answering for everything that assets and proposals could touch in reviews, before any row is locked. */
create function lock_reviews_of(numbers bigint[], ids bigint[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  of_reviews bigint[];
  of_departments bigint[];
begin
  select array_agg(t.review), array_agg(t.department) into of_reviews, of_departments from (
    select r.review_id as review, n.department from review_answers r
    cross join lateral (values (r.department_id), (r.to_department_id)) n (department)
    where r.asset_number = any (numbers) and n.department is not null and review_is_answerable(r.review_id, r.department_id)
    union select p.review_id, p.department_id from proposals p where p.id = any (ids) and p.review_id is not null) t;
  perform lock_answering(of_reviews, of_departments);
end $$;

alter function lock_proposals(bigint[]) rename to lock_proposals_and_assets;
create function lock_proposals(ids bigint[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform lock_reviews_of(array(select i.asset_number from proposal_items i where i.proposal_id = any (ids) and i.state = 'open'), ids);
  perform lock_proposals_and_assets(ids);
end $$;

/* May these bundles answer this review: answerable departments of the viewer's, rows of theirs; or what is missing. */
create function bundles_fit_review(review bigint, bundles jsonb) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  writable constant bigint[] := review_answerers(review);
begin
  return not exists (
    select from jsonb_array_elements(bundles) b cross join lateral (select (b ->> 'departmentId')::bigint as id) d
    where not d.id = any (writable) or not review_is_answerable(review, d.id)
      or exists (
        select from jsonb_array_elements(b -> 'items') i
        where i ->> 'kind' <> 'registration' and not exists (select from review_answers r
          where r.review_id = review and r.asset_number = (i ->> 'number')::bigint and r.department_id = d.id)));
end $$;

/*
 * As before, and with a review: {…, reviewId?} (one for all bundles of a call). What is submitted is then the answer of its
 * rows: change, disposed, or (a transfer) not ours; a registration adds what was missing. Refused: notInReview.
 */
alter function submit_proposals(jsonb) rename to submit_bundles;
create function submit_proposals(bundles jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  review constant bigint := (bundles -> 0 ->> 'reviewId')::bigint;
  of_departments constant bigint[] := array(select (b ->> 'departmentId')::bigint from jsonb_array_elements(bundles) b);
  answer jsonb;
  ids bigint[];
begin
  if exists (select from jsonb_array_elements(bundles) b where (b ->> 'reviewId')::bigint is distinct from review) then
    perform refuse_writing('one submission answers one review');
  end if;
  if review is not null then
    perform lock_answering(array_fill(review, array[cardinality(of_departments)]), of_departments);
    if not bundles_fit_review(review, bundles) then
      return '{"refused": "notInReview"}';
    end if;
  end if;
  perform set_config('app.review_of_submission', coalesce(review::text, ''), true);
  answer := submit_bundles(bundles);
  perform set_config('app.review_of_submission', '', true);
  if review is null or jsonb_typeof(answer) <> 'array' then return answer; end if;

  ids := array(select (a ->> 'id')::bigint from jsonb_array_elements(answer) a);
  update review_answers r set version = r.version + 1, in_bulk = false, proposal_id = i.proposal_id, settled = i.kind <> 'transfer',
    answer = case i.kind when 'disposal' then 'disposed' when 'transfer' then 'notOurs' else 'change' end,
    to_department_id = case i.kind when 'transfer' then p.to_department_id end, answered_by = viewer_id(), answered_at = app_now()
  from proposal_items i join proposals p on p.id = i.proposal_id
  where i.proposal_id = any (ids) and r.review_id = review and r.asset_number = i.asset_number;
  perform void_certifications(array_agg(review), array_agg(p.department_id), 'answersChanged')
  from proposals p where p.id = any (ids) and exists (select from proposal_items i where i.proposal_id = p.id and i.kind = 'registration');
  return answer;
end $$;

/*
 * An edit that needed no approval is the answer of its rows: change, settled. Rows that the viewer may not answer, and those
 * for which something was submitted, stay. Answers which.
 */
create function answer_by_editing(review bigint, numbers bigint[]) returns bigint[]
language plpgsql volatile security definer set search_path from current as $$
declare
  writable constant bigint[] := review_answerers(review);
  answered bigint[];
begin
  perform lock_reviews_of(numbers, '{}');
  with moved as (
    update review_answers r set version = r.version + 1, answer = 'change', settled = true, in_bulk = false, proposal_id = null,
      to_department_id = null, answered_by = viewer_id(), answered_at = app_now()
    from assets a
    where r.review_id = review and r.asset_number = any (numbers) and r.department_id = any (writable)
      and review_is_answerable(r.review_id, r.department_id)
      and a.number = r.asset_number and a.updated_by = viewer_id() and a.updated_at = app_now()
      and not exists (select from proposals p where p.id = r.proposal_id and p.state = 'submitted')
    returning r.asset_number)
  select coalesce(array_agg(asset_number order by asset_number), '{}') into answered from moved;
  return answered;
end $$;

/* A proposal ended: what was answered with it is open again, or what it did outside the review is its rows' answer. */
create function review_follows_proposal() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.state = 'approved' then
    update review_answers r set version = r.version + 1, settled = true, in_bulk = false, proposal_id = new.id,
      answer = case i.kind when 'disposal' then 'disposed' else 'change' end, answered_by = new.submitted_by, answered_at = app_now()
    from proposal_items i
    where i.proposal_id = new.id and i.state = 'applied' and (i.kind = 'disposal' or i.kind = 'merge' and i.after ->> 'state' = 'merged')
      and r.asset_number = i.asset_number and r.answer is null and review_is_answerable(r.review_id, r.department_id);
    return null;
  end if;
  update review_answers r set version = r.version + 1, settled = false
  where r.proposal_id = new.id and r.settled and review_is_answerable(r.review_id, r.department_id);
  if new.review_id is not null and exists (select from proposal_items i where i.proposal_id = new.id and i.kind = 'registration') then
    perform void_certifications(array[new.review_id], array[new.department_id], 'answersChanged');
  end if;
  return null;
end $$;
create trigger review_follows after update on proposals for each row when (new.state <> old.state)
  execute function review_follows_proposal();

/*
 * Rows go with their asset to another department (what was certified stays where it was certified); accepted from
 * somebody who said "not ours", it is to be answered anew. What was to be changed and was, is settled.
 */
create function review_follows_assets() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from reviews where state = 'open') and not exists (select from review_departments where state = 'reopened') then
    return null;
  end if;
  if exists (select from added n join removed o using (number) where n.department_id <> o.department_id) then
    insert into review_departments (review_id, department_id, bureau_id, is_school, rows_at_opening, state, reopened_at, reopened_by, reopen_reason)
    select distinct d.review_id, t.id, t.bureau_id, t.category_code = 'school', 0, case d.state when 'reopened' then 'reopened' else 'open' end,
      d.reopened_at, d.reopened_by, d.reopen_reason
    from added n join removed o using (number)
    join review_answers r on r.asset_number = n.number and r.department_id = o.department_id
    join review_departments d on d.review_id = r.review_id and d.department_id = r.department_id and d.state <> 'certified'
    join departments t on t.id = n.department_id
    where n.department_id <> o.department_id and review_is_answerable(r.review_id, r.department_id)
    on conflict do nothing;
    update review_answers r set version = r.version + 1, department_id = m.department_id,
      answer = case when m.accepted then null else r.answer end, settled = r.settled and not m.accepted,
      proposal_id = case when m.accepted then null else r.proposal_id end,
      to_department_id = case when m.accepted then null else r.to_department_id end,
      answered_by = case when m.accepted then null else r.answered_by end, answered_at = case when m.accepted then null else r.answered_at end
    from (
      select x.review_id, x.asset_number, n.department_id, coalesce(x.answer = 'notOurs' and x.to_department_id = n.department_id, false) as accepted
      from added n join removed o using (number)
      join review_answers x on x.asset_number = n.number and x.department_id = o.department_id
      join review_departments d on d.review_id = x.review_id and d.department_id = x.department_id and d.state <> 'certified'
      where n.department_id <> o.department_id and review_is_answerable(x.review_id, x.department_id)
        and review_is_answerable(x.review_id, n.department_id)) m
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
create trigger review_follows after update on assets referencing new table as added old table as removed
  for each statement execute function review_follows_assets();

revoke execute on function lock_reviews_of(bigint[], bigint[]), lock_proposals(bigint[]), bundles_fit_review(bigint, jsonb),
  submit_proposals(jsonb), submit_bundles(jsonb),
  answer_by_editing(bigint, bigint[]) from public;
revoke execute on function submit_bundles(jsonb) from daicho_write;
grant execute on function submit_proposals(jsonb), answer_by_editing(bigint, bigint[]) to daicho_write;
