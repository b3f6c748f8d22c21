import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { sampleBytes } from '@/lib/testing/reading'
import { childLimits, understandInChild, type ChildLimits } from './child'
import type { ReaderLine, ReadWish } from './reader-lines'

const wish: ReadWish = {
  name: 'ledger.csv',
  today: '2026-11-23',
  words: { departments: [], successions: [], schemes: schemeDefinitions },
  sheets: {},
  answers: [],
}

async function* parts(...pieces: Uint8Array[]) {
  for (const piece of pieces) yield await Promise.resolve(piece)
}

async function read(bytes: Uint8Array[], limits?: ChildLimits, signal = new AbortController().signal) {
  const lines: ReaderLine[] = []
  const end = await understandInChild(parts(...bytes), wish, (line) => void lines.push(line), signal, limits)
  return { end, lines, rows: lines.flatMap((line) => (line.t === 'rows' ? line.rows : [])) }
}
/** A place for temporary files of these tests alone: readings of others come and go in the common one. */
const common = process.env['TMPDIR']
beforeAll(async () => {
  process.env['TMPDIR'] = await mkdtemp(path.join(os.tmpdir(), 'daicho-child-'))
})
afterAll(async () => {
  await rm(os.tmpdir(), { recursive: true, force: true })
  if (common === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = common
})
const folders = async () => (await readdir(os.tmpdir())).filter((name) => name.startsWith('daicho-reading-'))
const many = (rows: number) =>
  Buffer.from(`情報資産名,所管課,機密性\n${'住民異動届,市民課,3B\n'.repeat(rows)}`)

test('a file in pieces is read by a process of its own, row by row, in order', async () => {
  const bytes = await sampleBytes('ledger-internal.csv')
  const { end, rows } = await read([bytes.subarray(0, 777), bytes.subarray(777)])
  expect(end.reason).toBeNull()
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 95 }, (_, at) => at + 1))
  expect(rows[0]?.content.name).toBe('住民基本台帳システム')
})

test('what is too large is refused without being kept', async () => {
  const { end } = await read(Array.from({ length: 45 }, () => Buffer.alloc(1 << 20, 0x61)))
  expect(end.reason).toBe('tooLarge')
})

test('over its memory, its time or its words the process is ended, and the answer says so', async () => {
  const small = { ...childLimits, residentBytes: 40 << 20 }
  expect((await read([many(40_000)], small)).end.reason).toBe('tooHeavy')
  expect((await read([many(40_000)], { ...childLimits, totalMs: 1 })).end.reason).toBe('tooHeavy')
  expect((await read([many(40_000)], { ...childLimits, heapMegabytes: 12 })).end.reason).toBe('tooHeavy')
  expect((await read([many(20_000)], { ...childLimits, outputBytes: 1 << 16 })).end.reason).toBe('tooHeavy')
  expect(await folders()).toEqual([])
})

test('who asked for it can stop it', async () => {
  const stop = new AbortController()
  stop.abort(new Error('enough'))
  await expect(read([many(10)], childLimits, stop.signal)).rejects.toThrow('enough')
})
