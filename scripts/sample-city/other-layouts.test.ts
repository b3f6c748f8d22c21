import { beforeAll, expect, test } from 'vitest'
import type { CityWords } from '@/lib/domain/import/city-words'
import { madeSheet } from '@/lib/testing/other-layout'
import { otherLayouts } from '@/lib/testing/other-layouts'
import { randomOf } from '@/lib/testing/random'
import { samplePath, understand } from '@/lib/testing/reading'
import { delimitedOf, workbookOf } from '@/lib/testing/write-grid'
import { cityWordsOf } from '../city-words'

let words: CityWords

beforeAll(async () => {
  words = await cityWordsOf({
    organization: samplePath('organization.csv'),
    history: samplePath('organization-history.csv'),
  })
}, 60_000)

test.each(otherLayouts)('$what: comes in as it is meant', async ({ sheets, rows, csv }) => {
  const made = sheets.map(madeSheet)
  const bytes = csv
    ? delimitedOf(made[0]?.grid ?? [], 'cp932', ',')
    : await workbookOf(made, randomOf(made.length))
  const read = await understand(bytes!, words, { name: csv ? 'a.csv' : 'a.xlsx' })
  const found = read.rows.map(({ department, levels, content, problems }, at) => {
    const { confidentiality, integrity, availability } = levels
    const asked = [...new Set(problems.map(({ field }) => field))]
    const wanted = Object.keys(rows[at]?.content ?? {})
    return {
      name: content.name,
      code: department?.code,
      levels: [confidentiality, integrity, availability].join(' '),
      content: Object.fromEntries(
        Object.entries({ ...Object.fromEntries(wanted.map((field) => [field, null])), ...content }).filter(
          ([field]) => wanted.includes(field),
        ),
      ),
      asked,
    }
  })
  expect(found).toEqual(rows.map((row) => ({ code: undefined, content: {}, asked: [], ...row })))
})
