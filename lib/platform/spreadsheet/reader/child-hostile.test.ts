import { expect, test } from 'vitest'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { hostileFiles } from '@/lib/testing/hostile-files'
import { childLimits, understandInChild } from './child'
import type { ReadWish, RowFound } from './reader-lines'

/*
 * Each line of what people send to do harm, through the very process that reads files: it ends in one known word or in a
 * reading, within its memory and its time, and this process hardly grows.
 */
const wish = (name: string): ReadWish => ({
  name,
  today: '2026-11-23',
  words: { departments: [], successions: [], schemes: schemeDefinitions },
  sheets: {},
  answers: [],
})
/** In parts as the database hands them out, each made when it is asked for. */
async function* parts(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1 << 20)
    yield await Promise.resolve(bytes.subarray(at, at + (1 << 20)))
}

const files = new Map(hostileFiles(Buffer.alloc(0)).map((file) => [file.name, file]))
const met = [
  ['a zip bomb', 'bomb.xlsx'],
  ['one that tells less than it holds', 'quiet-bomb.xlsx'],
  ['XML entities', 'entities.xlsx'],
  ['entities in a sheet', 'entities-in-sheet.xlsx'],
  ['a million empty columns', 'million-columns.csv'],
  ['a million empty cells', 'empty-columns.xlsx'],
  ['.xls', 'old.xls'],
  ['.xlsm', 'macro.xlsm'],
  ['a picture renamed', 'picture.xlsx'],
  ['__proto__ as a head', 'prototype.csv'],
  ['a cell of 32,767 letters', 'long-cell.xlsx'],
  ['half a letter', 'surrogate.xlsx'],
  ['NUL', 'nul.csv'],
] as const

test.each(met)('%s (%s)', async (_, name) => {
  const file = files.get(name)
  const rows: RowFound[] = []
  const end = await understandInChild(
    parts(file?.bytes() ?? Buffer.alloc(0)),
    wish(name),
    (line) => {
      if (line.t === 'rows') rows.push(...line.rows)
    },
    new AbortController().signal,
  )
  expect(end.reason).toBe(file?.is)
  expect(end.residentPeak).toBeLessThan(childLimits.residentBytes)
  expect(rows.every(({ content }) => Object.getPrototypeOf(content) === Object.prototype)).toBe(true)
  if (file?.is === null) expect(rows.length).toBeGreaterThan(0)
})

test('200 MB that nobody stops on the way are refused as they come, and kept by nobody', async () => {
  let sent = 0
  const part = Buffer.alloc(1 << 20, 0x61)
  const endless = (async function* () {
    for (; sent < 200; sent++) yield await Promise.resolve(part)
  })()
  const before = process.memoryUsage().rss
  const end = await understandInChild(
    endless,
    wish('large.csv'),
    () => undefined,
    new AbortController().signal,
  )
  expect(end.reason).toBe('tooLarge')
  expect(sent).toBe(200)
  expect(end.residentPeak).toBeLessThan(childLimits.residentBytes)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20)
})
