import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from './xlsx'

const schools = path.resolve('prisma/sample/ledger-schools.xlsx')

test('a workbook is read sheet by sheet, as texts, with its titles', async () => {
  const sheets = await readWorkbook(await readFile(schools))
  expect(sheets.map(({ name }) => name)).toEqual([
    '標準台帳',
    '市川市立市川小学校',
    '市川市立真間小学校',
    '市川市立第一中学校',
    '市川市立塩浜学園',
    '市川市立須和田の丘支援学校',
  ])
  expect(sheets[1]?.rows[0]?.[0]).toBe('市川市立市川小学校　情報資産台帳')
  expect(sheets[1]?.rows[7]).toEqual([
    '定期考査答案',
    'Ⅱ',
    '',
    '職員室 施錠棚',
    '教科担当',
    '個別許可',
    '返却まで',
    '紙',
  ])
})

test('what is no workbook is refused by name', async () => {
  await expect(readWorkbook(new TextEncoder().encode('a,b\n1,2\n'))).rejects.toMatchObject({
    cause: 'notAWorkbook',
  })
})

test('a workbook that declares more than any ledger holds is refused before it is unpacked', async () => {
  const bytes = new Uint8Array(await readFile(schools))
  const view = new DataView(bytes.buffer)
  let at = bytes.length - 22
  while (view.getUint32(at, true) !== 0x06054b50) at--
  view.setUint32(view.getUint32(at + 16, true) + 24, 3_000_000_000, true)
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ cause: 'tooLarge' })
})
