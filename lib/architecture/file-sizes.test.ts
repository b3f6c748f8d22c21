import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const lengths = sourceFiles()
  .filter(
    (file) =>
      /^(?:app|components|lib|scripts)\//u.test(file) && !/\.test\.\w+$/u.test(file) && existsSync(file),
  )
  .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
  .sort((a, b) => a - b)

const share = (part: number) => lengths[Math.floor((lengths.length - 1) * part)]

// ESLint refuses more than 250 lines a file and 40 a page; these two are about the house as a whole.
test('half of the files have at most 60 lines', () => {
  expect(share(0.5)).toBeLessThanOrEqual(60)
})

test('nine files in ten have at most 150 lines', () => {
  expect(share(0.9)).toBeLessThanOrEqual(150)
})
