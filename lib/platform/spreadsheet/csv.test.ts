import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { CsvError, readCsv } from './csv'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a CSV file', () => {
  it('is read as UTF-8 with a BOM, with the line each row ends on', () => {
    expect(readCsv(bytes('\uFEFF名,値\r\n髙,"1\n2"\r\n\r\n①,3\r\n'), ['名', '値'])).toEqual([
      { line: 3, cells: { 名: '髙', 値: '1\n2' } },
      { line: 5, cells: { 名: '①', 値: '3' } },
    ])
  })

  it('is read as CP932 with vendor-extended characters when it is not UTF-8', () => {
    expect(readCsv(iconv.encode('名\n㈱髙橋①\n', 'cp932'), ['名'])[0]?.cells).toEqual({ 名: '㈱髙橋①' })
  })

  it('names the columns that are missing', () => {
    expect(() => readCsv(bytes('名\n'), ['名', '値'])).toThrow(CsvError)
  })

  it('takes no prototype from a column name', () => {
    const [row] = readCsv(bytes('名,__proto__\nあ,い\n'), ['名'])
    expect(Object.getPrototypeOf(row?.cells)).toBe(Object.prototype)
  })

  it('says which line has an open quote', () => {
    expect(() => readCsv(bytes('名\n"あ\n'), ['名'])).toThrow('malformed')
  })
})
