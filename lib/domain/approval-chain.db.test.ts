import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { keepMapping } from '@/lib/features/schemes/mapping-commands'
import { loadScheme } from '@/lib/features/schemes/commands'
import { accepted } from '@/scripts/sample-city/actors'
import { chainOf, dutyRoles, requiredDuties, type SchemeRanks } from './approval-chain'
import { isBusinessDay } from './business-days'
import { addDays } from './calendar'
import { loosenedFields, type Facts } from './loosening'
import { duties as allDuties, proposalKinds, type Judged, type ProposedItem } from './proposal'
import { education2025 } from './schemes/education-2025'
import { mappingEarlierTo2024 } from './schemes/mapping-earlier-2024'
import { municipal2024 } from './schemes/municipal-2024'
import { municipalEarlier } from './schemes/municipal-earlier'

/** Code and database compute the same: 2,000 random items of a printed seed (`SEED=` to repeat). */
const seed = Number(process.env['SEED'] ?? 20261123)
const count = 2000
let city: SmallCity
let earlier: bigint
beforeAll(async () => {
  city = await smallCity()
  earlier = accepted(
    await loadScheme(await city.may('system', 'scheme.edit'), municipalEarlier),
    'earlier',
  ).id
  const actor = await city.may('system', 'scheme.edit')
  accepted(await keepMapping(actor, { ...mappingEarlierTo2024, seen: [] }), 'mapping')
}, 120_000)
afterAll(() => city.end())

let state = seed
function below(limit: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T

type Drawn = { item: ProposedItem; category: 'school' | 'internal'; department: bigint }

function drawn(): Drawn {
  const levels = () => ({
    confidentiality: pick(['1', '2', '3', '3C', '3B', '3A', null]),
    integrity: pick(['1', '2']),
    availability: pick(['1', '2']),
    importance: pick(['I', 'II', 'III', 'IV', null]),
    audience: pick(['staff', null]),
  })
  const schemes = [city.schemes.municipal, city.schemes.education, earlier] as const
  const fields = (): Facts => ({
    personal_data: pick(['none', 'personal', 'sensitive', 'specific', null]),
    data_subjects: pick([0, 5, 100, null]),
    take_out: pick(['prohibited', 'individual', 'blanket', 'unrestricted', null]),
    cloud_service: pick(['甲', '乙', null]),
    cloud_ismap: pick([true, false, null]),
    cloud_countries: pick(['日本', null]),
    cloud_standard_terms: pick([true, false, null]),
    cloud_approval: pick(['承認', null]),
    visibility: pick(['internal', 'restricted']),
    disposal_due_on: pick(['2027-03-31', '2030-03-31', null]),
  })
  const judged: Judged | null = below(2) === 0 ? { schemeId: pick(schemes), ...levels() } : null
  const base = { classification_id: pick([7, null]), scheme_id: Number(pick(schemes)), ...levels() }
  const after = Object.fromEntries(Object.entries(fields()).filter(() => below(3) === 0))
  const kind = pick(proposalKinds)
  const isSchool = below(2) === 0
  return {
    item: { number: 1n, kind, before: { ...base, ...fields() }, after, judgement: judged },
    category: isSchool ? 'school' : 'internal',
    department: city.departmentIds.get(isSchool ? '331' : '110') ?? 0n,
  }
}

const schemes: SchemeRanks = {
  rankOf: (schemeId, axis, code) => {
    const scheme =
      schemeId === earlier
        ? municipalEarlier
        : schemeId === city.schemes.education
          ? education2025
          : municipal2024
    return scheme.levels.find((level) => level.axis === axis && level.code === code)?.rank ?? null
  },
  mapping: (from, to) =>
    from === earlier && to === city.schemes.municipal ? mappingEarlierTo2024.lines : [],
}
const inText = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each))

test(`duties and loosened fields agree on ${count} items (seed ${seed})`, async () => {
  const items = Array.from({ length: count }, drawn)
  const { rows } = await city.database.ownerPool.query<{ duties: string[]; loosened: string[] }>(
    `select required_duties(i.kind, i.before, i.after, nullif(i.judgement, 'null'), i.department) as duties,
       loosened_fields(i.before, i.after) as loosened
     from jsonb_array_elements($1::jsonb) with ordinality e (item, place)
     cross join lateral jsonb_to_record(e.item)
       as i (kind text, before jsonb, after jsonb, judgement jsonb, department bigint)
     order by e.place`,
    [inText(items.map(({ item, department }) => ({ ...item, department })))],
  )
  for (const [at, { item, category }] of items.entries()) {
    const { duties, loosened } = rows[at] ?? {}
    const told = inText(item)
    expect(duties, told).toEqual(requiredDuties(item, category, schemes))
    expect(chainOf([item], category, schemes), told).toEqual(duties)
    expect(loosened, told).toEqual(loosenedFields(item.before, item.after))
  }
})

test('the same roles do a duty, in the same order', async () => {
  for (const duty of allDuties) {
    const { rows } = await city.database.ownerPool.query<{ school: string[]; other: string[] }>(
      `select duty_roles($1, 'school') as school, duty_roles($1, 'internal') as other`,
      [duty],
    )
    expect(rows).toEqual([dutyRoles[duty]])
  }
})

test('business days agree from 2024 to 2045', async () => {
  const days = Array.from({ length: 8036 }, (_, at) => addDays('2024-01-01', at))
  const { rows } = await city.database.ownerPool.query<{ day: string }>(
    'select day::text from unnest($1::date[]) day where is_business_day(day) order by day',
    [days],
  )
  expect(rows.map(({ day }) => day)).toEqual(days.filter(isBusinessDay))
})
