import { contractors, eras, places, rareSubjects, storages, subjects, things } from './city-words'
import { sharesOf } from './city-departments'

/** One asset of the bench city, in the database's own words. */
export type BenchRow = {
  name: string
  kind_code: string
  task: string
  department: string
  zone_code: string | null
  zone_not_applicable: boolean
  family: 'municipal' | 'education'
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  audience: string | null
  personal_data: string | null
  data_subjects: number | null
  medium: string | null
  storage_location: string
  outsourced_to: string | null
  visibility: string
  state: 'draft' | 'active' | 'disposed'
  confirmed_days_ago: number | null
}

/** The same numbers for the same seed, on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A seeded, very unequal ledger. Rows come in random order of department, as a city's history would have it. */
export function benchRows(
  count: number,
  departments: readonly { code: string; isSchool: boolean }[],
  seed = 20260401,
) {
  const random = randomFrom(seed)
  const shares = [...sharesOf(departments.map(({ code }) => code))]
  const schools = new Set(departments.filter(({ isSchool }) => isSchool).map(({ code }) => code))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const weighed = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = random()
    for (const [value, share] of list) if ((left -= share) <= 0) return value
    return (list.at(-1) as readonly [T, number])[0]
  }
  return Array.from({ length: count }, (): BenchRow => {
    const department = weighed(shares)
    const isSchool = schools.has(department)
    const state = weighed([
      ['active', 0.9],
      ['disposed', 0.09],
      ['draft', 0.01],
    ] as const)
    const subject = random() < 0.0005 ? pick(rareSubjects) : pick(subjects)
    const kind = weighed([
      ['information', 0.45],
      ['paper', 0.25],
      ['document', 0.14],
      ['informationSystem', 0.1],
      ['medium', 0.06],
    ] as const)
    const personal = weighed([
      ['none', 0.35],
      ['personal', 0.45],
      ['sensitive', 0.08],
      ['specific', 0.07],
      [null, 0.05],
    ] as const)
    const place = zoneOf(kind, isSchool, weighed)
    const classified = state !== 'draft' || random() < 0.5
    return {
      name: `${subject}${pick(things)}${random() < 0.6 ? `（${pick(eras)}）` : ''}${random() < 0.4 ? ` ${pick(places)}` : ''}`,
      kind_code: kind,
      task: `${subject}に関する事務`,
      department,
      ...place,
      ...levelsOf(isSchool, classified, personal, weighed),
      personal_data: personal,
      data_subjects:
        personal === 'none'
          ? 0
          : personal === null || random() < 0.2
            ? null
            : Math.floor(10 ** (random() * 5.5)),
      medium: kind === 'paper' || kind === 'document' ? '紙' : 'サーバー',
      storage_location: pick(storages),
      outsourced_to: random() < 0.15 ? pick(contractors) : null,
      visibility: random() < 0.02 ? 'restricted' : 'internal',
      state,
      confirmed_days_ago: random() < 0.05 ? null : Math.floor(random() ** 2 * 800),
    }
  })
}

type Weighed = <T>(list: readonly (readonly [T, number])[]) => T

function zoneOf(kind: string, isSchool: boolean, weighed: Weighed) {
  if (kind === 'paper' || kind === 'medium') return { zone_code: null, zone_not_applicable: true }
  const zone = isSchool
    ? weighed([
        ['schoolAffairs', 0.6],
        ['learning', 0.3],
        ['schoolExternal', 0.08],
        [null, 0.02],
      ] as const)
    : weighed([
        ['lgwan', 0.68],
        ['internet', 0.17],
        ['myNumber', 0.12],
        [null, 0.03],
      ] as const)
  return { zone_code: zone, zone_not_applicable: false }
}

function levelsOf(isSchool: boolean, classified: boolean, personal: string | null, weighed: Weighed) {
  const nothing = {
    confidentiality: null,
    integrity: null,
    availability: null,
    importance: null,
    audience: null,
  }
  if (!classified) return { family: isSchool ? ('education' as const) : ('municipal' as const), ...nothing }
  if (isSchool) {
    const importance = weighed([
      ['II', 0.5],
      ['III', 0.35],
      ['IV', 0.1],
      ['I', 0.05],
    ] as const)
    return { family: 'education' as const, ...nothing, importance, audience: 'staff' }
  }
  const confidentiality =
    personal === 'none' || personal === null
      ? weighed([
          ['2', 0.7],
          ['1', 0.2],
          ['3C', 0.1],
        ] as const)
      : weighed([
          ['3B', 0.6],
          ['3C', 0.35],
          ['3A', 0.05],
        ] as const)
  const integrity = weighed([
    ['2', 0.6],
    ['1', 0.4],
  ] as const)
  return {
    family: 'municipal' as const,
    ...nothing,
    confidentiality,
    integrity,
    availability: weighed([
      ['1', 0.6],
      ['2', 0.4],
    ] as const),
  }
}
