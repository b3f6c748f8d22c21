import { expect, test } from 'vitest'
import { sheetNames } from './sheet-names'

test('a name that a workbook takes stays, another becomes one', () => {
  expect(sheetNames(['市川小学校', "'a/b[1]'", ''])).toEqual(['市川小学校', 'a b 1', '-'])
})

test('no name stands twice, also where two are the same when cut', () => {
  const long = '学'.repeat(40)
  const names = sheetNames([long, `${long}校`, 'A', 'a'])
  expect(names).toEqual(['学'.repeat(31), `${'学'.repeat(29)} 2`, 'A', 'a 2'])
})
