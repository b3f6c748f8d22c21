import pg from 'pg'
import type { Permission } from '@/lib/domain/access'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import { education2025 } from '@/lib/domain/schemes/education-2025'
import { addDepartments } from '@/lib/features/departments/commands'
import { endGrants } from '@/lib/features/grants/commands'
import { importPeople } from '@/lib/features/people/import-commands'
import { enforceScheme, loadScheme } from '@/lib/features/schemes/commands'
import { authorize, type May } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession, type Viewer } from '@/lib/platform/viewer'
import {
  smallCityDepartments,
  smallCityMoment,
  smallCityPeople,
  type CityScope,
} from '@/lib/testing/small-city'
import { accepted } from '@/scripts/sample-city/actors'
import { connectOwner, declareSampleCity, setClock } from '@/scripts/sample-city/owner'
import { testDatabase, type TestDatabase } from './database'
import { fillLedgers, type CityAsset } from './small-city-assets'
import { signInAs } from './small-city-sessions'

export type SmallCity = {
  database: TestDatabase
  departmentIds: ReadonlyMap<string, bigint>
  schemes: { municipal: bigint; education: bigint }
  assets: readonly CityAsset[]
  reader: pg.Pool
  writer: pg.Pool
  /** The open session of a person: opened by the owner, valid for years of the moved clock. */
  secretOf: (login: string) => Promise<string>
  viewerOf: (login: string) => Promise<Viewer>
  may: <P extends Permission>(login: string, permission: P) => Promise<May<P>>
  end: () => Promise<void>
}

/**
 * The small city of lib/testing in a database of its own, built through the portal's own commands. This process's
 * clients and clock are set to it; `end` sets them back.
 */
export async function smallCity(): Promise<SmallCity> {
  const database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
  setClock(smallCityMoment)
  const owner = await connectOwner(database.ownerUrl)
  await declareSampleCity(owner, '小さな市')
  await owner.end()
  const secretOf = signInAs(database)
  const viewerOf = async (login: string) => {
    const viewer = await resumeSession(await secretOf(login))
    if (!viewer) throw new Error(`nobody signs in as ${login}`)
    return viewer
  }
  const may: SmallCity['may'] = async (login, permission) => authorize(await viewerOf(login), permission)

  const organizer = await may('system', 'organization.manage')
  const { ids: departmentIds } = accepted(
    await addDepartments(organizer, smallCityDepartments),
    'departments',
  )
  const schemes = await putSchemesInForce(may)
  await bringPeople(may, departmentIds)
  const assets = await fillLedgers(may, departmentIds, schemes)
  const reader = new pg.Pool({ connectionString: database.readerUrl, max: 2 })
  const writer = new pg.Pool({ connectionString: database.writerUrl, max: 2 })
  const end = async () => {
    setClock(null)
    await Promise.all([closeDatabase(), reader.end(), writer.end()])
    await database.drop()
  }
  return { database, departmentIds, schemes, assets, reader, writer, secretOf, viewerOf, may, end }
}

async function putSchemesInForce(may: SmallCity['may']): Promise<SmallCity['schemes']> {
  const ids: Partial<SmallCity['schemes']> = {}
  for (const definition of [municipal2024, education2025]) {
    const loaded = await loadScheme(await may('system', 'scheme.edit'), definition)
    ids[definition.family] = accepted(loaded, definition.code).id
    accepted(await enforceScheme(await may('system', 'scheme.enforce'), definition.code), definition.code)
  }
  return ids as SmallCity['schemes']
}

async function bringPeople(may: SmallCity['may'], departmentIds: ReadonlyMap<string, bigint>): Promise<void> {
  const people = smallCityPeople.map(({ login }) => ({
    loginId: login,
    employeeNumber: null,
    name: `${login}さん`,
    kana: null,
    employment: 'regular' as const,
    mail: null,
  }))
  const grants = smallCityPeople.flatMap((person) =>
    person.grants.map((grant) => ({
      loginId: person.login,
      role: grant.role,
      scope: scopeIn(grant.scope, departmentIds),
      validFrom: grant.validFrom ?? '2025-04-01',
      until: grant.until ?? null,
    })),
  )
  const granter = await may('system', 'grant.manageApprovers')
  accepted(await importPeople(await may('system', 'person.manage'), granter, people, grants), 'people')
  const ended = (await may('ended-early', 'asset.read')).viewer.grants[0]
  if (ended) accepted(await endGrants(granter, [{ id: ended.id, version: 1 }]), 'ended')
}

function scopeIn(scope: CityScope, departmentIds: ReadonlyMap<string, bigint>) {
  if (scope.kind !== 'department') return scope
  const departmentId = departmentIds.get(scope.code)
  if (departmentId === undefined) throw new Error(`no department ${scope.code}`)
  return { kind: scope.kind, departmentId }
}
