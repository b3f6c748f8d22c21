import { createHash } from 'node:crypto'
import type { SheetRow } from '@/lib/domain/import/cells'
import { cityOf, type City } from '@/lib/domain/import/city-words'
import { foldHead } from '@/lib/domain/import/match-head'
import { schemeOf } from '@/lib/domain/import/read-levels'
import {
  fileSchemeOf,
  planSheet,
  rowReader,
  schemeCounter,
  type SheetPlan,
} from '@/lib/domain/import/understand-sheet'
import { kindOfFile } from './file-kind'
import { ownBasis, ownExplanations } from './own-basis'
import { openDelimited } from './open-delimited'
import type { OpenFile, OpenSheet } from './open-file'
import { openWorkbook } from './open-workbook'
import type { ReaderLine, ReadWish, SheetFound } from './reader-lines'
import { rowBatches } from './row-batches'
import { Unreadable, readerLimits } from './unreadable'
import { ownColumns } from '@/lib/labels/ledger-columns'
import { askedWords } from './asked-words'

const planLines = 300

/** Bytes to rows with their meaning, sheet by sheet. @throws {Unreadable} */
export async function* understandFile(
  bytes: Uint8Array,
  wish: ReadWish,
): AsyncGenerator<ReaderLine, void, undefined> {
  const file = await openFile(bytes, wish)
  const { format, encoding, isDoubtful } = file
  yield { t: 'file', format, encoding, isDoubtful, sheets: file.sheets.length }
  const city = cityOf(wish.words, wish.today)
  const asked = askedWords()
  let place = 0
  let [isEmpty, hasOwn] = [true, false]
  for (const sheet of file.sheets) {
    const { plan, found } = await lookAt(file, sheet, city, wish, hasOwn)
    isEmpty &&= found.sample.length === 0
    hasOwn ||= plan.isOwn
    yield { t: 'sheet', ...found }
    if (!plan.isTaken) continue
    const read = rowReader(plan, found.scheme, city, wish.sheets[found.index] ?? {}, wish.answers)
    for await (const line of rowBatches(sheet, read, place)) {
      if (line.t === 'rows') {
        place += line.rows.length
        for (const row of line.rows) asked.see(row)
      }
      if (place > readerLimits.dataRows) throw new Unreadable('tooManyRows')
      yield line
    }
  }
  if (isEmpty) throw new Unreadable('empty')
  yield { t: 'asked', words: asked.words() }
  yield { t: 'end', rows: place }
}

/** The file with its sheets, of whatever kind it is. @throws {Unreadable} */
async function openFile(bytes: Uint8Array, wish: Pick<ReadWish, 'name' | 'encoding'>): Promise<OpenFile> {
  if (bytes.length > readerLimits.fileBytes) throw new Unreadable('tooLarge')
  return kindOfFile(bytes) === 'zip' ? openWorkbook(bytes) : openDelimited(bytes, wish.name, wish.encoding)
}

/** The first rows tell head and columns; then all of them, once, in which scheme the levels are. */
async function lookAt(
  file: OpenFile,
  sheet: OpenSheet,
  city: City,
  wish: ReadWish,
  hasOwn: boolean,
): Promise<{ plan: SheetPlan; found: SheetFound }> {
  // Beside a ledger of our own, what we write to explain it is none.
  const isExplaining = hasOwn && ownExplanations.has(sheet.shape.name)
  const own = { ...(isExplaining && { isChosen: false }), ...wish.sheets[sheet.shape.index] }
  const top: SheetRow[] = []
  for await (const row of sheet.rows()) {
    if (row.cells.size > 0) top.push(row)
    if (top.length >= planLines) break
  }
  const plan = planSheet(sheet.shape, top, own, ownColumns)
  const counter = schemeCounter(plan)
  const hasEarlier = city.levels.earlier.length > 0
  if (plan.isTaken && own.scheme === undefined && hasEarlier)
    for await (const row of sheet.rows()) {
      counter.see(row)
      if (counter.isSettled()) break
    }
  const { layout, heads, isTaken, isStandardLedger, isOwn } = plan
  const { index, name, hidden } = sheet.shape
  const found: SheetFound = {
    index,
    name,
    isHidden: hidden,
    isTaken,
    isStandardLedger,
    isOwn,
    headFrom: layout.headFrom,
    headTo: layout.headTo,
    certainty: layout.certainty,
    title: layout.title,
    asOf: isOwn ? await ownBasis(file) : layout.asOf,
    heads,
    scheme: fileSchemeOf(plan, counter.census, own),
    // Where there has been no other scheme nothing is to be asked.
    isSchemeSure:
      isOwn || own.scheme !== undefined || !hasEarlier || schemeOf(counter.census).certainty === 'sure',
    headHash: hashOfHead(plan),
    sample: top
      .slice(0, 5)
      .map((row) => [...row.cells.values()].slice(0, 40).map(({ text }) => text.slice(0, 80))),
  }
  return { plan, found }
}

function hashOfHead({ layout }: SheetPlan): string {
  const words = layout.heads.map(({ column, words: said }) => [column, said.map(foldHead).join('\n')])
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}
