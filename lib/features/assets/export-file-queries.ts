import { randomBytes } from 'node:crypto'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { exportLabels as words } from '@/lib/labels/export'
import { ledgerColumns, type LedgerWords } from '@/lib/labels/ledger-columns'
import type { May } from '@/lib/platform/authorize'
import { writingOut } from '@/lib/platform/at-once'
import { recordAccess } from '@/lib/platform/change'
import type { OpenRows } from '@/lib/platform/read-rows'
import { csvLines } from '@/lib/platform/spreadsheet/csv-out'
import { cellPages, textPages } from '@/lib/platform/spreadsheet/ledger-pages'
import { pourXlsx } from '@/lib/platform/spreadsheet/pour-xlsx'
import { streamOf } from '@/lib/platform/stream'
import type { ExportRequest } from './export-schema'
import { basisInWords, conditionsInWords, departmentOf, orderInWords } from './export-words-queries'
import { ledgerTemplate } from './export-workbook-queries'
import { lackingAmong } from './lacking-queries'
import { findLedgerFacts, findLedgerWords, openLedger, type LedgerFacts } from './ledger-out-queries'
import { findDepartmentChoices, findVocabulary } from './vocabulary-queries'

export type ExportedFile = { name: string; kind: 'xlsx' | 'csv'; body: ReadableStream<Uint8Array> }

/**
 * The ledger as a file. Reach is asked, and the event written, before the first byte; a download that breaks off leaves
 * the event standing. Refused: two are under way, or CP932 lacks characters and nobody wished them replaced.
 */
export async function exportLedger(
  actor: May<'asset.export'>,
  request: ExportRequest,
): Promise<ExportedFile | { refused: 'busy' | 'lacking' }> {
  const leave = writingOut.enter()
  if (!leave) return { refused: 'busy' }
  let rows: OpenRows<LedgerRow> | undefined
  const end = async () => {
    leave()
    await rows?.close()
  }
  try {
    const facts = await findLedgerFacts(actor)
    const said = await findLedgerWords(actor)
    rows = await openLedger(actor, request)
    const lacking =
      request.format === 'csv' && request.encoding === 'cp932'
        ? (await lackingAmong(rows, request.columns, said)).count
        : 0
    if (lacking > 0 && request.lacking === 'refuse') {
      await end()
      return { refused: 'lacking' }
    }
    const about = await describe(actor, request, facts, rows.count)
    await recordExport(actor, request, { ...about, replaced: lacking })
    const chunks =
      request.format === 'csv'
        ? csvLines(textPages(rows.pages(), request.columns, said), request.encoding)
        : pourXlsx(
            await template(actor, request, said, about),
            cellPages(rows.pages(), request.columns, said),
          )
    return { name: about.name, kind: request.format, body: streamOf(chunks, end) }
  } catch (error) {
    await end().catch(() => undefined)
    throw error
  }
}

export type Described = Awaited<ReturnType<typeof describe>>

/** What is said of the whole, in the file and in the trail. */
async function describe(
  actor: May<'asset.export'>,
  request: ExportRequest,
  facts: LedgerFacts,
  rows: number,
) {
  const { search, asOf } = request
  const conditions = await conditionsInWords(actor, search)
  const day = formatDateWithoutWeekday(asOf ?? actor.viewer.today)
  const department = await departmentOf(actor, search)
  return {
    ...facts,
    rows,
    department,
    conditions: conditions.join('、') || words.noConditions,
    order: orderInWords(search),
    basis: basisInWords(request, actor.viewer.today),
    reference: randomBytes(4).toString('hex').toUpperCase(),
    name: `${words.fileName({ level: facts.level, day, department })}.${request.format}`,
  }
}

async function recordExport(
  actor: May<'asset.export'>,
  { format, columns, search, asOf }: ExportRequest,
  about: Described & { replaced: number },
) {
  const { rows, basis, conditions, replaced, reference } = about
  await recordAccess(actor, {
    action: 'ledger.exported',
    subjectType: 'assets',
    subjectId: null,
    reason: words.recordedReason({
      way: words.recorded[format],
      rows,
      basis,
      conditions,
      columns: columns.length,
      replaced,
    }),
    details: {
      format,
      filters: JSON.stringify(search),
      columns: [...columns],
      ...(asOf && { asOf }),
      rows,
      replaced,
      reference,
    },
  })
}

async function template(
  actor: May<'asset.export'>,
  { columns }: ExportRequest,
  said: LedgerWords,
  about: Described,
): Promise<Uint8Array> {
  const { schemes } = await findVocabulary(actor)
  const label = words.about
  const time = about.now.slice(11)
  return ledgerTemplate({
    columns,
    rows: about.rows,
    words: said,
    schemes: schemes.filter(({ status }) => status !== 'draft'),
    departments: await findDepartmentChoices(actor, 'asset.export'),
    level: about.level,
    author: actor.viewer.name,
    about: [
      [label.title, [about.department, label.ledger].filter(Boolean).join(' ')],
      [label.level, about.level],
      [label.city, actor.viewer.city ?? ''],
      [label.person, actor.viewer.name],
      [label.at, `${formatDateWithoutWeekday(about.now.slice(0, 10))} ${time}`],
      [label.basis, about.basis],
      [label.conditions, about.conditions],
      [label.order, about.order],
      [label.rows, String(about.rows)],
      [label.columns, columns.map((code) => ledgerColumns[code].label).join('、')],
      [label.reference, about.reference],
      [label.caution, label.cautionText],
    ],
  })
}
