import type { Client } from 'pg'
import type { Finding } from './finding'

const kept = ['keep', 'keep_whole']
/** Each table of the trail's own with the triggers that it must have. */
const trailGuards: Record<string, string[]> = {
  audit_transactions: ['seal', ...kept],
  audit_events: kept,
  audit_row_digests: kept,
  audit_links: kept,
}
const tableGuards = ['insert', 'update', 'delete', 'whole'].map((event) =>
  event === 'whole' ? 'keep_versions_whole' : `keep_versions_on_${event}`,
)

const missingSql = `
  select w.table_name as table, w.guard from unnest($1::text[], $2::text[]) w (table_name, guard)
  where not exists (
    select from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where c.oid = to_regclass(quote_ident(w.table_name)) and c.relkind in ('r', 'p')
      and g.tgname = w.guard and g.tgenabled in ('O', 'A'))
  order by 1, 2`

/** Row security that would hide rows from verification itself, which runs as the owner. */
const hidingSql = `
  select c.relname as table from unnest($1::text[]) w (table_name)
  join pg_class c on c.oid = to_regclass(quote_ident(w.table_name))
  where c.relrowsecurity and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
    and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage'))
    and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
           and pg_get_expr(p.polqual, p.polrelid) = 'true'
           and (p.polroles = '{0}' or (select oid from pg_roles where rolname = current_user) = any(p.polroles)))
      or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
           and (p.polroles = '{0}' or (select oid from pg_roles where rolname = current_user) = any(p.polroles))))
  order by 1`

/** What keeps the trail must still stand: triggers that were dropped or switched off, policies that hide rows. */
export async function verifyGuards(client: Client, tables: string[], report: (finding: Finding) => void) {
  const wanted = [
    ...Object.entries(trailGuards),
    ...tables.map((name): [string, string[]] => [name, tableGuards]),
    ...tables.map((name): [string, string[]] => [`${name}_versions`, [...kept, 'keep_open', 'keep_begun']]),
  ].flatMap(([table, guards]) => guards.map((guard): [string, string] => [table, guard]))
  const missing = await client.query<{ table: string; guard: string }>(missingSql, [
    wanted.map(([table]) => table),
    wanted.map(([, guard]) => guard),
  ])
  for (const { table, guard } of missing.rows) report({ kind: 'guardMissing', table, guard })
  const all = [...new Set(wanted.map(([table]) => table))]
  const hiding = await client.query<{ table: string }>(hidingSql, [all])
  for (const { table } of hiding.rows) report({ kind: 'policyHidesRows', table })
}
