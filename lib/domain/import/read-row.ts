import type { Audience, KindCode } from '../asset'
import type { AssetContent } from '../asset-content'
import { audienceOf, readAudience } from '../audience-spelling'
import type { LevelCodes } from '../classification'
import type { AnswerOf } from './answers'
import { brokenRules } from '../content-rules'
import { cellName, textAt, type SheetRow } from './cells'
import type { City, FileScheme } from './city-words'
import type { ColumnUse, ImportField } from './import-field'
import type { CellNotice, CellProblem, Reading } from './problems'
import { readContentCell } from './read-content'
import { readDepartment, type DepartmentRead, type Surroundings } from './read-department'
import { readLevelsOf } from './read-levels-of-row'
import { readMarks } from './read-marks'
import type { Resolves } from './resolve-words'
import { notesOn, type RowNotes } from './row-notes'

/** What a row says. `given`: said (also "none"); `blank`: has a column, and nothing in it. */
export type RowRead = {
  department: DepartmentRead
  content: Partial<AssetContent>
  levels: Partial<LevelCodes>
  scheme: FileScheme
  audience: Audience | null
  reason: string | null
  /** Where 名称 stands: what concerns the row as a whole is told there. */
  nameCell: string
  /** 資産番号 as digits. */
  number: string | null
  given: ReadonlySet<ImportField>
  blank: ReadonlySet<ImportField>
  problems: readonly CellProblem[]
  notices: readonly CellNotice[]
  readings: readonly Reading[]
}

export type RowContext = {
  city: City
  resolves: Resolves
  answerOf: AnswerOf
  scheme: FileScheme
  around: Surroundings
  /** The standard ledger's rows belong to no department. */
  isOfDepartment: boolean
  /** Written by the portal: texts are taken as they stand. */
  isOwn?: boolean
  /** Columns of which the text stands further up. */
  carried?: readonly number[]
  /** What the section above says that is listed below it. */
  kind?: KindCode | null
  /** The lowest word of the head of a column: what a ○ below it means. */
  wordOf?: (column: number) => string
}

/** A level or a number where the name stands: a line of a legend, or of a count by levels. */
const notAName = /^(?:(?:自治体)?(?:機密性|完全性|可用性)?\s*\d[ABCabc]?|[\d,.\s]+|[IV]{1,3})$/u

/** One row understood; what can't be read is a problem at its cell, never a guess. */
export function readRow(row: SheetRow, uses: readonly ColumnUse[], context: RowContext): RowRead {
  const notes = notesOn(row.line, row.cells)
  const usable = withoutOddCells(row, uses, notes)
  const place = (means: ColumnUse['means']) =>
    usable.find((use) => use.means === means && use.marks === undefined)?.column ?? null
  const content: Partial<AssetContent> = {}
  const given = new Set<ImportField>()
  const blank = new Set<ImportField>()
  const { today } = context.city
  const { answerOf, isOwn = false } = context
  for (const use of usable)
    readContentCell({ row, use, today, answerOf, isOwn, content, given, blank, notes })
  readMarks(row, usable, { content, given, blank, notes, wordOf: context.wordOf })
  if (context.kind && !given.has('kindCode') && !notes.problems.some(({ field }) => field === 'kindCode')) {
    content.kindCode = context.kind
    given.add('kindCode')
    notes.notice(place('name') ?? 0, 'kindCode', 'kindOfSection', [context.kind])
  }
  const scheme = schemeOfRow(row, place, context)
  const levels = readLevelsOf(row, usable, { ...context, scheme }, { given, blank, notes })
  const places = { code: place('departmentCode'), bureau: place('bureau'), department: place('department') }
  const written = {
    code: textAt(row, places.code),
    bureau: textAt(row, places.bureau),
    name: textAt(row, places.department),
  }
  const number = numberOf(row, place('number'), notes)
  // In our own writing 資産番号 says whose it is, also where its department has since been closed.
  const isPast = isOwn && number !== null && context.resolves(written).kind === 'renamed'
  const department =
    context.isOfDepartment && !isPast ? readDepartment(written, places, context, notes) : null
  for (const column of context.carried ?? []) {
    const field = column === places.bureau ? 'bureau' : 'department'
    notes.notice(column, field, 'carriedDown', [textAt(row, column)])
  }
  const nameAt = place('name')
  if (nameAt !== null && content.name === undefined && !notes.problems.some(({ field }) => field === 'name'))
    notes.problem(nameAt, 'name', 'nameMissing')
  if (nameAt !== null && !isOwn && notAName.test(content.name?.normalize('NFKC') ?? ''))
    notes.problem(nameAt, 'name', 'notAName')
  checkRules(content, place, notes)
  if (row.hidden) notes.notice(nameAt ?? 0, 'name', 'hiddenRow')
  return {
    department,
    content,
    levels,
    scheme,
    audience: audienceFrom(textAt(row, place('audience')), levels, content),
    reason: textAt(row, place('classificationReason')) || null,
    nameCell: cellName(nameAt ?? 0, row.line),
    number,
    given,
    blank,
    problems: notes.problems,
    notices: notes.notices,
    readings: notes.readings,
  }
}

/** A cell whose value isn't there (a formula never calculated, #REF!, letters that are none) is told, and not read. */
function withoutOddCells(row: SheetRow, uses: readonly ColumnUse[], notes: RowNotes): readonly ColumnUse[] {
  return uses.filter(({ column, means }) => {
    const odd = row.cells.get(column)?.odd
    if (odd !== undefined) notes.problem(column, fieldOf(means), odd)
    return odd === undefined
  })
}

function fieldOf(means: ColumnUse['means']): ImportField {
  if (means === 'mediumAndPlace') return 'medium'
  return means === 'levels' ? 'confidentiality' : means
}

function checkRules(
  content: Partial<AssetContent>,
  place: (means: ColumnUse['means']) => number | null,
  notes: RowNotes,
) {
  for (const { field, rule } of brokenRules(content)) notes.problem(place(field) ?? 0, field, rule)
}

/** 分類体系 says it; else a filled 重要性 is the schools' scheme, and a bare 3 in a ledger of ours the earlier one. */
function schemeOfRow(
  row: SheetRow,
  place: (means: ColumnUse['means']) => number | null,
  { city, scheme, isOwn }: RowContext,
): FileScheme {
  const said = city.schemeOfLabel.get(textAt(row, place('scheme')))
  if (said !== undefined) return said
  if (textAt(row, place('importance')) !== '' && city.levels.education.length > 0) return 'education'
  const level = textAt(row, place('confidentiality'))
  const has = (as: FileScheme) =>
    city.levels[as].some(({ axis, code }) => axis === 'confidentiality' && code === level)
  return isOwn && !has(scheme) && has('earlier') ? 'earlier' : scheme
}

function audienceFrom(
  written: string,
  levels: Partial<LevelCodes>,
  content: Partial<AssetContent>,
): Audience | null {
  const read = readAudience(written)
  if (read !== null) return read
  return levels.importance ? audienceOf(levels.importance, content.userScope ?? '') : null
}

function numberOf(row: SheetRow, column: number | null, notes: RowNotes): string | null {
  const written = textAt(row, column).normalize('NFKC').replace(/^'/u, '')
  if (column === null || written === '') return null
  if (/^\d{1,18}$/u.test(written)) return written.replace(/^0+(?=\d)/u, '')
  return notes.problem(column, 'number', 'numberUnknown')
}
