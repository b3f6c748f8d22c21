import iconv from 'iconv-lite'
import { replaceLacking } from './cp932'
import { guardCell } from './formula-guard'

export type CsvEncoding = 'utf-8-bom' | 'cp932'

/**
 * A CSV file piece by piece: every cell quoted and guarded against running as a formula, lines ended by CR LF. In CP932
 * what it lacks is replaced: whoever wants none of that asks `lackingIn` before.
 */
export async function* csvLines(
  pages: AsyncIterable<readonly (readonly string[])[]>,
  encoding: CsvEncoding,
): AsyncGenerator<Uint8Array, void> {
  if (encoding === 'utf-8-bom') yield Buffer.from('\uFEFF')
  for await (const rows of pages) {
    const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
    yield encoding === 'cp932' ? iconv.encode(replaceLacking(text).text, 'cp932') : Buffer.from(text)
  }
}

function quoted(cell: string): string {
  return `"${guardCell(cell).replaceAll('"', '""')}"`
}
