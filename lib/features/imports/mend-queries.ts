import 'server-only'
import { columnName, type CellOddity } from '@/lib/domain/import/cells'
import { mendLabels as words } from '@/lib/labels/import-preview'
import type { May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import type { ColumnUse } from '@/lib/domain/import/import-field'
import { importFieldLabels } from '@/lib/labels/import-fields'
import { problemWords } from '@/lib/labels/import-problems'
import { findDepartmentChoices, findDepartmentNames } from '@/lib/features/assets/vocabulary-queries'
import type { ImportRecord, RowRecord } from './page-schema'
import { rowInWords } from './preview-queries'
import { findImport } from './queries'
import { findRow } from './row-queries'
import { shownImport } from './show-queries'
import type { ShownMend } from './mend-schema'

/** One row with its cells to be mended; null when there is none, or it is somebody else's. */
export async function showRow(
  actor: May<'asset.import'>,
  id: bigint,
  place: number,
): Promise<ShownMend | null> {
  return readTogether(actor, async () => {
    const record = await findImport(actor, id)
    const row = record && (await findRow(actor, id, place))
    if (!record || !row) return null
    const isOpen = record.state === 'previewed'
    const asksDepartment =
      row.departmentId === null || row.problems.some(({ field }) => field === 'department')
    const choices = isOpen && asksDepartment ? await findDepartmentChoices(actor, 'asset.import') : []
    return {
      shown: shownImport(record),
      row: rowInWords(row, await findDepartmentNames(actor)),
      isOpen,
      fields: usesOf(record, row.sheet).map(({ use, head }) => fieldOf(row, use, head)),
      departments: choices.map(({ code, name, bureau }) => ({
        value: code,
        label: bureau ? `${bureau} ${name}` : name,
      })),
    }
  })
}

type UseBelow = { use: ColumnUse; head: string; word: string }

/** The columns of a sheet that something is taken from, with the words above them. */
export function usesOf({ found, wish }: ImportRecord, index: number): UseBelow[] {
  const heads = found?.sheets.find((sheet) => sheet.index === index)?.heads ?? []
  const chosen = wish.sheets?.[String(index)]?.columns
  return heads.flatMap(({ column, words: said, use: guessed }) => {
    const use = chosen === undefined ? guessed : (chosen.find((each) => each.column === column) ?? null)
    return use === null || use.means === 'keptByPortal'
      ? []
      : [{ use, head: said.join(' '), word: said.at(-1)?.replace(/\s+/gu, '') ?? '' }]
  })
}

function fieldOf(row: RowRecord, { column, means }: ColumnUse, head: string): ShownMend['fields'][number] {
  const cell = `${columnName(column)}${row.line}`
  const wrong = row.problems.filter((problem) => problem.cell === cell)
  return {
    name: `cell-${column}`,
    label: importFieldLabels[means],
    help: words.column(columnName(column), head),
    value: row.cells[String(column)] ?? '',
    errors: wrong.map((problem) => {
      const about = { ...problem, args: problem.args ?? [] }
      return `${problemWords[problem.code].what(about)}${problemWords[problem.code].mend(about)}`
    }),
  }
}

const oddities: readonly CellOddity[] = ['noResult', 'errorValue', 'badCharacter']

/** What a cell was found to be where its text alone doesn't say it. */
export function oddityOf({ problems, line }: RowRecord, column: number): CellOddity | undefined {
  const cell = `${columnName(column)}${line}`
  return oddities.find((odd) => problems.some((problem) => problem.cell === cell && problem.code === odd))
}
