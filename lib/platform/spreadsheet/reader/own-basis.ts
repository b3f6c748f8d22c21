import { textAt } from '@/lib/domain/import/cells'
import { readDate } from '@/lib/domain/japanese-date'
import { exportLabels } from '@/lib/labels/export'
import type { OpenFile } from './open-file'

const { levels, about, choices } = exportLabels.sheet
/** The sheets that stand in a workbook of our own beside the ledger. */
export const ownExplanations: ReadonlySet<string> = new Set([levels, about, choices])

/** The past day of which a workbook of our own is, as its sheet 「この台帳について」 says; null = of when it was written. */
export async function ownBasis({ sheets }: OpenFile): Promise<string | null> {
  const said = sheets.find(({ shape }) => shape.name === about)
  if (!said) return null
  for await (const row of said.rows()) {
    if (textAt(row, 0) !== exportLabels.about.basis) continue
    const text = textAt(row, 1)
    const end = exportLabels.basis('')
    const read = text.endsWith(end) ? readDate(text.slice(0, -end.length), '9999-12-31') : null
    return read?.kind === 'date' ? read.date : null
  }
  return null
}
