import 'server-only'
import { columnName } from '@/lib/domain/import/cells'
import { encodingWords } from '@/lib/labels/import-pages'
import { columnLabels as words, columnOptions } from '@/lib/labels/import-columns'
import { readTogether } from '@/lib/platform/read'
import { encodings } from '@/lib/platform/spreadsheet/reader/open-file'
import type { SheetFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import type { May } from '@/lib/platform/authorize'
import { findDepartmentChoices } from '@/lib/features/assets/vocabulary-queries'
import type { ShownColumns } from './columns-schema'
import { choiceOf } from './layout-schema'
import type { ImportRecord } from './page-schema'
import { findImport } from './queries'
import { sampleRows } from './row-queries'
import { shownImport } from './show-queries'

/** How a sheet was read, column by column, and what may be put right; null when there is nothing to read so. */
export async function showColumns(
  actor: May<'asset.import'>,
  id: bigint,
  asked: number | null,
): Promise<ShownColumns | null> {
  return readTogether(actor, async () => {
    const record = await findImport(actor, id)
    const found = record?.found
    if (!record || !found || !['asking', 'previewed'].includes(record.state)) return null
    const sheet =
      found.sheets.find(({ index }) => index === asked) ??
      found.sheets.find(({ isTaken }) => isTaken) ??
      found.sheets[0]
    if (!sheet) return null
    const rows = await sampleRows(actor, id, sheet.index)
    const departments = await findDepartmentChoices(actor, 'asset.import')
    return {
      shown: shownImport(record),
      tabs: found.sheets.map(({ index, isTaken, ...each }) => ({
        href: `/assets/import/${id}/columns?sheet=${index}`,
        label: isTaken ? nameOf(each, found.sheets) : words.notTaken(each.name),
        current: index === sheet.index,
      })),
      sheet: sheetForm(record, sheet),
      encoding:
        found.encoding === null
          ? null
          : {
              value: record.wish.encoding ?? found.encoding,
              isDoubtful: found.isDoubtful,
              options: encodings.map((value) => ({ value, label: encodingWords[value] })),
            },
      columns: sheet.heads.map(({ column, words: said, use, how, clash }) => ({
        name: `column-${column}`,
        letter: columnName(column),
        head: said.join(' '),
        value: choiceOf(
          record.wish.sheets?.[sheet.index]?.columns?.find((each) => each.column === column) ?? use,
        ),
        note: clash ? words.clash : how === 'likely' ? words.likely : null,
        sample: rows.flatMap(({ cells }) => cells[String(column)] ?? []).slice(0, 3),
      })),
      options: columnOptions,
      lines: sheet.heads.length === 0 ? sheet.sample.map((line) => line.join('｜')) : [],
      departments: departments.map(({ code, name, bureau }) => ({
        value: bureau ? `${bureau} ${name}` : name,
        label: bureau ? `${bureau} ${name}` : name,
        keywords: code,
      })),
    }
  })
}

function sheetForm(record: ImportRecord, sheet: SheetFound): ShownColumns['sheet'] {
  const wish = record.wish.sheets?.[sheet.index]
  return {
    index: String(sheet.index),
    name: sheet.name,
    isTaken: sheet.isTaken || sheet.heads.length === 0,
    headFrom: String(sheet.headFrom),
    headTo: String(sheet.headTo),
    scheme: wish?.scheme ?? sheet.scheme,
    isSchemeSure: sheet.isSchemeSure,
    departmentWord: wish?.departmentWord ?? '',
    blanks: record.blanks,
    reason: record.reason ?? '',
  }
}

/** Of several tables on a sheet each is named by where its head lies. */
function nameOf({ name, headFrom }: Pick<SheetFound, 'name' | 'headFrom'>, sheets: readonly SheetFound[]) {
  return sheets.filter((sheet) => sheet.name === name).length > 1 ? words.tableFrom(name, headFrom) : name
}
