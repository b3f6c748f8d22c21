import type { PersonalData } from '../asset'
import type { AssetContent } from '../asset-content'
import { isZoneCode } from '../reference'
import { isAxis } from '../scheme'
import { textAt, type SheetRow } from './cells'
import type { ColumnUse, ImportField } from './import-field'
import { personalDataOf, readMark, strictnessOf, type Mark } from './marks'
import type { RowNotes } from './row-notes'

type Into = {
  content: Partial<AssetContent>
  given: Set<ImportField>
  blank: Set<ImportField>
  notes: RowNotes
  wordOf?: ((column: number) => string) | undefined
}
type Marked = { column: number; means: ColumnUse['means']; as: NonNullable<ColumnUse['marks']>; mark: Mark }

/** ○ and × in columns for kinds of personal data, zones and media. */
export function readMarks(row: SheetRow, uses: readonly ColumnUse[], into: Into): void {
  const marks = uses.flatMap(({ column, means, marks: as }): Marked[] =>
    as === undefined ? [] : [{ column, means, as, mark: readMark(textAt(row, column)) }],
  )
  for (const { column, means, mark } of marks)
    if (
      mark === 'unknown' &&
      (means === 'personalData' || means === 'zone' || means === 'medium' || isAxis(means))
    )
      into.notes.problem(column, means, 'unknownMark')
  const of = (means: ColumnUse['means']) => marks.filter((one) => one.means === means)
  readPersonal(of('personalData'), into)
  readZoneMarks(of('zone'), into)
  readMedia(of('medium'), into)
}

/** Beside a column 有無 the ○ say which kind: the strictest of both; 無 with a ○ is for a person to settle. */
function readPersonal(marks: readonly Marked[], { content, given, blank, notes }: Into) {
  const [first] = marks
  if (!first) return
  const kinds = marks.flatMap(({ as, mark }) => (isPersonal(as) ? [{ kind: as, mark }] : []))
  const value = personalDataOf(kinds)
  const said = given.has('personalData') ? content.personalData : undefined
  if (value === null) return said === undefined ? void blank.add('personalData') : undefined
  const at = marks.find(({ as, mark }) => mark === 'yes' && as === value)?.column ?? first.column
  if (said === 'none' && value !== 'none') {
    delete content.personalData
    given.delete('personalData')
    return void notes.problem(at, 'personalData', 'marksContradict')
  }
  if (said && strictnessOf(said) >= strictnessOf(value)) return
  content.personalData = value
  given.add('personalData')
  notes.reading(at, 'personalData', value)
}

function readZoneMarks(marks: readonly Marked[], { content, given, blank, notes }: Into) {
  const [one, ...others] = marks.filter(({ mark }) => mark === 'yes')
  if (!one || !isZoneCode(one.as)) return given.has('zone') || !marks[0] ? undefined : void blank.add('zone')
  const isOther = given.has('zone') && content.zone !== one.as
  if (others.length > 0 || isOther) {
    delete content.zone
    given.delete('zone')
    return void notes.problem(one.column, 'zone', 'severalMarked')
  }
  content.zone = one.as
  given.add('zone')
  notes.reading(one.column, 'zone', one.as)
}

/** Several media are named together, as somebody would write them into one cell. */
function readMedia(marks: readonly Marked[], { content, given, blank, notes, wordOf }: Into) {
  const [first] = marks
  if (!first || given.has('medium')) return
  const marked = marks.filter(({ mark }) => mark === 'yes')
  const [one] = marked
  if (!one || !wordOf) return void blank.add('medium')
  const medium = marked.map(({ column }) => wordOf(column)).join('・')
  content.medium = medium
  given.add('medium')
  notes.reading(one.column, 'medium', medium)
}

function isPersonal(as: NonNullable<ColumnUse['marks']>): as is PersonalData {
  return as === 'none' || as === 'personal' || as === 'sensitive' || as === 'specific'
}
