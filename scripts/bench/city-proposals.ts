import type pg from 'pg'

/**
 * One approved proposal a department for the same change of many assets, written as the owner: from here until
 * closeAsOwner the ledger's guards let exactly that change pass. The viewer is the decider, `system` the submitter.
 * Answers the proposals' ids.
 */
export async function approveAsOwner(
  client: pg.ClientBase,
  kind: 'registration' | 'disposal',
  after: object,
  numbers: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into proposals (submission_id, department_id, origin, title, items, submitted_by, items_hash)
     select nextval('proposal_submissions'), a.department_id, 'import', min(a.name), count(*), p.id, ''
     from assets a, people p where a.number = any ($1::bigint[]) and p.login_id = 'system' group by a.department_id, p.id
     returning id::text`,
    [numbers],
  )
  const ids = rows.map(({ id }) => id)
  await client.query(
    `insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, state)
     select p.id, row_number() over (partition by p.id order by a.number), a.number, $3, a.version, b.facts, $4::jsonb, 'approved'
     from proposals p join assets a on a.department_id = p.department_id
     cross join lateral (select jsonb_object_agg(f.key, f.value) as facts from jsonb_each(to_jsonb(a)) f
       where f.key = any (before_keys($3, $4::jsonb, false))) b
     where p.id = any ($1::bigint[]) and a.number = any ($2::bigint[])`,
    [ids, numbers, kind, JSON.stringify(after)],
  )
  await client.query(
    `insert into approval_steps (proposal_id, place, duty, department_id, state, waiting_since, decided_by, decided_grant_id, decided_at)
     select p.id, 1, 'manager', p.department_id, 'approved', app_now(), viewer_id(), grant_used('proposal.decide'), app_now()
     from proposals p where p.id = any ($1::bigint[])`,
    [ids],
  )
  await client.query(
    `update proposals p set items_hash = items_hash(array(select i from proposal_items i where i.proposal_id = p.id))
     where p.id = any ($1::bigint[])`,
    [ids],
  )
  return ids
}

/** Says of these proposals that what they approved has been written. */
export async function closeAsOwner(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await client.query(`update proposal_items set state = 'applied' where proposal_id = any ($1::bigint[])`, [
    ids,
  ])
  await client.query(
    `update proposals set state = 'approved', decided_at = app_now() where id = any ($1::bigint[])`,
    [ids],
  )
}
