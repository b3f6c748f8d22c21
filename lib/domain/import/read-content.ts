import type { AssetContent } from '../asset-content'
import { readMediumAndPlace } from '../medium-place-spelling'
import type { AnswerOf } from './answers'
import { textLimits } from '../content-rules'
import { bareText, readOwnText, readText, type CellRead } from './cell-reading'
import { contentReaders } from './content-readers'
import { textAt, type CellText, type SheetRow } from './cells'
import type { ColumnUse, ImportField } from './import-field'
import type { RowNotes } from './row-notes'
import { isUsualWord } from './usual-words'

type Reading = {
  row: SheetRow
  use: ColumnUse
  today: string
  answerOf: AnswerOf
  isOwn: boolean
  content: Partial<AssetContent>
  given: Set<ImportField>
  blank: Set<ImportField>
  notes: RowNotes
}

const empty: CellText = { text: '', as: 'text' }
const isTextField = (field: string): field is keyof typeof textLimits => field in textLimits
const isContentField = (means: string): means is keyof AssetContent => means in contentReaders

/** Takes what a column says into the content of its row. */
export function readContentCell(reading: Reading): void {
  const { row, use } = reading
  if (use.marks !== undefined) return
  const cell = row.cells.get(use.column) ?? empty
  if (use.means === 'mediumAndPlace') takeMediumAndPlace(reading, textAt(row, use.column))
  else if (isContentField(use.means)) take(reading, use.means, cell)
}

function take(reading: Reading, field: keyof AssetContent, cell: CellText): void {
  const { notes, use, today, content, given, blank } = reading
  const read: CellRead<string | number | boolean> =
    reading.isOwn && isTextField(field)
      ? readOwnText(cell, textLimits[field])
      : contentReaders[field](cell, today)
  if (read.kind === 'blank') return void blank.add(field)
  if (read.kind === 'problem') {
    const answer = reading.answerOf(field, cell.text)
    if (answer === null) return void notes.problem(use.column, field, read.code, read.args)
    given.add(field)
    Object.assign(content, { [field]: answer })
    notes.reading(use.column, field, answer)
    return
  }
  given.add(field)
  for (const notice of read.notices ?? []) notes.notice(use.column, field, notice)
  // The table of readers holds field and value together; only texts that may be missing have a word for "none".
  Object.assign(content, { [field]: read.value })
  if (read.value !== null) tell(reading, field, cell, read.value)
}

/** A coded value or a day that stands there in other words than ours. */
function tell(
  { notes, use }: Reading,
  field: ImportField,
  cell: CellText,
  value: string | number | boolean,
): void {
  const written = bareText(cell)
  const said = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  if (said === cell.text.trim() || isUsualWord(written) || cell.as === 'date') return
  if (said.replace(/\s+/gu, '') !== written.replace(/\s+/gu, '')) notes.reading(use.column, field, said)
}

function takeMediumAndPlace({ notes, use, content, given, blank }: Reading, text: string): void {
  const { medium, place, isPart } = readMediumAndPlace(text)
  const parts = [
    { field: 'medium', part: medium },
    { field: 'storageLocation', part: place },
  ] as const
  for (const { field, part } of parts) {
    if (part === null) {
      blank.add(field)
      continue
    }
    const read = readText({ text: part, as: 'text' }, 200, false)
    if (read.kind === 'problem') notes.problem(use.column, field, read.code, read.args)
    else if (read.kind === 'value') {
      content[field] = read.value
      given.add(field)
      notes.reading(use.column, field, part)
    }
  }
  if (isPart) notes.notice(use.column, medium === null ? 'storageLocation' : 'medium', 'onlyPart')
}
