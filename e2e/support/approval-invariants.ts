/** What must hold of approvals at every moment: SQL that names each breach; asked as the owner. */
export const approvalInvariants: Record<string, string> = {
  'nobody decided what they, or whom they decided for, submitted': `
    select s.id from approval_steps s join proposals p on p.id = s.proposal_id
    where s.decided_by is not null and p.submitted_by in (s.decided_by, s.decided_for)`,
  'nobody decided what somebody submitted for whom they stood in': `
    select s.id from approval_steps s join proposals p on p.id = s.proposal_id
    join deputies_versions d on d.deputy_id = s.decided_by and d.principal_id = p.submitted_by and d.ended_on is null
      and d.recorded_from <= s.decided_at and (d.recorded_to is null or d.recorded_to > s.decided_at)`,
  'nobody took two steps of one approval, but of one transfer': `
    select s.id from approval_steps s join approval_steps e on e.proposal_id = s.proposal_id and e.generation = s.generation and e.place < s.place
    where s.decided_by is not null and e.decided_by is not null and not (e.duty = 'manager' and s.duty = 'accepting')
      and array[s.decided_by, s.decided_for] && array_remove(array[e.decided_by, e.decided_for], null)`,
  'what was applied was approved by everybody whom it needs': `
    select i.asset_number from proposal_items i join proposals p on p.id = i.proposal_id
    where i.state = 'applied' and (p.state <> 'approved' or not required_duties(i.kind, i.before, i.after, i.judgement, p.department_id)
      <@ array(select s.duty from approval_steps s where s.proposal_id = p.id and s.state = 'approved'
           and s.generation = (select max(generation) from approval_steps n where n.proposal_id = p.id)))`,
  'a submitted proposal has one step that waits, and something open; an ended one has neither': `
    select p.id from proposals p
    where (p.state = 'submitted') <> ((select count(*) from approval_steps s where s.proposal_id = p.id and s.state = 'waiting') = 1)
      or (p.state = 'submitted') <> exists (select from proposal_items i where i.proposal_id = p.id and i.state = 'open')
      or exists (select from proposal_items i where i.proposal_id = p.id and i.state = 'approved')`,
  'steps are decided in their order': `
    select s.id from approval_steps s join approval_steps e on e.proposal_id = s.proposal_id and e.generation = s.generation and e.place < s.place
    where s.state in ('waiting', 'approved', 'returned') and e.state <> 'approved'`,
  'the items are those that were sealed': `
    select p.id from proposals p
    where p.items_hash <> items_hash(array(select i from proposal_items i where i.proposal_id = p.id))`,
  'whatever is guarded changed in the ledger as one approved item says, on the base that it shows': `
    with moved as (
      -- Content and levels of one item are two versions of one transaction: from before it to after it.
      select v.number, v.transaction_number, to_jsonb(o) as old, to_jsonb(v) as new
      from assets_versions v join assets_versions o on o.number = v.number and o.recorded_to = (
        select min(w.recorded_from) from assets_versions w where w.number = v.number and w.transaction_number = v.transaction_number)
      where not exists (select from assets_versions l where l.number = v.number and l.transaction_number = v.transaction_number and l.version > v.version)
        and o.state = 'active' and ((o.state, o.department_id, o.zone_code, o.zone_not_applicable, o.classification_id)
          is distinct from (v.state, v.department_id, v.zone_code, v.zone_not_applicable, v.classification_id)
        or loosened_fields(to_jsonb(o), to_jsonb(v)) <> '{}'))
    select m.number from moved m
    where not exists (
      select from proposal_items i join proposals_versions p on p.id = i.proposal_id and p.state = 'approved' and p.transaction_number = m.transaction_number
      where i.asset_number = m.number and i.state = 'applied' and i.before <@ m.old and i.after <@ m.new)`,
  'what was approved is in the ledger, once': `
    select i.asset_number from proposal_items i
    join proposals_versions p on p.id = i.proposal_id and p.state = 'approved' and p.recorded_to is null
    where i.state = 'applied' and i.kind <> 'merge' and not exists (
      select from assets_versions v where v.number = i.asset_number and v.transaction_number = p.transaction_number and i.after <@ to_jsonb(v))`,
}
