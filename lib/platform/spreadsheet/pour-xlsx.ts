import { inflateRawSync } from 'node:zlib'
import { partsOfZip, streamZip } from './zip-out'

export type PouredCell = string | number | null
const part = 'xl/worksheets/sheet1.xml'
const pieceLength = 1 << 16

/**
 * Fills the first sheet of a small workbook piece by piece: its second row is the sample whose styles every row takes, and
 * is left out itself. A text is written as a text, never as a formula; memory does not grow with the rows.
 * @throws when the template has no such row
 */
export async function* pourXlsx(
  template: Uint8Array,
  pages: AsyncIterable<readonly (readonly PouredCell[])[]>,
): AsyncGenerator<Uint8Array, void> {
  const parts = partsOfZip(template)
  const sheet = parts.find(({ name }) => name === part)
  if (!sheet) throw new Error('the template has no first sheet')
  const xml = new TextDecoder().decode(sheet.method === 0 ? sheet.packed : inflateRawSync(sheet.packed))
  const sample = /<row r="2".*?<\/row>/su.exec(xml)
  if (!sample) throw new Error('the template has no sample row')
  const columns = [...sample[0].matchAll(/<c r="([A-Z]+)2"([^>]*)>/gu)].map(
    ([, letters = '', others = '']) => ({
      letters,
      style: / s="\d+"/u.exec(others)?.[0] ?? '',
    }),
  )
  const before = xml.slice(0, sample.index).replace(/<dimension [^>]*\/>/u, '')
  const after = xml.slice(sample.index + sample[0].length)
  yield* streamZip(
    parts.filter(({ name }) => name !== part),
    { name: part, text: rowsAsXml(before, after, columns, pages) },
  )
}

type Column = { letters: string; style: string }

async function* rowsAsXml(
  before: string,
  after: string,
  columns: readonly Column[],
  pages: AsyncIterable<readonly (readonly PouredCell[])[]>,
): AsyncGenerator<string, void> {
  let piece = before
  let line = 2
  for await (const rows of pages)
    for (const row of rows) {
      piece += rowAsXml(row, line, columns)
      line += 1
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  yield piece + after
}

function rowAsXml(row: readonly PouredCell[], line: number, columns: readonly Column[]): string {
  let xml = `<row r="${line}">`
  for (let at = 0; at < columns.length; at++) {
    const cell = row[at] ?? null
    const { letters, style } = columns[at] as Column
    // An empty cell keeps its style: what is typed into it stays a text, or becomes a day.
    if (cell === null || cell === '') xml += `<c r="${letters}${line}"${style}/>`
    else if (typeof cell === 'number') xml += `<c r="${letters}${line}"${style}><v>${cell}</v></c>`
    else
      xml += `<c r="${letters}${line}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}

const special = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u
const each = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _: '_x005F_' }

/** XML cannot hold every character; the format's own way round is _xHHHH_ (ISO 29500-1, ST_Xstring). */
function escaped(text: string): string {
  if (!special.test(text)) return text
  return text.replace(
    each,
    (found) => entities[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
