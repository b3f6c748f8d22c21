import 'server-only'
import type { AssetState } from '@/lib/domain/asset'
import { splitEdit } from '@/lib/domain/loosening'
import { bulkEditLabels as words } from '@/lib/labels/bulk-edit'
import { authorize, type May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { Asset } from '@/generated/prisma/client'
import type { BulkChange } from './bulk-schema'
import { assetColumns } from './column-queries'
import { contentOf } from './content-queries'
import { contentInWords, differencesInWords } from './content-words-queries'
import { listAssets } from './queries'
import type { AssetSearch } from './search-schema'
import { findDepartmentChoices, findDepartmentNames, findVocabulary } from './vocabulary-queries'

/** The registered assets of a page of the list that the viewer may edit and of which nothing waits for approval. */
export async function listEditable(editor: May<'asset.edit'>, search: AssetSearch) {
  const actor = authorize(editor.viewer, 'asset.read')
  const { rows } = await listAssets(actor, { ...search, state: ['active'] })
  const names = await findDepartmentNames(actor)
  const mine = new Set((await findDepartmentChoices(actor, 'asset.edit')).map(({ id }) => id))
  return rows
    .filter((row) => !row.isProposed && mine.has(String(row.departmentId)))
    .map((row) => ({
      number: String(row.number),
      name: row.name,
      department: names.get(row.departmentId) ?? '',
    }))
}

type Row = Asset & { isProposed: boolean }

/** The rows as they are, each with whether a change of it waits. */
export async function readRows(actor: May<'asset.edit'>, numbers: readonly bigint[]) {
  return read(
    actor,
    (db) => db.$queryRaw<Row[]>`
      select ${assetColumns}, exists (select from proposal_items i where i.asset_number = number and i.state in ('open', 'approved')) as "isProposed"
      from assets where number = any(${[...numbers]}::bigint[]) order by number`,
  )
}

/** What would change, asset by asset; what waits for approval then says so. */
export async function previewBulk(actor: May<'asset.edit'>, numbers: readonly bigint[], changes: BulkChange) {
  const rows = await readRows(actor, numbers)
  const vocabulary = await findVocabulary(actor)
  return rows.map((row) => {
    const now = contentOf(row)
    const then = { ...now, ...changes }
    const { atOnce } = splitEdit(now, then, row.state as AssetState)
    const [said, wanted, written] = [now, then, atOnce].map((each) => contentInWords(each, vocabulary))
    const differ = (other = said) =>
      differencesInWords([said ?? {}, other ?? {}]).map(({ field, values: [before = '', after = ''] }) => ({
        field,
        before,
        after,
      }))
    const soon = new Set(differ(written).map(({ field }) => field))
    return {
      number: String(row.number),
      version: row.version,
      name: row.name,
      isProposed: row.isProposed || row.state !== 'active',
      changes: differ(wanted).map((change) =>
        soon.has(change.field) ? change : { ...change, field: words.proposed(change.field) },
      ),
    }
  })
}
