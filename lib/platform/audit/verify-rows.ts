import type { Client } from 'pg'
import type { Finding, FindingKind } from './finding'
import { rowsSql, versionDigestsSql, versionsSql } from './verify-sql'
import type { VersionedTable } from './verify-sql'

/** Which tables keep versions: by what the trail says, not by a list that could be shortened. */
const versionedSql = `
  select distinct on (subject_type) subject_type as name, action = 'versions.started' as kept from audit_events
  where action in ('versions.started', 'versions.ended') order by subject_type, id desc`

const columnsSql = `
  select array_agg(quote_ident(a.attname) order by array_position(i.indkey::smallint[], a.attnum))
      filter (where a.attnum = any(i.indkey))  as keys,
    coalesce(array_agg(a.attname::text) filter (where a.attgenerated <> ''), '{}') as generated
  from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
  where a.attrelid = to_regclass(quote_ident($1)) and to_regclass(quote_ident($2)) is not null
    and a.attnum > 0 and not a.attisdropped`

/** Compares every versioned table with its versions and those with the chain. @returns the tables' names */
export async function verifyRows(client: Client, report: (finding: Finding) => void): Promise<string[]> {
  const { rows } = await client.query<{ name: string; kept: boolean }>(versionedSql)
  const names = rows.filter(({ kept }) => kept).map(({ name }) => name)
  for (const name of names) {
    const table = await describe(client, name)
    if (table) await verifyTable(client, table, report)
    else report({ kind: 'tableGone', table: name })
  }
  return names
}

async function describe(client: Client, name: string): Promise<VersionedTable | null> {
  const versions = `${name}_versions`
  const { rows } = await client.query<{ keys: string[] | null; generated: string[] }>(columnsSql, [
    name,
    versions,
  ])
  const found = rows[0]
  if (!found?.keys) return null
  const quoted = (text: string) => client.escapeIdentifier(text)
  return {
    name,
    table: quoted(name),
    versions: quoted(versions),
    keys: found.keys,
    generated: found.generated,
  }
}

async function verifyTable(client: Client, table: VersionedTable, report: (finding: Finding) => void) {
  const altered = await client.query<{ count: number; version: string; row: string }>(versionsSql(table))
  for (const found of altered.rows) {
    if (found.count > 0) report({ kind: 'versionAltered', table: table.name, ...found })
  }
  const sealed = await client.query<{ count: number; transaction: string; link: string | null }>(
    versionDigestsSql(table),
    [table.name],
  )
  for (const { count, transaction, link } of sealed.rows) {
    if (count > 0) {
      report({ kind: 'versionsAltered', table: table.name, count, transaction, link: link ?? undefined })
    }
  }
  const rows = await client.query<{ kind: FindingKind; count: number; row: string }>(rowsSql(table), [
    table.generated,
  ])
  for (const found of rows.rows) report({ table: table.name, ...found })
}
