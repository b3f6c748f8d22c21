import type { Portal } from './portal'

type Row = { number: string; name: string; state: string; zone: string | null }

/** What the ledger holds of one department (by its name), straight from the database: what lists must, or must not, show. */
export async function assetsOf(portal: Portal, department: string): Promise<Row[]> {
  const { rows } = await portal.database.ownerPool.query<Row>(
    `select a.number::text, a.name, a.state, a.zone_code as zone
     from assets a join departments d on d.id = a.department_id
     where d.name = $1 and d.valid_to is null order by a.number`,
    [department],
  )
  return rows
}

/** The number of a sample asset, by its name. */
export async function numberOf(portal: Portal, name: string): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ number: string }>(
    'select number::text from assets where name = $1 order by number limit 1',
    [name],
  )
  const [row] = rows
  if (!row) throw new Error(`The sample city has no asset ${name}`)
  return row.number
}

/** The key of a person's page, by login ID. */
export async function personOf(portal: Portal, loginId: string): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ id: string }>(
    'select id::text from people where login_id = $1',
    [loginId],
  )
  return rows[0]?.id ?? ''
}
