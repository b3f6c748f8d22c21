import { expect, test } from 'vitest'
import { fileKindOf } from './file-kind'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test.each([
  ['a PDF', '%PDF-1.7', 'a.pdf', 'pdf'],
  ['a picture', '\x89PNG\r\n\x1a\n', 'a.PNG', 'png'],
  ['a photograph', '\xff\xd8\xff\xe0', 'a.jpeg', 'jpg'],
  ['a workbook', 'PK\x03\x04 xl/workbook.xml', 'a.xlsx', 'xlsx'],
  ['a letter', 'PK\x03\x04 word/document.xml', 'a.docx', 'docx'],
  ['a text in Shift_JIS', '\x92\xa0\x92\xeb\r\n', 'a.txt', 'txt'],
  ['a table of texts', '1,2\n', 'a.csv', 'csv'],
  ['a program named as a PDF', 'MZ\x90\x00', 'a.pdf', null],
  ['a PDF named as a text', '%PDF-1.7', 'a.txt', null],
  ['a page of the web', '<script></script>', 'a.html', null],
  ['an archive', 'PK\x03\x04 readme', 'a.zip', null],
  ['a workbook with macros', 'PK\x03\x04 xl/workbook.xml xl/vbaProject.bin', 'a.xlsx', null],
  ['nothing', '', 'a.txt', null],
])('%s', (_, content, name, kind) => {
  expect(fileKindOf(bytes(content), name)).toBe(kind)
})
