-- Deciding: one step after the other, each by somebody else; what had changed since is shown again, never applied.
-- Locks are taken in one order everywhere: proposals by id, then assets by number.
select set_config('search_path', current_schema() || ', pg_temp', false);

create function lock_proposals(ids bigint[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from proposals where id = any (ids) order by id for no key update;
  perform from assets where number in (select asset_number from proposal_items where proposal_id = any (ids) and state = 'open')
  order by number for no key update;
end $$;

/* The open items of a proposal beside the rows as they are. */
create function items_and_assets(proposal bigint) returns table (item proposal_items, facts jsonb, would jsonb)
language plpgsql stable security definer set search_path from current as $$
begin
  return query
    select i, to_jsonb(a), to_jsonb(jsonb_populate_record(a, i.after))
    from proposal_items i join assets a on a.number = i.asset_number
    where i.proposal_id = proposal and i.state = 'open';
end $$;

/* Ends a proposal without applying it; `ending` is for the step that waits: returned, or void. */
create function end_proposal(proposal bigint, ended text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update approval_steps set state = 'void'
  where proposal_id = proposal and (state in ('future', 'waiting') or ended = 'overtaken' and state = 'approved');
  update proposal_items set state = 'closed' where proposal_id = proposal and state = 'open';
  update proposals set state = ended, decided_at = app_now() where id = proposal;
end $$;

/* Does it make no sense any more: an asset ended, they went apart, its scheme or its target is no longer in force? */
create function is_overtaken(proposal bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
declare
  target constant bigint := (select to_department_id from proposals where id = proposal);
begin
  return (select coalesce(bool_or(x.facts ->> 'state' <> (x.item).before ->> 'state'
        or coalesce(x.facts ->> 'department_id' = target::text, false)
        or not asset_would_hold(x.would)
        or (x.item).judgement is not null and not judgement_would_hold((x.item).judgement)), true)
      or count(distinct x.facts ->> 'department_id') > 1
    from items_and_assets(proposal) x)
    or target is not null and not exists (select from departments where id = target and (valid_to is null or valid_to >= app_today()));
end $$;

/* The base had changed: the items stand anew against what holds now, and the chain begins again. False: nothing is left. */
create function show_again(proposal bigint) returns boolean
language plpgsql volatile security definer set search_path from current as $$
declare
  now_in constant bigint := (select min((x.facts ->> 'department_id')::bigint) from items_and_assets(proposal) x);
begin
  update proposals set base_changed_at = app_now(), department_id = now_in where id = proposal;
  update proposal_items i set before = n.before, base_version = (n.facts ->> 'version')::integer,
    loosens = loosened_fields(n.before, i.after)
  from (select (x.item).asset_number, x.facts, (
          select jsonb_object_agg(k, x.facts -> k) from jsonb_object_keys((x.item).before) k) as before
        from items_and_assets(proposal) x) n
  where i.proposal_id = proposal and i.asset_number = n.asset_number;
  update proposal_items set state = 'closed'
  where proposal_id = proposal and state = 'open' and kind <> 'merge' and judgement is null and after <@ before;
  if not exists (select from proposal_items where proposal_id = proposal and state = 'open') then return false; end if;
  update proposals set items_hash = items_hash(array(select i from proposal_items i where i.proposal_id = proposal)) where id = proposal;
  update approval_steps set state = 'void' where proposal_id = proposal and state <> 'void';
  perform begin_chain(proposal);
  return true;
end $$;

/* One decision; everything it touches is locked. Answers {id, outcome, applied?, onBehalfOf?}: a principal's id (代決). */
create function decide_proposal(wanted bigint, seen_version integer, act text, why text, by_grant bigint) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  viewer constant bigint := viewer_id();
  proposal constant proposals := (select p from proposals p where p.id = wanted);
  step constant approval_steps := (select s from approval_steps s where s.proposal_id = wanted and s.state = 'waiting');
  used record;
  next_step bigint;
  answer jsonb := jsonb_build_object('id', wanted::text);
begin
  if proposal.id is null or not (proposal_in_reach(wanted) or exists (
       select from approval_steps s cross join lateral deciders(s.duty, s.department_id) x
       where s.proposal_id = wanted and x.person_id = viewer)) then
    return answer || '{"outcome": "notYours"}';
  end if;
  if proposal.state <> 'submitted' or proposal.version is distinct from seen_version then return answer || '{"outcome": "stale"}'; end if;
  if proposal.submitted_by = viewer or proposal.submitted_by = any (standing_in_for(viewer)) then
    return answer || '{"outcome": "ownSubmission"}';
  end if;
  if decided_before(step.id, viewer, null) then return answer || '{"outcome": "secondTime"}'; end if;
  select x.grant_id, x.on_behalf_of, decided_before(step.id, viewer, x.on_behalf_of) as twice into used
  from deciders(step.duty, step.department_id) x
  where x.person_id = viewer and (by_grant is null or x.grant_id = by_grant)
  order by 3, x.on_behalf_of is not null, x.rank, x.grant_id limit 1;
  if not found then return answer || '{"outcome": "notYours"}'; end if;
  if used.twice then return answer || '{"outcome": "secondTime"}'; end if;

  if used.on_behalf_of is not null then answer := answer || jsonb_build_object('onBehalfOf', used.on_behalf_of::text); end if;

  if act = 'return' then
    update approval_steps set state = 'returned', decided_by = viewer, decided_grant_id = used.grant_id, decided_at = app_now(), reason = btrim(why)
    where id = step.id;
    perform end_proposal(wanted, 'returned');
    return answer || '{"outcome": "returned"}';
  elsif act <> 'approve' then
    perform refuse_writing('a step is approved or returned');
  end if;
  if is_overtaken(wanted) then
    perform end_proposal(wanted, 'overtaken');
    return answer || '{"outcome": "overtaken"}';
  end if;
  if exists (select from items_and_assets(wanted) x where not (x.item).before <@ x.facts) then
    if show_again(wanted) then return answer || '{"outcome": "baseChanged"}'; end if;
    perform end_proposal(wanted, 'overtaken');
    return answer || '{"outcome": "overtaken"}';
  end if;

  update approval_steps set state = 'approved', decided_by = viewer, decided_grant_id = used.grant_id, decided_at = app_now(),
    reason = nullif(btrim(why), '')
  where id = step.id;
  select id into next_step from approval_steps
  where proposal_id = wanted and generation = step.generation and place = step.place + 1;
  if found then
    perform open_step(next_step);
    update proposals set version = version where id = wanted;
    return answer || '{"outcome": "passed"}';
  end if;
  update proposal_items set state = 'approved' where proposal_id = wanted and state = 'open';
  perform apply_proposal(wanted);
  update proposal_items set state = 'applied' where proposal_id = wanted and state = 'approved';
  update proposals set state = 'approved', decided_at = app_now() where id = wanted;
  return answer || jsonb_build_object('outcome', 'approved', 'applied', (
    select jsonb_agg(jsonb_build_object('number', i.asset_number::text, 'kind', i.kind) order by i.place)
    from proposal_items i where i.proposal_id = wanted and i.state = 'applied'));
end $$;

/*
 * Decides proposals: [{id, version, act: 'approve' | 'return', reason?, grantId?}] answers [{id, outcome, applied?, onBehalfOf?}].
 * outcome: approved (applied), passed (the next step waits), returned, baseChanged (shown again), overtaken (of no use
 * any more), or, with nothing done: stale, ownSubmission, secondTime, notYours.
 */
create function decide_proposals(decisions jsonb) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  decision record;
  answer jsonb := '[]';
begin
  if permission_in_use() <> 'proposal.decide' or not holds('proposal.decide') then
    perform refuse_writing('deciding needs proposal.decide');
  end if;
  perform lock_proposals(array(select (d ->> 'id')::bigint from jsonb_array_elements(decisions) d));
  for decision in
    select * from jsonb_to_recordset(decisions) d (id bigint, version integer, act text, reason text, "grantId" bigint) order by d.id
  loop
    answer := answer || decide_proposal(decision.id, decision.version, decision.act, decision.reason, decision."grantId");
  end loop;
  return answer;
end $$;

/* Takes proposals back: whoever submitted them, or may submit the same there. Answers [{id, outcome: withdrawn | stale | notYours}]. */
create function withdraw_proposals(ids bigint[], reason text) returns jsonb
language plpgsql volatile security definer set search_path from current as $$
declare
  wanted proposals;
  answer jsonb := '[]';
begin
  if viewer_id() is null or not holds(permission_in_use()) then perform refuse_writing('withdrawing needs a permission'); end if;
  perform lock_proposals(ids);
  for wanted in select * from proposals where id = any (ids) order by id loop
    answer := answer || jsonb_build_object('id', wanted.id::text, 'outcome', case
      when wanted.submitted_by <> viewer_id() and (not proposal_in_reach(wanted.id) or exists (
        select from (select distinct kind from proposal_items where proposal_id = wanted.id) k
        where not exists (select from unnest(kind_permissions(k.kind)) p where wanted.department_id = any (reach(p))))) then 'notYours'
      when wanted.state <> 'submitted' then 'stale'
      else 'withdrawn' end);
    if answer -> -1 ->> 'outcome' = 'withdrawn' then
      update proposals set end_reason = nullif(btrim(withdraw_proposals.reason), '') where id = wanted.id;
      perform end_proposal(wanted.id, 'withdrawn');
    end if;
  end loop;
  return answer;
end $$;

/* 後閲: the principal took note of what a deputy decided in their post. Answers which steps. */
create function see_as_principal(steps bigint[]) returns bigint[]
language plpgsql volatile security definer set search_path from current as $$
declare
  seen bigint[];
begin
  with noted as (
    update approval_steps set seen_by_principal_at = app_now()
    where id = any (steps) and decided_for = viewer_id() and seen_by_principal_at is null
    returning id)
  select coalesce(array_agg(id order by id), '{}') into seen from noted;
  return seen;
end $$;

revoke execute on function lock_proposals(bigint[]), items_and_assets(bigint), end_proposal(bigint, text), is_overtaken(bigint),
  show_again(bigint), decide_proposal(bigint, integer, text, text, bigint), decide_proposals(jsonb),
  withdraw_proposals(bigint[], text), see_as_principal(bigint[]) from public;
grant execute on function decide_proposals(jsonb), withdraw_proposals(bigint[], text), see_as_principal(bigint[]) to daicho_write;
