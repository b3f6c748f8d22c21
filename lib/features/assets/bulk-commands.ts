import 'server-only'
import type { SchemeFamily } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { readRows } from './bulk-queries'
import type { BulkEdit } from './bulk-schema'
import { contentOf } from './content-queries'
import { editAssets, type Edited, type EditRefusal } from './edit-commands'

/** Changes the same fields of many assets, all or none; what loosens is submitted, one bundle a department and chain. */
export async function editTogether(
  actor: May<'asset.edit'>,
  { seen, changes, reason }: BulkEdit,
): Promise<Outcome<Edited, EditRefusal>> {
  const rows = new Map(
    (
      await readRows(
        actor,
        seen.map(({ number }) => number),
      )
    ).map((row) => [row.number, row]),
  )
  const edits = []
  for (const { number, version } of seen) {
    const row = rows.get(number)
    if (!row) return { refused: 'notFound' }
    if (row.version !== version) return { refused: 'stale' }
    if (row.isProposed) return { refused: 'alreadyProposed' }
    const before = contentOf(row)
    const content = { ...before, ...changes }
    const scheme = { schemeId: row.schemeId, schemeFamily: row.schemeFamily as SchemeFamily }
    if (JSON.stringify(content) !== JSON.stringify(before))
      edits.push({ number, version, content, scheme, classification: null })
  }
  if (edits.length === 0) return { refused: 'nothingChanges' }
  return editAssets(actor, edits, { origin: 'bulk', reason })
}
