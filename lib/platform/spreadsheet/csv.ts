import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

/** One row of a file: its cells by column name, trimmed, and the line it ends on (1 = the head). */
export type CsvRow = { line: number; cells: Readonly<Record<string, string>> }

/** The file itself can't be read; `line` is null when no single line is to blame. */
export class CsvError extends Error {
  constructor(
    readonly reason: 'missingColumns' | 'malformed' | 'duplicateColumns',
    readonly line: number | null,
    /** The columns that are missing or twice there. */
    readonly columns: readonly string[] = [],
  ) {
    super(reason)
  }
}

/** UTF-8 with or without BOM; anything that isn't UTF-8 is CP932, with the vendors' ㈱ and 髙. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'cp932')
  }
}

type ParsedLine = { record: string[]; info: { lines: number } }

/** The rows under a head that has all these columns (in any order, others are kept too). @throws {CsvError} */
export function readCsv(bytes: Uint8Array, columns: readonly string[]): CsvRow[] {
  const [head, ...rows] = parseLines(decodeText(bytes))
  const names = (head?.record ?? []).map((name) => name.normalize('NFKC').trim())
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) throw new CsvError('missingColumns', 1, missing)
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice.length > 0) throw new CsvError('duplicateColumns', 1, twice)
  return rows
    .map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(names.map((name, at) => [name, (record[at] ?? '').trim()])),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
}

function parseLines(text: string): ParsedLine[] {
  try {
    const options = { bom: true, info: true, relax_column_count_less: true, skip_empty_lines: true } as const
    const lines: unknown = parse(text, options)
    return lines as ParsedLine[]
  } catch (error) {
    const line = typeof error === 'object' && error && 'lines' in error ? Number(error.lines) : null
    throw new CsvError('malformed', line)
  }
}
