import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { confirmOwnImport } from '@/lib/features/imports/confirm-commands'
import { keepFile } from '@/lib/features/imports/upload-commands'
import type { Permission } from '@/lib/domain/access'
import type { May } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import type { Job } from '@/lib/platform/jobs/job'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted, actorsOf } from '@/scripts/sample-city/actors'
import { bringOrganizationTo } from '@/scripts/sample-city/organization'
import { readOrganization } from '@/scripts/sample-city/organization-file'
import { connectOwner, declareSampleCity, setClock } from '@/scripts/sample-city/owner'
import { bringIn, readUsers } from '@/scripts/sample-city/people'
import { enforce, loadSchemes } from '@/scripts/sample-city/schemes'
import { testDatabase } from './database'

export const importMoment = '2026-11-20T10:00:00+09:00'
const founded = '2024-04-01'
const reorganized = '2026-11-20'

/** The sample city's organisation, schemes and people, and an empty ledger; files come in as people bring them. */
export async function importCity() {
  const database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
  const owner = await connectOwner(database.ownerUrl)
  const actors = actorsOf(owner)
  setClock(`${founded}T09:00:00+09:00`)
  await declareSampleCity(owner, '市川市')
  const organization = await readOrganization()
  const departmentIds = new Map(await bringOrganizationTo(founded, actors, organization))
  await loadSchemes(actors)
  setClock(importMoment)
  for (const [code, id] of await bringOrganizationTo(reorganized, actors, organization))
    departmentIds.set(code, id)
  await bringIn(actors, await readUsers(reorganized), departmentIds, reorganized)
  for (const code of ['municipal-2024', 'education-2025']) await enforce(actors, 'ciso', code)
  const jobs = new pg.Pool({ connectionString: database.writerUrl, max: 6 })
  // A test ends connections on purpose, idle ones and those at work, whose statement fails then.
  jobs.on('error', () => undefined)
  jobs.on('connect', (client) => client.on('error', () => undefined))

  const ask = async <R extends pg.QueryResultRow = Record<string, string>>(
    sql: string,
    values: unknown[] = [],
  ) => (await database.ownerPool.query<R>(sql, values)).rows
  /** A job on a connection of its own, as the runner gives it. */
  const run = async (job: Job): Promise<number> => {
    const client = await jobs.connect()
    try {
      await client.query(`select set_config('app.now', $1, false)`, [process.env['DAICHO_NOW'] ?? ''])
      return await job(client, { anchors: null }, () => jobs.connect())
    } finally {
      client.release(true)
    }
  }
  const may = <P extends Permission>(login: string, permission: P): Promise<May<P>> =>
    actors.may(login, permission)
  /** Sends a file as somebody, in the place of another import or not, and reads it. */
  const bring = async (
    login: string,
    name: string,
    bytes: Uint8Array,
    instead: bigint | null = null,
  ): Promise<bigint> => {
    const { id } = accepted(
      await keepFile(await may(login, 'asset.import'), { name, parts: inParts(bytes), instead }),
      name,
    )
    await run(readImports)
    return id
  }
  const stateOf = async (id: bigint) => {
    const [row] = await ask<ImportState>(
      'select state, version, failure, counts, layout, found from imports where id = $1',
      [id],
    )
    if (!row) throw new Error(`no import ${id}`)
    return row
  }
  const confirm = async (login: string, id: bigint, request: string = crypto.randomUUID()) => {
    const { version } = await stateOf(id)
    return confirmOwnImport(await may(login, 'asset.import'), { id, version, request })
  }
  /** Confirms and writes it. */
  const commit = async (login: string, id: bigint) => {
    accepted(await confirm(login, id), `import ${id}`)
    await run(commitImports)
    return stateOf(id)
  }
  const rowsOf = (id: bigint) =>
    ask<ImportRow>('select * from import_rows where import_id = $1 order by place', [id])
  const end = async () => {
    setClock(null)
    await closeDatabase()
    await jobs.end()
    await owner.end()
    await database.drop()
  }
  return {
    database,
    owner,
    actors,
    departmentIds,
    ask,
    run,
    may,
    bring,
    stateOf,
    confirm,
    commit,
    rowsOf,
    end,
  }
}
export type ImportCity = Awaited<ReturnType<typeof importCity>>

export type ImportState = {
  state: string
  version: number
  failure: string | null
  counts: Record<string, number>
  layout: object
  found: Record<string, unknown>
}
type Note = { cell: string; field: string; code: string; written: string; args?: string[] }
export type ImportRow = {
  place: number
  line: number
  kind: string
  asset_number: string | null
  asset_version: number | null
  double_of: number | null
  department_id: string | null
  changes: Record<string, [unknown, unknown]>
  proposes: string[]
  problems: Note[]
  notices: Note[]
  moved: boolean
  read: Record<string, unknown>
}

export const sampleFile = async (name: string) =>
  new Uint8Array(await readFile(path.resolve('prisma/sample', name)))

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20))
  await Promise.resolve()
}
