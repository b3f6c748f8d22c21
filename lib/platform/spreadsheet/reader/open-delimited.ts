import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { CellText, SheetRow } from '@/lib/domain/import/cells'
import { textCell } from './cell-text'
import type { Encoding, OpenFile } from './open-file'
import { decodeBytes } from './text-encoding'
import { Unreadable, readerLimits } from './unreadable'

/** A .csv or .tsv in any of the encodings; its one sheet bears the file's name. @throws {Unreadable} */
export function openDelimited(bytes: Uint8Array, name: string, wanted?: Encoding): OpenFile {
  const { text, encoding, isDoubtful } = decodeBytes(bytes, wanted)
  if (text.trim() === '') throw new Unreadable('empty')
  const delimiter = delimiterOf(text.slice(0, 1 << 16))
  const shape = {
    index: 0,
    name: name.replace(/\.[^.]+$/u, ''),
    hidden: false,
    hiddenColumns: [],
    merges: [],
  }
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    isDoubtful,
    sheets: [{ shape, rows: () => recordsOf(text, delimiter) }],
  }
}

/** Lines are counted as Excel shows them: a cell with a line break in it is one line. */
async function* recordsOf(text: string, delimiter: string): AsyncGenerator<SheetRow, void, undefined> {
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: readerLimits.recordBytes,
  })
  const source = Readable.from(piecesOf(text))
  source.pipe(parser)
  let line = 0
  try {
    for await (const record of parser) {
      line++
      if (line > readerLimits.lines) throw new Unreadable('tooManyRows')
      yield { line, hidden: false, cells: cellsOf(Array.isArray(record) ? record : []) }
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : refusalOf(error, line + 1)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function cellsOf(record: readonly unknown[]): Map<number, CellText> {
  const cells = new Map<number, CellText>()
  for (const [column, value] of record.entries()) {
    if (typeof value !== 'string' || value === '') continue
    if (column >= readerLimits.columns && value.trim() !== '') throw new Unreadable('tooWide')
    cells.set(column, textCell(withoutGuard(value)))
  }
  return cells
}

/** Our own export, and others', write one ' before what a spreadsheet would run as a formula. */
function withoutGuard(value: string): string {
  return /^'[=+\-@\t']/u.test(value) ? value.slice(1) : value
}

function refusalOf(error: unknown, line: number): Unreadable {
  const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : ''
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unreadable('tooHeavy')
  return new Unreadable('malformed', [String(line)])
}

/** Never cut between the two halves of a letter: each piece becomes UTF-8 on its own. */
function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const last = text.charCodeAt(at + (1 << 16) - 1)
    const end = at + (1 << 16) + (last >= 0xd800 && last <= 0xdbff ? 1 : 0)
    yield text.slice(at, end)
    at = end
  }
}

/** Which of tab, comma and semicolon stands equally often in the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of [',', '\t', ';']) {
    const counts = countsOf(text, delimiter).filter((count) => count > 0)
    const usual = Math.max(0, ...counts)
    const score = counts.filter((count) => count === usual).length * 2 + counts.length + Math.min(usual, 40)
    if (usual > 0 && score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function countsOf(text: string, delimiter: string): number[] {
  const counts = [0]
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === delimiter) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
    else if (!isQuoted && letter === '\n') {
      if (counts.length >= 50) break
      counts.push(0)
    }
  }
  return counts
}
