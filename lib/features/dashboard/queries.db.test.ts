import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { cellHref } from '@/lib/features/dashboard/search-schema'
import type { LevelMatrix } from '@/lib/domain/level-matrix'
import { listAssets } from '@/lib/features/assets/queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { authorize } from '@/lib/platform/authorize'
import type { Viewer } from '@/lib/platform/viewer'
import { showOverview, type Overview } from './queries'

let ledger: Awaited<ReturnType<typeof randomLedger>>
const people = {
  chief: { role: 'ciso', scope: 'everything' },
  office: { role: 'secretariat', scope: 'everything' },
  clerk: { role: 'assetClerk', scope: 'department', department: '11' },
  schools: { role: 'educationOfficer', scope: 'schools' },
} as const

beforeAll(async () => {
  ledger = await randomLedger(400, people)
})
afterAll(() => ledger.end())

/** What the ledger's list finds for an address. */
async function found(viewer: Viewer, href: string): Promise<number> {
  const params = new URL(href, 'http://portal').searchParams
  const said = [...new Set(params.keys())].map((key) => [key, params.getAll(key)] as const)
  const asNext = Object.fromEntries(said.map(([key, all]) => [key, all.length > 1 ? all : all[0]]))
  return (await listAssets(authorize(viewer, 'asset.read'), readSearch(asNext))).found
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const matricesOf = (overview: Overview): LevelMatrix[] => [overview.municipal, overview.education]

test.each(Object.keys(people))(
  'every cell, row and column that %s sees adds up and opens exactly its assets',
  async (login) => {
    const viewer = await ledger.viewerOf(login)
    const overview = await showOverview(authorize(viewer, 'dashboard.read'))
    expect(overview.total).toBeGreaterThan(0)
    expect(await found(viewer, '/assets?state=active')).toBe(overview.total)
    for (const matrix of matricesOf(overview)) {
      expect(sum(matrix.rows.map((row) => row.total))).toBe(matrix.total)
      expect(sum(matrix.columnTotals)).toBe(matrix.total)
      expect(await found(viewer, cellHref(matrix, null, null))).toBe(matrix.total)
      for (const [at, column] of matrix.columns.entries())
        expect(await found(viewer, cellHref(matrix, null, column.zone))).toBe(matrix.columnTotals[at])
      for (const row of matrix.rows) {
        expect(await found(viewer, cellHref(matrix, row, null))).toBe(row.total)
        for (const [at, column] of matrix.columns.entries())
          expect(await found(viewer, cellHref(matrix, row, column.zone))).toBe(row.counts[at])
      }
    }
  },
)

test.each(Object.keys(people))('the other figures of %s are what their links find', async (login) => {
  const viewer = await ledger.viewerOf(login)
  const overview = await showOverview(authorize(viewer, 'dashboard.read'))
  expect(await found(viewer, '/assets?unconfirmed=1')).toBe(overview.unconfirmed)
  expect(await found(viewer, '/assets?state=draft')).toBe(overview.drafts)
  expect(await found(viewer, '/assets?state=active&confidentiality=none&importance=none')).toBe(
    overview.unclassified,
  )
  expect(await found(viewer, '/assets?state=active&zone=notEntered')).toBe(overview.withoutZone)
  expect(await found(viewer, '/assets?state=active&personal=null')).toBe(overview.withoutPersonal)
  for (const { kind, assets } of overview.personal)
    expect(await found(viewer, `/assets?state=active&personal=${kind ?? 'null'}`)).toBe(assets)
  expect(sum(overview.personal.map((line) => line.assets))).toBe(overview.total)
  expect(sum(overview.bureaus.map((line) => line.unconfirmed))).toBe(overview.unconfirmed)
  for (const { code, unconfirmed } of overview.bureaus)
    expect(await found(viewer, `/assets?unconfirmed=1&department=${code}`)).toBe(unconfirmed)
  const cuts = [
    ['category', overview.categories],
    ['body', overview.bodies],
    ['department', overview.bureaus],
  ] as const
  for (const [filter, lines] of cuts) {
    expect(sum(lines.map((line) => line.active))).toBe(overview.total)
    for (const line of lines) {
      expect(await found(viewer, `/assets?state=active&${filter}=${line.code}`)).toBe(line.active)
      expect(await found(viewer, `/assets?state=draft&${filter}=${line.code}`)).toBe(line.drafts)
    }
  }
})

test('what is 関係者限り is only a number for those who may not read it', async () => {
  const [chief, office] = await Promise.all(
    ['chief', 'office'].map(async (login) =>
      showOverview(authorize(await ledger.viewerOf(login), 'dashboard.read')),
    ),
  )
  expect(chief?.withheld).toBe(0)
  expect(office?.withheld).toBeGreaterThan(0)
  expect((office?.total ?? 0) + (office?.drafts ?? 0) + (office?.withheld ?? 0)).toBe(
    (chief?.total ?? 0) + (chief?.drafts ?? 0),
  )
})

test('the bureaus come with the largest first', async () => {
  const { bureaus } = await showOverview(authorize(await ledger.viewerOf('chief'), 'dashboard.read'))
  const counts = bureaus.map((line) => line.active)
  expect(counts.length).toBeGreaterThan(1)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

test('folding the counting cells changes no figure', async () => {
  const actor = authorize(await ledger.viewerOf('chief'), 'dashboard.read')
  const before = await showOverview(actor)
  await ledger.database.ownerPool.query('select fold_asset_counts()')
  expect(await showOverview(actor)).toEqual(before)
})
