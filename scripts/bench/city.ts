import * as fs from 'node:fs'
import path from 'node:path'
import { education2025 } from '@/lib/domain/schemes/education-2025'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import { addDepartments } from '@/lib/features/departments/commands'
import { enforceScheme, loadScheme } from '@/lib/features/schemes/commands'
import { closeDatabase } from '@/lib/platform/database'
import { startEmbeddedPostgres } from '../embedded-postgres.mjs'
import { migrate, readMigrations } from '../migrate.mjs'
import { provision } from '../provision.mjs'
import { accepted, actorsOf, type Actors } from '../sample-city/actors'
import { connectOwner, declareSampleCity, setClock, type Owner } from '../sample-city/owner'
import { readOrMakeSecrets } from '../secrets.mjs'
import { benchDepartments } from './city-departments'
import { writeLedger } from './city-ledger'
import { bringPeople } from './city-people'
import { benchRows } from './city-rows'

export type BenchCity = {
  assets: number
  superuserUrl: string
  ownerUrl: string
  readerUrl: string
  writerUrl: string
  stop: () => Promise<void>
}
/** So many transactions write the ledger, over the two and a half years before today. */
const batches = 20

/**
 * A city of `assets` rows on a durable PostgreSQL below .data/bench-<n>: made once and kept until a migration that it has
 * run or this generator changes; migrations that came since run over it, as over anybody's city.
 */
export async function openBenchCity(assets: number, log: (line: string) => void): Promise<BenchCity> {
  const folder = path.resolve(`.data/bench-${String(assets)}`)
  const mark = path.join(folder, 'city.txt')
  const wanted = signature()
  if (!fs.existsSync(mark) || !isBefore(fs.readFileSync(mark, 'utf8'), wanted))
    fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const secrets = readOrMakeSecrets(folder)
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
  })
  try {
    const urls = await provision(server.superuserUrl, {
      owner: secrets.ownerPassword,
      reader: secrets.readerPassword,
      writer: secrets.writerPassword,
    })
    process.env['DATABASE_URL'] = urls.readerUrl
    process.env['DATABASE_WRITE_URL'] = urls.writerUrl
    if (!fs.existsSync(mark)) {
      await migrate(urls.ownerUrl)
      await build(urls.ownerUrl, assets, log)
      fs.writeFileSync(mark, wanted)
    } else if (fs.readFileSync(mark, 'utf8') !== wanted) {
      await migrate(urls.ownerUrl)
      await vacuum(urls.ownerUrl)
      fs.writeFileSync(mark, wanted)
    }
    const stop = async () => {
      await closeDatabase()
      await server.stop()
    }
    return { assets, superuserUrl: server.superuserUrl, ...urls, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function build(ownerUrl: string, assets: number, log: (line: string) => void) {
  const start = performance.now()
  const owner = await connectOwner(ownerUrl)
  setClock('2024-04-01T09:00:00+09:00')
  await declareSampleCity(owner, '計測市')
  const actors = actorsOf(owner)
  const departments = benchDepartments()
  const { ids } = accepted(
    await addDepartments(await actors.may('system', 'organization.manage'), departments),
    'departments',
  )
  await bringPeople(actors, ids)
  const schemes = await putSchemesInForce(actors)
  const rows = benchRows(
    assets,
    departments.map(({ code, categoryCode }) => ({ code, isSchool: categoryCode === 'school' })),
  )
  await fill(owner, rows, schemes)
  setClock(null)
  await owner.end()
  await settle(ownerUrl)
  log(
    `wrote ${assets} assets in ${seconds(start)} s, set by set as the owner, through every trigger: versions, counts and trail are real`,
  )
}

async function putSchemesInForce(actors: Actors) {
  const ids = { municipal: 0n, education: 0n }
  setClock('2025-04-01T09:00:00+09:00')
  for (const definition of [municipal2024, education2025]) {
    const loaded = accepted(
      await loadScheme(await actors.may('system', 'scheme.edit'), definition),
      definition.code,
    )
    ids[definition.family] = loaded.id
    accepted(
      await enforceScheme(await actors.may('system', 'scheme.enforce'), definition.code),
      definition.code,
    )
  }
  return ids
}

async function fill(
  owner: Owner,
  rows: ReturnType<typeof benchRows>,
  schemes: { municipal: bigint; education: bigint },
) {
  const size = Math.ceil(rows.length / batches)
  const [from, to] = [Date.parse('2025-04-02T01:00:00Z'), Date.now()]
  for (let batch = 0; batch * size < rows.length; batch += 1) {
    setClock(new Date(from + ((to - from) * batch) / batches).toISOString())
    await writeLedger(owner, rows.slice(batch * size, (batch + 1) * size), schemes)
  }
}

/** Counting cells in one row each, no dead rows, statistics up to date. */
async function settle(ownerUrl: string) {
  const owner = await connectOwner(ownerUrl)
  await owner.act((client) => client.query('select fold_asset_counts()'))
  await owner.end()
  await vacuum(ownerUrl)
}

async function vacuum(ownerUrl: string) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('set client_min_messages = error')
  await client.query('vacuum analyze')
  await client.end()
}

/** What the kept city depends on: the migrations and the words and shares of this generator. */
function signature(): string {
  const texts = [
    'city-words',
    'city-departments',
    'city-rows',
    'city-people',
    'city-ledger',
    'city-proposals',
    'city',
  ].map((name) => fs.readFileSync(path.join(import.meta.dirname, `${name}.ts`), 'utf8'))
  const generator = texts.map((text) => String(text.length)).join(' ')
  return [generator, ...readMigrations().map(({ checksum }) => checksum)].join('\n')
}

/** The same generator and the same migrations, as far as they had come. */
function isBefore(kept: string, wanted: string): boolean {
  return `${wanted}\n`.startsWith(`${kept}\n`)
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}
