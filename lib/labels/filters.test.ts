import { expect, test } from 'vitest'
import { filterLabels } from './filters'

test('a filter in force is said with its field', () => {
  expect(filterLabels.chip('個人情報', '未入力')).toBe('個人情報：未入力')
  expect(filterLabels.chip('組織区分', '学校')).toBe('組織区分：学校')
  expect(filterLabels.chip('個人情報', '個人情報')).toBe('個人情報：個人情報')
})

test('a value that names its field already is not said twice', () => {
  expect(filterLabels.chip('個人情報', '特定個人情報')).toBe('特定個人情報')
})
