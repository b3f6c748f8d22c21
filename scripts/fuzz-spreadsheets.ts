import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { childLimits, understandInChild } from '@/lib/platform/spreadsheet/reader/child'
import type { ReadWish } from '@/lib/platform/spreadsheet/reader/reader-lines'
import { Unreadable } from '@/lib/platform/spreadsheet/reader/unreadable'
import { understandFile } from '@/lib/platform/spreadsheet/reader/understand-file'
import { hostileFiles, type HostileFile } from '@/lib/testing/hostile-files'
import { mutated } from '@/lib/testing/mutated-files'
import { randomOf } from '@/lib/testing/random'

/*
 * `npm run fuzz [-- --files 10000 --from 1 --child 200]`: mutated and hand-made files through the reader, each ending in
 * a reading or in a known refusal within its time; some through the true child, whose memory is watched. A failing
 * seed is printed; the same seed makes the same file.
 */
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    child: { type: 'string', default: '200' },
  },
})
const [files, from, children] = [Number(values.files), Number(values.from), Number(values.child)]
const longestMs = 20_000
const names = ['ledger-internal.xlsx', 'ledger-schools.xlsx', 'ledger-internal.csv', 'ledger-fire-cp932.csv']
const folder = path.join(import.meta.dirname, '../prisma/sample')
const sound = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
const handMade = hostileFiles(sound[0] ?? Buffer.alloc(0))
const verdicts = new Map<string, number>()
let [failures, slowest, residentPeak] = [0, 0, 0]

const wishOf = (name: string): ReadWish => ({
  name,
  today: '2026-11-23',
  words: { departments: [], successions: [], schemes: schemeDefinitions },
  sheets: {},
  answers: [],
})

/** Every 250th file is one of the hand-made; the others are mutations of the samples. */
function fileOf(seed: number): { name: string; bytes: Buffer; known: HostileFile | null } {
  const random = randomOf(seed)
  if (seed % 250 === 0) {
    const known = random.pick(handMade)
    return { name: known.name, bytes: known.bytes(), known }
  }
  const at = random.below(names.length)
  return { name: names[at] ?? '', bytes: mutated(sound[at] ?? Buffer.alloc(0), random), known: null }
}

async function here(bytes: Buffer, name: string): Promise<string> {
  try {
    let rows = 0
    for await (const line of understandFile(bytes, wishOf(name))) if (line.t === 'end') rows = line.rows
    return rows > 0 ? 'read' : 'read, no rows'
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

async function inChild(bytes: Buffer, name: string): Promise<string> {
  const parts = (async function* () {
    yield await Promise.resolve(bytes)
  })()
  const end = await understandInChild(parts, wishOf(name), () => undefined, new AbortController().signal)
  residentPeak = Math.max(residentPeak, end.residentPeak)
  return end.reason ?? 'read'
}

async function attempt(seed: number, isChild: boolean) {
  const { name, bytes, known } = fileOf(seed)
  const began = performance.now()
  try {
    const verdict = await (isChild ? inChild(bytes, name) : here(bytes, name))
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    if (known && verdict.split(',')[0] !== (known.is ?? 'read')) throw new Error(`${known.name}: ${verdict}`)
    const took = performance.now() - began
    slowest = Math.max(slowest, took)
    if (took > longestMs) throw new Error(`${Math.round(took)} ms`)
  } catch (error) {
    failures++
    console.error(`seed ${seed} (${name}):`, error)
  }
}

for (let seed = from; seed < from + files; seed++) {
  await attempt(seed, false)
  if ((seed - from + 1) % 1000 === 0) console.log(`${seed - from + 1} / ${files}`)
}
const step = Math.max(1, Math.floor(files / Math.max(1, children)))
for (let at = 0; at < children; at++) await attempt(from + at * step, true)
console.log(`seeds ${from}–${from + files - 1} and ${children} of them through the child: ${failures} failed`)
console.log([...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', '))
const megabytes = Math.round(residentPeak / (1 << 20))
console.log(
  `slowest ${Math.round(slowest)} ms; memory of the child at most ${megabytes} of ${childLimits.residentBytes >> 20} MB`,
)
if (failures > 0 || residentPeak > childLimits.residentBytes) process.exitCode = 1
