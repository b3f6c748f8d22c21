import 'server-only'
import { z } from 'zod'
import type { ImportField } from '@/lib/domain/import/import-field'
import { proposalStates } from '@/lib/domain/proposal'
import { importStates } from '@/lib/domain/import/import-state'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { importRecord, type ImportRecord } from './page-schema'
import { importCounts } from './schema'

const listed = z.object({
  id: z.bigint(),
  fileName: z.string(),
  state: z.enum(importStates),
  createdAt: z.date(),
  counts: importCounts,
  failure: z.string().nullable(),
})

/** One's own imports, the newest first, at most fifty. */
export async function listImports(actor: May<'asset.import'>) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select id, file_name as "fileName", state, created_at as "createdAt", counts, failure
      from imports where created_by = (select viewer_id()) order by id desc limit 50`,
  )
  return z.array(listed).parse(rows)
}

/** One of one's own imports; null for everybody else's. */
export async function findImport(actor: May<'asset.import'>, id: bigint): Promise<ImportRecord | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select i.id, i.state, i.version, i.file_name as "fileName", i.created_at as "createdAt", i.ended_at as "endedAt",
        i.found, i.layout as wish, i.blanks, i.reclassification_reason as reason, i.counts, i.failure,
        i.failure_args as "failureArgs", p.phase, p.done, p.total, coalesce(p.cancel_asked, false) as "cancelAsked",
        (select o.file_name from imports o where o.id = i.replaces) as "replaces",
        (select max(n.id) from imports n where n.replaces = i.id) as "replacedBy"
      from imports i left join import_progress p on p.import_id = i.id
      where i.id = ${id} and i.created_by = (select viewer_id())`,
  )
  return row === undefined ? null : importRecord.parse(row)
}

/** How far an import is: for the bar that moves by itself. */
export async function findProgress(actor: May<'asset.import'>, id: bigint) {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<
      { state: string; phase: string | null; done: number | null; total: number | null }[]
    >`
      select i.state, p.phase, p.done, p.total from imports i left join import_progress p on p.import_id = i.id
      where i.id = ${id} and i.created_by = (select viewer_id())`,
  )
  return row ?? null
}

const bundle = z.object({
  id: z.bigint(),
  title: z.string(),
  state: z.enum(proposalStates),
  items: z.number(),
})

/** What an import has submitted, bundle by bundle. */
export async function listBundles(actor: May<'asset.import'>, id: bigint) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select p.id, p.title, p.state, (select count(*) from proposal_items n where n.proposal_id = p.id)::int as items
      from proposals p where p.import_id = ${id} order by p.id limit 100`,
  )
  return z.array(bundle).parse(rows)
}

const answer = z.object({ field: z.custom<ImportField>(), written: z.string(), chosen: z.string() })

/** What somebody has decided about words of the file, at most 1,000. */
export async function listAnswers(actor: May<'asset.import'>, id: bigint) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select field, written, chosen from import_answers where import_id = ${id} order by field, written limit 1000`,
  )
  return z.array(answer).parse(rows)
}
