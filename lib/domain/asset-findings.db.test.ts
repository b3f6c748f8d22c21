import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { findingsOf, type FindingSubject } from './asset-findings'

/** Code and database find the same: 1,000 random assets of a printed seed (`SEED=` to repeat). */
const seed = Number(process.env['SEED'] ?? 20261123)
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
}, 120_000)
afterAll(() => database.drop())

let state = seed
function pick<T>(from: readonly T[]): T {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return from[Math.floor((state / 2 ** 32) * from.length)] as T
}
const drawn = (): FindingSubject => ({
  family: pick(['municipal', 'education'] as const),
  confidentiality: pick(['1', '2', '3C', '3B', '3A', null]),
  integrity: pick(['1', null]),
  availability: pick(['2', null]),
  importance: pick(['I', 'II', 'III', 'IV', null]),
  audience: pick(['staff', null]),
  schemeStatus: pick(['inForce', 'retired'] as const),
  kind: pick(['information', 'facility'] as const),
  zoneCell: pick(['myNumber', 'lgwan', 'notApplicable', 'notEntered']),
  personalData: pick(['none', 'personal', 'sensitive', 'specific', null] as const),
  myNumberUse: pick(['use', 'related', null]),
  dataSubjects: pick([0, 10, null]),
  disposalDueOn: pick(['2026-04-01', '2026-04-02', '2030-03-31', null]),
  outsourcingEndsOn: pick(['2026-03-31', '2026-04-02', null]),
})

test(`the database finds in an asset what the code finds (seed ${seed})`, async () => {
  const subjects = Array.from({ length: 1000 }, drawn)
  const rows = subjects.map((each) => ({
    scheme_family: each.family,
    confidentiality: each.confidentiality,
    integrity: each.integrity,
    availability: each.availability,
    importance: each.importance,
    audience: each.audience,
    kind_code: each.kind,
    zone_cell: each.zoneCell,
    personal_data: each.personalData,
    my_number_use: each.myNumberUse,
    data_subjects: each.dataSubjects,
    disposal_due_on: each.disposalDueOn,
    outsourcing_ends_on: each.outsourcingEndsOn,
    status: each.schemeStatus,
  }))
  const found = await database.ownerPool.query<{ found: string[] }>(
    `select asset_findings(jsonb_populate_record(null::assets, r), r ->> 'status', '2026-04-02') as found
     from jsonb_array_elements($1::jsonb) with ordinality t (r, place) order by place`,
    [JSON.stringify(rows)],
  )
  expect(found.rows.map((row) => row.found)).toEqual(
    subjects.map((each) => [...findingsOf(each, '2026-04-02')]),
  )
})
