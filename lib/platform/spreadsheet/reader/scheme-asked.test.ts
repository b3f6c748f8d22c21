import { beforeAll, expect, test } from 'vitest'
import type { CityWords } from '@/lib/domain/import/city-words'
import { samplePath, understand } from '@/lib/testing/reading'
import { cityWordsOf } from '@/scripts/city-words'

let words: CityWords
beforeAll(async () => {
  words = await cityWordsOf({
    organization: samplePath('organization.csv'),
    history: samplePath('organization-history.csv'),
  })
})

const file = (...levels: string[]) =>
  Buffer.from(
    ['所管課,情報資産名,機密性', ...levels.map((level, at) => `市民課,資産${String(at)},${level}`)].join(
      '\n',
    ),
  )
const sheetOf = async (city: CityWords, ...levels: string[]) => {
  const { sheets } = await understand(file(...levels), city, { name: 'ledger.csv' })
  return { scheme: sheets[0]?.scheme, isSchemeSure: sheets[0]?.isSchemeSure }
}

test('levels that both schemes have are asked about, and 3A to 3C far below settle it', async () => {
  const many = Array.from({ length: 400 }, () => '2')
  expect(await sheetOf(words, ...many)).toEqual({ scheme: 'current', isSchemeSure: false })
  expect(await sheetOf(words, ...many, '3')).toEqual({ scheme: 'earlier', isSchemeSure: true })
  expect(await sheetOf(words, ...many, '3', '3B', '3')).toEqual({ scheme: 'current', isSchemeSure: true })
})

test('a city that has had one scheme is not asked which one is meant', async () => {
  const only = { ...words, schemes: words.schemes.filter(({ status }) => status !== 'retired') }
  expect(only.schemes.length).toBeLessThan(words.schemes.length)
  expect(await sheetOf(only, '2', '1')).toEqual({ scheme: 'current', isSchemeSure: true })
})
