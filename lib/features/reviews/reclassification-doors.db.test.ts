import { afterAll, beforeAll, expect, test } from 'vitest'
import { earlierAssets } from '@/e2e/support/earlier-assets'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { mappingEarlierTo2024 as mapping } from '@/lib/domain/schemes/mapping-earlier-2024'
import { keepMapping } from '@/lib/features/schemes/mapping-commands'
import { accepted } from '@/scripts/sample-city/actors'
import { makeReview, startReview } from './commands'

let city: SmallCity
let review: bigint
let department: bigint
beforeAll(async () => {
  city = await smallCity()
  department = city.departmentIds.get('110') ?? 0n
  await earlierAssets(city, [
    ['1', 'none'],
    ['1', 'none', 'restricted'],
    ['3', 'none'],
  ])
  accepted(
    await keepMapping(await city.may('secretariat', 'scheme.edit'), { ...mapping, seen: [] }),
    'mapping',
  )
  const manager = await city.may('secretariat', 'review.manage')
  const content = { title: 'levels', answerers: 'clerks' as const, mustOpen: 0, scope: {} }
  const given = { ...content, opensOn: '2099-04-01', dueOn: '2099-05-01' }
  const moves = { from: mapping.from, to: mapping.to }
  const made = await makeReview(manager, { given, copiedFrom: null, moves })
  if (!('result' in made)) throw new Error('no review was made')
  review = made.result.id
  accepted(await startReview(manager, { id: review, version: 1 }), 'start')
}, 120_000)
afterAll(() => city.end())

const ask = async (login: string | null, sql: string, values: unknown[] = []) =>
  (await rawSql(city.reader, sql, { secret: login === null ? '' : await city.secretOf(login), values })).rows
const attempt = async (login: string, permission: string, sql: string, values: unknown[] = []) =>
  rawSql(city.writer, sql, { secret: await city.secretOf(login), permission, values })

test.each([
  [
    'clerk-110',
    'scheme.edit',
    `select keep_scheme_mapping('municipal-earlier', 'municipal-2024', '[]', '[]')`,
  ],
  [
    'secretariat',
    'scheme.read',
    `select keep_scheme_mapping('municipal-earlier', 'municipal-2024', '[]', '[]')`,
  ],
  ['clerk-110', 'review.manage', `select choose_review_schemes((select max(id) from reviews r), null, null)`],
  ['secretariat', 'scheme.edit', `delete from scheme_mappings`],
  ['secretariat', 'review.manage', `update review_reclassifications set to_scheme_id = from_scheme_id`],
  ['secretariat', 'scheme.edit', `insert into scheme_mappings select * from scheme_mappings`],
])('%s with %s does not write past the doors', async (login, permission, sql) => {
  await expect(attempt(login, permission, sql)).rejects.toThrow()
})

test('a review that is open keeps its versions, also from who manages it', async () => {
  const answer = await attempt(
    'secretariat',
    'review.manage',
    `select choose_review_schemes($1, null, null) as said`,
    [review],
  )
  expect(answer.rows).toEqual([{ said: { outcome: 'opened' } }])
})

test('what can be taken over is shown within reach, 関係者限り to whoever may read it', async () => {
  const adoptable = 'select count(*)::int as rows from review_adoptable($1, $2)'
  const rowsFor = async (login: string | null) => (await ask(login, adoptable, [review, department]))[0]
  expect(await rowsFor('clerk-110')).toEqual({ rows: 2 })
  expect(await rowsFor('secretariat')).toEqual({ rows: 1 })
  for (const login of ['clerk-210', 'portaladmin', null]) expect(await rowsFor(login)).toEqual({ rows: 0 })
})

test('mappings and figures say nothing to who may not read them', async () => {
  const found = `select (select count(*)::int from mapping_pairs()) as pairs, review_versions($1, null) is null as versions,
    review_scheme_changes($1) is null as changes, count_scope_under('{}', 'municipal-earlier', 'municipal-2024') is null as counted,
    opening_problem($1) as problem`
  const hidden = { versions: true, changes: true, counted: true, problem: null }
  expect(await ask(null, found, [review])).toEqual([{ ...hidden, pairs: 0 }])
  expect(await ask('portaladmin', found, [review])).toEqual([{ ...hidden, pairs: 1 }])
  expect(await ask('clerk-110', found, [review])).toEqual([
    { pairs: 1, versions: false, changes: false, counted: true, problem: null },
  ])
})
