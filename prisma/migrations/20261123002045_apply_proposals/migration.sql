-- What an approval writes, and what the clock does to what waits.
select set_config('search_path', current_schema() || ', pg_temp', false);

/* Writes what was approved, for any number of assets in two statements; guard_asset compares each row with its item. */
create function apply_proposal(proposal bigint) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update assets a set
    state = (w.row).state,
    department_id = (w.row).department_id,
    zone_code = (w.row).zone_code,
    zone_not_applicable = (w.row).zone_not_applicable,
    personal_data = (w.row).personal_data,
    my_number_use = (w.row).my_number_use,
    data_subjects = (w.row).data_subjects,
    take_out = (w.row).take_out,
    cloud_service = (w.row).cloud_service,
    cloud_ismap = (w.row).cloud_ismap,
    cloud_countries = (w.row).cloud_countries,
    cloud_standard_terms = (w.row).cloud_standard_terms,
    cloud_approval = (w.row).cloud_approval,
    visibility = (w.row).visibility,
    disposal_due_on = (w.row).disposal_due_on,
    disposed_on = (w.row).disposed_on,
    disposed_by = (w.row).disposed_by,
    disposal_method = (w.row).disposal_method,
    merged_into = (w.row).merged_into,
    last_confirmed_on = case when w.kind in ('registration', 'reclassification') then app_today() else a.last_confirmed_on end
  from (
    select i.asset_number, i.kind, jsonb_populate_record(b, i.after) as row
    from proposal_items i join assets b on b.number = i.asset_number
    where i.proposal_id = proposal and i.state = 'approved' and not (i.kind = 'merge' and i.after = '{"state": "active"}')) w
  where a.number = w.asset_number;
  insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, importance, audience,
    classified_on, evaluator_id, occasion, reason, answers, proposed)
  select i.asset_number, (i.judgement ->> 'schemeId')::bigint, i.judgement ->> 'confidentiality', i.judgement ->> 'integrity',
    i.judgement ->> 'availability', i.judgement ->> 'importance', i.judgement ->> 'audience', app_today(), p.submitted_by,
    i.judgement ->> 'occasion', i.judgement ->> 'reason', nullif(i.judgement -> 'answers', 'null'), nullif(i.judgement -> 'proposed', 'null')
  from proposal_items i join proposals p on p.id = i.proposal_id
  where i.proposal_id = proposal and i.state = 'approved' and i.judgement is not null
  order by i.place;
end $$;

/*
 * What waits too long, or for somebody who is gone or away, is listed for the next rank too; what waits in a department
 * whose assets went to a successor waits there. Run by a job and after a move; twice does nothing more. Answers how many steps.
 */
create function escalate_waiting_steps() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  step approval_steps;
  now_in bigint;
  next_rank smallint;
  moved bigint[] := '{}';
begin
  for step in
    select s.* from proposals p join approval_steps s on s.proposal_id = p.id and s.state = 'waiting'
    where p.state = 'submitted' order by p.id for no key update of p skip locked
  loop
    -- Read again: the step may have been decided before its proposal could be locked.
    select * into step from approval_steps where id = step.id and state = 'waiting';
    continue when not found;
    select min(a.department_id) into now_in from proposal_items i join assets a on a.number = i.asset_number
    where i.proposal_id = step.proposal_id and i.state = 'open' having count(distinct a.department_id) = 1;
    if now_in is not null and step.duty <> 'accepting' and now_in <> step.department_id then
      update approval_steps set department_id = now_in
      where proposal_id = step.proposal_id and state in ('future', 'waiting') and duty <> 'accepting';
      moved := moved || step.id;
    end if;
    next_rank := greatest(opening_rank(step.id), case when step.escalates_on <= app_today() then (
      select min(x.rank) from eligible_deciders(step.id) x where not x.absent and x.rank > step.open_to) end);
    if next_rank > step.open_to then
      update approval_steps set open_to = next_rank, escalates_on = add_business_days(app_today(), escalation_days()) where id = step.id;
      moved := moved || step.id;
    end if;
  end loop;
  if moved <> '{}' then
    perform record_events((select jsonb_agg(jsonb_build_object('action', 'approval.escalated', 'subjectType', 'approval_steps', 'subjectId', id))
      from (select distinct unnest(moved) as id) m));
  end if;
  return (select count(distinct id) from unnest(moved) id);
end $$;

revoke execute on function apply_proposal(bigint), escalate_waiting_steps() from public;
grant execute on function escalate_waiting_steps() to daicho_write;
