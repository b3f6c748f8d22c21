import type pg from 'pg'
import type { Portal } from './portal'

/**
 * The ledger as it was before the levels of 2024: what `work` registers is classified under the earlier ones. Puts the
 * earlier version in force and, afterwards, that of 2024 again: past the guards, since a city does this once and forwards.
 */
export async function underEarlierLevels<T>(owner: pg.Pool, work: () => Promise<T>): Promise<T> {
  await setStatuses(owner, { 'municipal-2024': 'draft', 'municipal-earlier': 'inForce' })
  try {
    return await work()
  } finally {
    await setStatuses(owner, { 'municipal-earlier': 'retired', 'municipal-2024': 'inForce' })
  }
}

async function setStatuses(owner: pg.Pool, statuses: Record<string, string>): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('alter table classification_schemes disable trigger settle')
    for (const [code, status] of Object.entries(statuses))
      await client.query('update classification_schemes set status = $2 where code = $1', [code, status])
    await client.query('alter table classification_schemes enable trigger settle')
    await client.query(
      `select record_events('[{"action": "test.acted", "subjectType": "classification_schemes"}]')`,
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** A next version of the municipal scheme, still being prepared, with the same levels; made once a database. */
export async function nextVersion({ database }: Portal): Promise<void> {
  const client = await database.ownerPool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into classification_schemes (code, family, label, source, effective_on)
       select 'municipal-next', family, '次の分類体系', source, '2099-04-01' from classification_schemes
       where code = 'municipal-2024' on conflict (code) do nothing`,
    )
    await client.query(
      `insert into levels (scheme_id, axis, code, label, rank, criterion)
       select n.id, l.axis, l.code, l.label, l.rank, l.criterion
       from levels l join classification_schemes s on s.id = l.scheme_id, classification_schemes n
       where s.code = 'municipal-2024' and n.code = 'municipal-next' on conflict do nothing`,
    )
    await client.query(
      `select record_events('[{"action": "test.acted", "subjectType": "classification_schemes"}]')`,
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
