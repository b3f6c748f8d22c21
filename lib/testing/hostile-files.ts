import type { UnreadableReason } from '@/lib/platform/spreadsheet/reader/unreadable'
import { types, workbookWith, xml } from './small-workbook'
import { zipped, type ZipPart } from './small-zip'

/** A file that somebody sends to do harm, or by mistake; `is` = how it must be refused, or null = read within limits. */
export type HostileFile = { name: string; bytes: () => Buffer; is: UnreadableReason | null }

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const head = `<row r="1">${text('A1', '情報資産名')}${text('B1', '所管課')}${text('C1', '機密性')}${text('D1', '備考')}</row>`
const row = (cells: string) => `${head}<row r="2">${cells}</row>`
const plain = row(`${text('A2', '住民異動届')}${text('B2', '市民課')}${text('C2', '3B')}${text('D2', '')}`)
const within = (name: string, found: string, change: string) => (part: ZipPart) =>
  part.name === name ? { ...part, data: Buffer.from(part.data.toString().replace(found, change)) } : part
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const encoded = (value: string) => Buffer.from(value)
const csvHead = '情報資産名,所管課,機密性,備考\r\n'

/** Every line of item 7, each once. `sample`: a sound workbook. */
export function hostileFiles(sample: Buffer): HostileFile[] {
  return [
    { name: 'plain.xlsx', bytes: () => workbookWith(plain), is: null },
    { name: 'empty.xlsx', bytes: () => Buffer.alloc(0), is: 'empty' },
    { name: 'no-cells.xlsx', bytes: () => workbookWith(''), is: 'empty' },
    { name: 'only-blanks.csv', bytes: () => encoded('\r\n\r\n  \r\n'), is: 'empty' },
    {
      name: 'old.xls',
      bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(4096)]),
      is: 'oldFormat',
    },
    {
      name: 'macro.xlsm',
      bytes: () =>
        workbookWith(
          plain,
          '',
          within(
            '[Content_Types].xml',
            types(),
            types('spreadsheetml.sheet').replace(
              'spreadsheetml.sheet.main',
              'ms-excel.sheet.macroEnabled.main',
            ),
          ),
        ),
      is: 'macro',
    },
    {
      name: 'ods.xlsx',
      bytes: () =>
        zipped([{ name: 'mimetype', data: encoded('application/vnd.oasis.opendocument.spreadsheet') }]),
      is: 'otherFormat',
    },
    {
      name: 'word.xlsx',
      bytes: () =>
        zipped([
          { name: '[Content_Types].xml', data: encoded(types('wordprocessingml.document')) },
          { name: 'word/document.xml', data: encoded('<w/>') },
        ]),
      is: 'otherFormat',
    },
    {
      name: 'some.zip.xlsx',
      bytes: () => zipped([{ name: 'a.txt', data: encoded('a') }]),
      is: 'notASpreadsheet',
    },
    {
      name: 'picture.xlsx',
      bytes: () => Buffer.concat([Buffer.from([0x89]), encoded('PNG\r\n\u001a\n'), Buffer.alloc(200)]),
      is: 'notASpreadsheet',
    },
    { name: 'document.csv', bytes: () => encoded('%PDF-1.7\n%âãÏÓ'), is: 'notASpreadsheet' },
    {
      name: 'program.csv',
      bytes: () => Buffer.concat([encoded('MZ'), Buffer.alloc(512, 1)]),
      is: 'notASpreadsheet',
    },
    {
      name: 'noise.csv',
      bytes: () => Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 251)),
      is: 'notASpreadsheet',
    },
    { name: 'page.xls', bytes: () => encoded('<html><table><tr><td>情報資産名'), is: 'otherFormat' },
    { name: 'bomb.xlsx', bytes: () => workbookWith(`${plain}<!--${' '.repeat(40 << 20)}-->`), is: 'swells' },
    {
      name: 'quiet-bomb.xlsx',
      bytes: () =>
        workbookWith(`${plain}<!--${' '.repeat(8 << 20)}-->`, '', (part) => ({
          ...part,
          ...(part.name.includes('sheet1') ? { declared: 1000 } : {}),
        })),
      is: 'swells',
    },
    {
      name: 'many-parts.xlsx',
      bytes: () =>
        zipped(Array.from({ length: 2500 }, (_, at) => ({ name: `${at}.xml`, data: encoded('<a/>') }))),
      is: 'swells',
    },
    { name: 'overlap.xlsx', bytes: () => overlapping(), is: 'swells' },
    {
      name: 'entities.xlsx',
      bytes: () => workbookWith(plain, '', within('xl/workbook.xml', xml, `${xml}${doctype}`)),
      is: 'entities',
    },
    {
      name: 'entities-in-sheet.xlsx',
      bytes: () =>
        workbookWith(row(text('A2', '&b;')), '', within('xl/worksheets/sheet1.xml', xml, `${xml}${doctype}`)),
      is: 'entities',
    },
    { name: 'cut.xlsx', bytes: () => sample.subarray(0, sample.length >> 1), is: 'broken' },
    {
      name: 'torn.xlsx',
      bytes: () =>
        workbookWith(plain, '', (part) =>
          part.name.includes('sheet1') ? { ...part, data: part.data.subarray(0, -40) } : part,
        ),
      is: 'broken',
    },
    { name: 'far-columns.xlsx', bytes: () => workbookWith(row(text('ZZZZ2', 'x'))), is: 'tooWide' },
    {
      name: 'wide.xlsx',
      bytes: () =>
        workbookWith(row(Array.from({ length: 400 }, (_, at) => text(`${letters(at)}2`, 'x')).join(''))),
      is: 'tooWide',
    },
    {
      name: 'empty-columns.xlsx',
      bytes: () =>
        workbookWith(
          plain +
            Array.from(
              { length: 60 },
              (_, at) => `<row r="${at + 3}">${Array.from({ length: 16_384 }, () => '<c/>').join('')}</row>`,
            ).join(''),
        ),
      is: null,
    },
    { name: 'million-columns.csv', bytes: () => encoded(`${csvHead}あ${','.repeat(900_000)}\r\n`), is: null },
    { name: 'wide.csv', bytes: () => encoded(`${csvHead}${'あ,'.repeat(400)}\r\n`), is: 'tooWide' },
    {
      name: 'long-record.csv',
      bytes: () => encoded(`${csvHead}"${'あ'.repeat(1_200_000)}"\r\n`),
      is: 'tooHeavy',
    },
    { name: 'open-quote.csv', bytes: () => encoded(`${csvHead}"あ,い\r\nう,え`), is: 'malformed' },
    {
      name: 'many-rows.csv',
      bytes: () => encoded(csvHead + '住民異動届,市民課,3B,\r\n'.repeat(50_001)),
      is: 'tooManyRows',
    },
    {
      name: 'far-line.xlsx',
      bytes: () => workbookWith(`${plain}<row r="9000000">${text('A9000000', 'x')}</row>`),
      is: 'tooManyRows',
    },
    {
      name: 'too-large.csv',
      bytes: () => Buffer.concat([encoded(csvHead), Buffer.alloc(33 << 20, 0x61)]),
      is: 'tooLarge',
    },
    {
      name: 'long-cell.xlsx',
      bytes: () => workbookWith(row(`${text('A2', '台帳')}${text('D2', 'あ'.repeat(32_767))}`)),
      is: null,
    },
    { name: 'surrogate.xlsx', bytes: () => workbookWith(row(text('A2', '台&#xD800;帳&#0;'))), is: null },
    {
      name: 'nul.csv',
      bytes: () => encoded(`${csvHead}台\u0000帳,市民課,3B,${'あ'.repeat(200)}\r\n`),
      is: null,
    },
    {
      name: 'prototype.csv',
      bytes: () =>
        encoded('情報資産名,__proto__,constructor,所管課,toString,機密性\r\n台帳,{a:1},x,市民課,y,3B\r\n'),
      is: null,
    },
    {
      name: 'formulas.xlsx',
      bytes: () => workbookWith(row(`<c r="A2"><f>B2</f></c><c r="B2" t="e"><v>#REF!</v></c>`)),
      is: null,
    },
    {
      name: 'merges.xlsx',
      bytes: () =>
        workbookWith(plain, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`),
      is: null,
    },
    {
      name: 'too-many-merges.xlsx',
      bytes: () =>
        workbookWith(
          plain,
          `<mergeCells>${Array.from({ length: 50_001 }, (_, at) => `<mergeCell ref="A${at + 9}:B${at + 9}"/>`).join('')}</mergeCells>`,
        ),
      is: 'tooHeavy',
    },
  ]
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** Two entries of the directory that unpack the same bytes. */
function overlapping(): Buffer {
  const bytes = zipped([
    { name: '[Content_Types].xml', data: encoded(types()) },
    { name: 'xl/workbook.xml', data: encoded('<a/>') },
  ])
  const directory = bytes.readUInt32LE(bytes.length - 22 + 16)
  const second = directory + 46 + '[Content_Types].xml'.length
  bytes.writeUInt32LE(0, second + 42)
  return bytes
}
