import { formatDateShort, formatDateWithoutWeekday } from '@/lib/labels/dates'
import { exportLabels as words, printLabels } from '@/lib/labels/export'
import { ledgerColumns, type ColumnCode } from '@/lib/labels/ledger-columns'
import type { May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { exportHref, type ExportRequest, type ReadExport } from './export-schema'
import { basisInWords, conditionsInWords, orderInWords } from './export-words-queries'
import { findLedgerWords, firstOfLedger } from './ledger-out-queries'

const most = 2_000
/** Numbers that count something; 資産番号 names something. */
const counts: ReadonlySet<ColumnCode> = new Set(['dataSubjects', 'recoveryHours'])

/** The ledger as a page to be printed; opening it is recorded as a print. */
export async function showPrint(actor: May<'asset.export'>, asked: ReadExport, request: ExportRequest) {
  const { columns, search, asOf } = request
  const { facts, rows } = await firstOfLedger(actor, request, most)
  const said = await findLedgerWords(actor)
  const conditions = (await conditionsInWords(actor, search)).join('、') || words.noConditions
  const basis = basisInWords(request, actor.viewer.today)
  const shown = {
    level: facts.level,
    basis: printLabels.basis(basis),
    by: printLabels.by(
      `${actor.viewer.name}　${formatDateWithoutWeekday(facts.now.slice(0, 10))} ${facts.now.slice(11)}`,
    ),
    conditions: [`${words.about.conditions}：${conditions}`, `${words.about.order}：${orderInWords(search)}`],
    backHref: exportHref(asked),
    heads: columns.map((code) => ledgerColumns[code].label),
    isNumeric: columns.map((code) => ledgerColumns[code].kind === 'number'),
    isWide: columns.map((code) => ledgerColumns[code].width >= 30),
  }
  if (rows.length > most) return { ...shown, rows: null, title: printLabels.tooMany(rows.length - 1, most) }
  await recordAccess(actor, {
    action: 'ledger.printed',
    subjectType: 'assets',
    subjectId: null,
    reason: words.recordedReason({
      way: words.recorded.print,
      rows: rows.length,
      basis,
      conditions,
      columns: columns.length,
      replaced: 0,
    }),
    details: {
      format: 'print',
      filters: JSON.stringify(search),
      columns: [...columns],
      ...(asOf && { asOf }),
      rows: rows.length,
    },
  })
  return {
    ...shown,
    title: words.counted(rows.length, most),
    rows: rows.map((row) =>
      columns.map((code) => {
        const { kind, write } = ledgerColumns[code]
        const text = write(row, said) ?? ''
        if (text === '') return text
        if (kind === 'date') return formatDateShort(text)
        return counts.has(code) ? Number(text).toLocaleString('ja-JP') : text
      }),
    ),
  }
}
