import { expect, test } from 'vitest'
import { matchOptions } from './match-options'

const options = [
  { value: '1', label: '市民部　市民課', keywords: 'しみんか' },
  { value: '2', label: '行徳支所　市民課', keywords: 'しみんか' },
  { value: '3', label: '財政部　市民税課', keywords: 'しみんぜいか' },
]
const found = (query: string) => matchOptions(options, query).map((option) => option.value)

test('an empty query finds everything', () => {
  expect(found('　')).toEqual(['1', '2', '3'])
})

test('two words narrow down departments of the same name', () => {
  expect(found('行徳 市民課')).toEqual(['2'])
})

test('half-width katakana finds hiragana', () => {
  expect(found('ｼﾐﾝｾﾞｲ')).toEqual(['3'])
})
