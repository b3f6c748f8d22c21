import { exportLabels } from '@/lib/labels/export'
import { cellName, filledColumns, textAt, type SheetRow } from '@/lib/domain/import/cells'
import { offlineLimits, readTicket, type OfflineProblem, type OfflineRow } from '@/lib/domain/offline-answers'
import {
  answerOfWord,
  givenOfWord,
  offlineSheetWords as words,
  placeOfHead,
} from '@/lib/labels/offline-sheet'
import { kindOfFile } from './file-kind'
import type { OpenSheet } from './open-file'
import { openWorkbook } from './open-workbook'
import type { ReaderLine } from './reader-lines'
import { Unreadable } from './unreadable'

/** Where the head may stand: somebody may have written above it. */
const headLines = 20
const batch = 200

/** A workbook of answers, line by line; sheets without its head are named. @throws {Unreadable} */
export async function* readOffline(bytes: Uint8Array): AsyncGenerator<ReaderLine, void, undefined> {
  if (kindOfFile(bytes) !== 'zip') throw new Unreadable('notASpreadsheet')
  const { sheets } = await openWorkbook(bytes)
  const unread: string[] = []
  let [count, rows]: [number, OfflineRow[]] = [0, []]
  for (const sheet of sheets) {
    const head = await headOf(sheet)
    if (!head) {
      if (!isOurs(sheet.shape.name)) unread.push(sheet.shape.name)
      continue
    }
    for await (const row of sheet.rows()) {
      const read = row.line > head.line ? readRow(sheet.shape.name, row, head) : null
      if (!read) continue
      rows.push(read)
      count++
      if (rows.length >= batch) {
        yield { t: 'offline', rows, unread: [] }
        rows = []
      }
      // One more than is taken says it.
      if (count > offlineLimits.rows) break
    }
  }
  yield { t: 'offline', rows, unread }
  yield { t: 'end', rows: count }
}

/** Sheets that we write to be read by people. */
function isOurs(name: string): boolean {
  return (
    name === words.howToSheet || name === exportLabels.sheet.choices || name.startsWith(words.signSheet(''))
  )
}

type Head = {
  line: number
  at: ReadonlyMap<string, number>
  questions: readonly { column: number; place: number }[]
}

async function headOf(sheet: OpenSheet): Promise<Head | null> {
  for await (const row of sheet.rows()) {
    if (row.line > headLines) return null
    const at = new Map(filledColumns(row).map((column) => [textAt(row, column), column]))
    const has = (...heads: string[]) => heads.every((head) => at.has(head))
    if (
      !has(words.number, words.answer, words.ticket) &&
      !has(words.code, words.questionNumber, words.given, words.ticket)
    )
      continue
    const questions = [...at].flatMap(([head, column]) => {
      const place = placeOfHead(head)
      return place === null ? [] : [{ column, place }]
    })
    return { line: row.line, at, questions: questions.sort((a, b) => a.place - b.place) }
  }
  return null
}

function readRow(sheet: string, row: SheetRow, head: Head): OfflineRow | null {
  if (filledColumns(row).length === 0) return null
  const problems: OfflineProblem[] = []
  const problem = (column: number, code: OfflineProblem['code'], written = '') => {
    problems.push({ cell: cellName(column, row.line), code, written: written.slice(0, 100) })
  }
  const text = (name: string): [string, number] => {
    const column = head.at.get(name) ?? -1
    if (row.cells.get(column)?.odd !== undefined) problem(column, 'unreadable', textAt(row, column))
    return [textAt(row, column), column]
  }
  const [ticket, ticketColumn] = text(words.ticket)
  const read = readTicket(ticket)
  const isQuestion = !head.at.has(words.number)
  const given = isQuestion ? askedOfSchool() : askedOfAsset()
  const answered = answerOf()
  if (
    !answered.answer &&
    given.every(({ value }) => value === null) &&
    problems.length === 0 &&
    ticket === ''
  )
    return null
  if (!read) problem(ticketColumn, 'ticketMissing', ticket)
  return {
    sheet: sheet.slice(0, 200),
    line: row.line,
    number: null,
    code: null,
    ...named(),
    review: read?.review ?? null,
    assetVersion: isQuestion ? null : wholeNumber(text(words.version)[0]),
    answerVersion: isQuestion ? null : (read?.answerVersion ?? null),
    ...answered,
    given,
    problems,
  }

  function named() {
    if (isQuestion) return { code: text(words.code)[0].slice(0, 20) }
    const [number, column] = text(words.number)
    if (number === '') problem(column, 'numberMissing')
    else if (!/^[1-9]\d{0,14}$/u.test(number.normalize('NFKC'))) problem(column, 'numberUnreadable', number)
    else return { number: number.normalize('NFKC') }
    return {}
  }

  function answerOf(): Pick<OfflineRow, 'answer' | 'note'> {
    if (isQuestion) return { answer: null, note: null }
    const [word, at] = text(words.answer)
    const [note, noteAt] = text(words.note)
    const answer = answerOfWord(word)
    if (word !== '' && answer === null) problem(at, 'answerUnknown', word)
    if (note.length > 1_000) problem(noteAt, 'noteTooLong')
    return { answer, note: note === '' || note.length > 1_000 ? null : note }
  }

  function askedOfAsset(): OfflineRow['given'] {
    return head.questions.map(({ column, place }, at) => ({
      place,
      version: read?.givenVersions[at] ?? 0,
      value: valueAt(column),
    }))
  }

  function askedOfSchool(): OfflineRow['given'] {
    const [place, column] = text(words.questionNumber)
    if (!/^[1-6]$/u.test(place)) {
      problem(column, 'givenUnknown', place)
      return []
    }
    const value = valueAt(head.at.get(words.given) ?? -1)
    return [{ place: Number(place), version: read?.answerVersion ?? 0, value }]
  }

  function valueAt(column: number): string | null {
    const said = textAt(row, column)
    if (row.cells.get(column)?.odd !== undefined) problem(column, 'unreadable', said)
    if (said.length <= 2_000) return said === '' ? null : givenOfWord(said)
    problem(column, 'givenTooLong')
    return null
  }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/u.test(text) ? Number(text) : null
}
