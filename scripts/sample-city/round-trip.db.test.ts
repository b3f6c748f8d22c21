import { afterAll, beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import { bringImport } from '@/e2e/support/bring-import'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { assetStates } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import type { CityWords } from '@/lib/domain/import/city-words'
import { judgeRows, type KnownAsset } from '@/lib/domain/import/judge-rows'
import { contentOf } from '@/lib/features/assets/content-queries'
import { exportLedger } from '@/lib/features/assets/export-file-queries'
import { readExport } from '@/lib/features/assets/export-schema'
import { findAsset } from '@/lib/features/assets/queries'
import type { SearchParams } from '@/lib/features/assets/search-schema'
import { confirmOwnImport } from '@/lib/features/imports/confirm-commands'
import type { May } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { understand } from '@/lib/testing/reading'
import { actorsOf } from './actors'
import { loadSampleCity } from './load'
import { connectOwner, type Owner } from './owner'

/** The whole ledger of the sample city goes out and comes back: nothing to change, in any field of any row. */
let database: TestDatabase
let owner: Owner
let actor: May<'asset.export'>
let words: CityWords

beforeAll(async () => {
  database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
  await loadSampleCity(database.ownerUrl, () => undefined)
  owner = await connectOwner(database.ownerUrl)
  actor = await actorsOf(owner).may('ciso', 'asset.export')
  words = await owner.act(wordsOf)
}, 300_000)
afterAll(async () => {
  await owner.end()
  await closeDatabase()
  await database.drop()
})

/** What an import is told of the city, here straight from its tables. */
async function wordsOf(client: pg.Client): Promise<CityWords> {
  const { rows } = await client.query<{ words: CityWords }>(`
    select jsonb_build_object(
      'departments', (select jsonb_agg(jsonb_build_object('id', id::text, 'code', code, 'name', name, 'parentId', parent_id::text,
        'validFrom', valid_from, 'validTo', valid_to, 'category', category_code)) from departments),
      'successions', (select jsonb_agg(jsonb_build_object('effectiveOn', effective_on, 'kind', kind, 'fromId', from_id::text,
        'toId', to_id::text)) from department_successions),
      'schemes', (select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'family', family, 'status', status,
        'levels', (select jsonb_agg(jsonb_build_object('axis', axis, 'code', code, 'label', label, 'rank', rank))
          from levels l where l.scheme_id = s.id))) from classification_schemes s)) as words`)
  const [row] = rows
  if (!row) throw new Error('no answer')
  return row.words
}

async function knownAssets(): Promise<KnownAsset[]> {
  const reader = await actorsOf(owner).may('ciso', 'asset.read')
  const numbers = await owner.act(async (client) => {
    const { rows } = await client.query<{ number: string; scheme: KnownAsset['scheme'] }>(`
      select a.number::text, case when s.family = 'education' then 'education' when s.status = 'retired' then 'earlier'
        else 'current' end as scheme
      from assets a join classification_schemes s on s.id = a.scheme_id order by a.number`)
    return rows
  })
  const found: KnownAsset[] = []
  for (const { number, scheme } of numbers) {
    const asset = (await findAsset(reader, BigInt(number)))?.asset
    if (!asset) throw new Error(`asset ${number} is not there`)
    const { confidentiality, integrity, availability, importance } = asset
    const levels: LevelCodes = { confidentiality, integrity, availability, importance }
    const isEnded = asset.state !== 'draft' && asset.state !== 'active'
    const departmentId = String(asset.departmentId)
    found.push({ number, departmentId, content: contentOf(asset), levels, scheme, isEnded })
  }
  return found
}

async function taken(params: SearchParams, by = actor): Promise<Uint8Array> {
  const { request } = readExport(params, by.viewer.today)
  if (typeof request === 'string') throw new Error(request)
  const file = await exportLedger(by, request)
  if ('refused' in file) throw new Error(file.refused)
  return new Uint8Array(await new Response(file.body).arrayBuffer())
}

const files: [string, SearchParams][] = [
  ['a workbook', { format: 'xlsx', columns: 'all' }],
  ['a workbook with the columns of the screen', { format: 'xlsx', columns: 'screen' }],
  ['a CSV in UTF-8', { format: 'csv', columns: 'all' }],
  ['a CSV in CP932', { format: 'csv', columns: 'all', encoding: 'cp932' }],
]

test.each(files)('every asset of the city comes back from %s unchanged', async (_, params) => {
  const known = await knownAssets()
  const { today } = actor.viewer
  const bytes = await taken({ ...params, state: [...assetStates] })
  const name = `ledger.${String(params['format'])}`
  const { rows } = await understand(bytes, words, { name, today })
  expect(rows).toHaveLength(known.length)
  const outcomes = judgeRows(rows, known, { blanks: 'clear', today })
  const touched = outcomes.filter(({ kind }) => kind !== 'unchanged')
  expect(touched.map(({ number, kind, changes, problems }) => ({ number, kind, changes, problems }))).toEqual(
    [],
  )
  expect(outcomes.map(({ number }) => number)).toEqual(known.map(({ number }) => number))
  const stated = new Map(known.map((asset) => [asset.number, asset]))
  for (const { number, levels, scheme } of rows) {
    const asset = stated.get(number ?? '')
    const given = Object.entries(asset?.levels ?? {}).filter(([, code]) => code !== null)
    expect(levels, number ?? '').toEqual(Object.fromEntries(given))
    if (params['columns'] === 'all') expect(scheme, number ?? '').toBe(asset?.scheme)
  }
})

test('a changed cell, and nothing else, is found again', async () => {
  const known = await knownAssets()
  const bytes = await taken({ format: 'csv', columns: 'all' })
  const text = new TextDecoder().decode(bytes)
  const one = known.find(({ content }) => content.name === '戸籍情報システム')
  const edited = new TextEncoder().encode(text.replace('戸籍情報システム', '戸籍総合システム'))
  const { rows } = await understand(edited, words, { name: 'ledger.csv', today: actor.viewer.today })
  const outcomes = judgeRows(rows, known, { blanks: 'clear', today: actor.viewer.today })
  expect(outcomes.filter(({ kind }) => kind !== 'unchanged')).toMatchObject([
    {
      number: one?.number,
      kind: 'changed',
      changes: { name: ['戸籍情報システム', '戸籍総合システム'] },
    },
  ])
})

test.each(files)('brought in by the doors of an import, %s has nothing to say', async (_, params) => {
  const actors = actorsOf(owner)
  const exporter = await actors.may('jimukyoku', 'asset.export')
  const bytes = await taken({ ...params, state: [...assetStates] }, exporter)
  const importer = await actors.may('jimukyoku', 'asset.import')
  const name = `ledger.${String(params['format'])}`
  const brought = await bringImport(database, importer, name, bytes)
  expect(brought).toMatchObject({ state: 'previewed', failure: null, blanks: 'clear', different: [] })
  expect(brought.counts['unchanged']).toBeGreaterThan(150)
  const { id, version } = brought
  const confirmed = await confirmOwnImport(importer, { id, version, request: crypto.randomUUID() })
  expect(confirmed).toEqual({ refused: 'nothingToDo' })
})
