import { beforeAll, describe, expect, test } from 'vitest'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { hostileFiles } from '@/lib/testing/hostile-files'
import { mutated } from '@/lib/testing/mutated-files'
import { randomOf } from '@/lib/testing/random'
import { sampleBytes, understand } from '@/lib/testing/reading'
import { Unreadable } from './unreadable'

const words = { departments: [], successions: [], schemes: schemeDefinitions }
const samples = [
  'ledger-internal.xlsx',
  'ledger-schools.xlsx',
  'ledger-internal.csv',
  'ledger-fire-cp932.csv',
]
const firstSeeds = 120
let sound: Buffer[]

beforeAll(async () => {
  sound = await Promise.all(samples.map(sampleBytes))
})

async function verdict(bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    await understand(bytes, words, { name })
    return null
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

describe('a file that means harm', () => {
  test.each(hostileFiles(Buffer.alloc(0)).map(({ name, is }) => ({ name, is })))(
    '$name: $is',
    async ({ name, is }) => {
      const file = hostileFiles(sound[0] ?? Buffer.alloc(0)).find((one) => one.name === name)
      expect(await verdict(file?.bytes() ?? Buffer.alloc(0), name)).toBe(is)
    },
  )
})

describe('cells that can’t be stored are told, and the rest is read', () => {
  const files = () => new Map(hostileFiles(sound[0] ?? Buffer.alloc(0)).map((file) => [file.name, file]))
  const problemsOf = async (name: string) => {
    const { rows } = await understand(files().get(name)?.bytes() ?? Buffer.alloc(0), words, { name })
    return rows.flatMap(({ problems }) => problems.map(({ cell, code }) => `${cell} ${code}`))
  }
  test('32,767 letters are more than the field takes', async () => {
    expect(await problemsOf('long-cell.xlsx')).toEqual(['D2 tooLong'])
  })
  test('half a letter, and NUL', async () => {
    expect(await problemsOf('surrogate.xlsx')).toEqual(['A2 badCharacter'])
    expect(await problemsOf('nul.csv')).toEqual(['A2 badCharacter'])
  })
  test('a formula that was never calculated, and an error', async () => {
    expect(await problemsOf('formulas.xlsx')).toEqual(['A2 noResult', 'B2 errorValue'])
  })
  test('heads named like parts of an object are columns like others', async () => {
    const file = files().get('prototype.csv')
    const { sheets, rows } = await understand(file?.bytes() ?? Buffer.alloc(0), words, { name: 'a.csv' })
    expect(sheets[0]?.heads.map(({ use }) => use?.means ?? null)).toEqual([
      'name',
      null,
      null,
      'department',
      null,
      'confidentiality',
    ])
    expect(rows[0]?.content).toEqual({ name: '台帳' })
    expect(Object.getPrototypeOf(rows[0]?.content)).toBe(Object.prototype)
  })
})

test(`${firstSeeds} mutated files end in a reading or in a known refusal`, async () => {
  for (let seed = 1; seed <= firstSeeds; seed++) {
    const random = randomOf(seed)
    const at = random.below(samples.length)
    await verdict(mutated(sound[at] ?? Buffer.alloc(0), random), samples[at] ?? '').catch(
      (error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error })
      },
    )
  }
}, 120_000)
