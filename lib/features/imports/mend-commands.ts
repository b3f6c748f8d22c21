import 'server-only'
import type { z } from 'zod'
import { answerFinder, type Answer } from '@/lib/domain/import/answers'
import type { CellText, SheetRow } from '@/lib/domain/import/cells'
import { cityOf, type City } from '@/lib/domain/import/city-words'
import type { ColumnUse } from '@/lib/domain/import/import-field'
import type { ImportRefusal } from '@/lib/domain/import/import-state'
import { readRow } from '@/lib/domain/import/read-row'
import { departmentFinder } from '@/lib/domain/import/resolve-words'
import { storedRow, type StoredRow } from '@/lib/domain/import/stored-row'
import type { Outcome } from '@/lib/platform/change'
import type { May } from '@/lib/platform/authorize'
import { actOn } from './act-commands'
import { findCityWords } from './city-words-queries'
import type { mendRowSchema } from './form-schema'
import { oddityOf, usesOf } from './mend-queries'
import type { ImportRecord, RowRecord } from './page-schema'
import { findImport, listAnswers } from './queries'
import { findRow } from './row-queries'

type Actor = May<'asset.import'>
const ditto = /^(?:〃|″|"|''|同上|仝|々)$/u

/** この行を直す: reads the row again with the cells as they were typed; the file stays as it is. */
export async function mendOwnRow(
  actor: Actor,
  input: z.output<typeof mendRowSchema>,
): Promise<Outcome<{ id: bigint }, ImportRefusal>> {
  const { id, version, place } = input
  const [record, row] = [await findImport(actor, id), await findRow(actor, id, place)]
  if (!record || !row) return { refused: 'gone' }
  const typed = new Map(
    Object.entries(input).flatMap(([name, value]) => {
      const column = /^cell-(\d{1,3})$/u.exec(name)?.[1]
      return column === undefined || typeof value !== 'string' ? [] : [[Number(column), value] as const]
    }),
  )
  const code = typeof input['departmentCode'] === 'string' ? input['departmentCode'].trim() : ''
  const { today } = actor.viewer
  const city = cityOf(await findCityWords(actor), today)
  const mended = understood(record, row, typed, code, city, await listAnswers(actor, id))
  const changed = Object.fromEntries(
    [...typed].filter(([column, text]) => text !== (row.cells[String(column)] ?? '')),
  )
  const said = JSON.stringify(code === '' ? changed : { ...changed, departmentCode: code })
  return actOn(
    actor,
    id,
    'import.rowMended',
    { line: row.line, sheet: row.sheetName },
    (db) => db.$queryRaw`
      select mend_row(${id}, ${version}::int, ${place}::int, ${JSON.stringify(mended)}::jsonb, ${said}::jsonb) as said`,
  )
}

/** The row by the same rules as the file; what stands in it by a merge or 〃 above stays. */
function understood(
  record: ImportRecord,
  row: RowRecord,
  typed: ReadonlyMap<number, string>,
  code: string,
  city: City,
  answers: readonly Answer[],
): StoredRow {
  const columns = usesOf(record, row.sheet)
  const uses: ColumnUse[] = columns.map(({ use }) => use)
  const isTouched = (column: number) =>
    typed.has(column) && typed.get(column) !== (row.cells[String(column)] ?? '')
  const cells = new Map<number, CellText>()
  const all = new Set([...Object.keys(row.cells).map(Number), ...typed.keys()])
  for (const column of all) {
    const text = typed.get(column) ?? row.cells[String(column)] ?? ''
    const odd = isTouched(column) ? undefined : oddityOf(row, column)
    if (text.trim() === '' && odd === undefined) continue
    if (!isTouched(column) && ditto.test(text.trim())) continue
    cells.set(column, { text, as: 'text', ...(odd === undefined ? {} : { odd }) })
  }
  const places = new Set(['department', 'bureau', 'departmentCode'])
  const asked = code === '' ? uses : uses.filter(({ means }) => !places.has(means))
  const answerOf = answerFinder(answers)
  const sheet: SheetRow = { line: row.line, hidden: false, cells }
  const read = readRow(sheet, asked, {
    city,
    resolves: departmentFinder(city, answerOf),
    answerOf,
    scheme: record.found?.sheets.find(({ index }) => index === row.sheet)?.scheme ?? 'current',
    around: { sections: [], sheet: [] },
    wordOf: (column) => columns.find(({ use }) => use.column === column)?.word ?? '',
    isOfDepartment: code === '' && uses.some(({ column, means }) => places.has(means) && cells.has(column)),
  })
  const chosen = city.organization.departments.find((department) => department.code === code)
  const department = chosen ? { id: String(chosen.id), code } : read.department
  const again = storedRow(
    { ...read, department, place: row.place, sheet: row.sheet, line: row.line, cells: row.cells },
    row.sheetName,
    city.today,
  )
  const emptied = new Set(uses.filter(({ column }) => isTouched(column)).map(({ means }) => columnOf(means)))
  return keepUnsaid(again, row, emptied)
}

const columnOf = (means: string) => means.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/** What the row said without a text in its own cells, by what stands above or around it, unless it was typed over. */
function keepUnsaid(
  again: StoredRow,
  { read, levels, ...row }: RowRecord,
  typed: ReadonlySet<string>,
): StoredRow {
  const facts = Object.entries(read).filter(
    ([column]) => (again.blanks.includes(column) || column === 'kind_code') && !typed.has(column),
  ) as [string, StoredRow['read'][string]][]
  // A number that its head counts in thousands or years has been read with it.
  const counted = Object.entries(read).filter(
    ([column]) => (column === 'data_subjects' || column === 'retention') && !typed.has(column),
  ) as typeof facts
  const kept = new Set(facts.map(([column]) => column))
  const axes = Object.entries(levels).filter(([axis]) => !(axis in again.levels) && !typed.has(axis))
  const isAsked = again.problems.some(({ field }) => field === 'department')
  const isUnread = again.departmentId === null && !isAsked
  const old = <T extends { field: string }>(remarks: readonly T[]) =>
    isUnread ? remarks.filter(({ field }) => field === 'department' || field === 'bureau') : []
  return {
    ...again,
    departmentId: isUnread
      ? row.departmentId === null
        ? null
        : String(row.departmentId)
      : again.departmentId,
    read: { ...Object.fromEntries(facts), ...again.read, ...Object.fromEntries(counted) },
    blanks: again.blanks.filter((column) => !kept.has(column)),
    levels: { ...Object.fromEntries(axes), ...again.levels },
    problems: [...old(row.problems), ...again.problems],
    notices: [...old(row.notices), ...again.notices],
  }
}
