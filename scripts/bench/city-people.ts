import type { Role } from '@/lib/domain/access'
import { importPeople } from '@/lib/features/people/import-commands'
import { accepted, type Actors } from '../sample-city/actors'
import { largestBureau, largestDepartment, smallDepartment } from './city-departments'

type Post = { login: string; role: Exclude<Role, 'system'>; department?: string }

/** As whom the bench looks at pages; and a clerk and a manager in each department, as in a real city. */
export const onlookers = {
  ciso: 'ciso',
  secretariat: 'secretariat',
  bureauOfficer: 'bureau-officer',
  largestClerk: `clerk-${largestDepartment}`,
  smallClerk: `clerk-${smallDepartment}`,
} as const

export async function bringPeople(actors: Actors, departmentIds: ReadonlyMap<string, bigint>): Promise<void> {
  const posts: Post[] = [
    { login: onlookers.ciso, role: 'ciso' },
    { login: 'chief', role: 'chiefOfficer' },
    { login: onlookers.secretariat, role: 'secretariat' },
    { login: onlookers.bureauOfficer, role: 'bureauOfficer', department: largestBureau },
    ...[...departmentIds.keys()].flatMap((department): Post[] => [
      { login: `clerk-${department}`, role: 'assetClerk', department },
      { login: `manager-${department}`, role: 'assetManager', department },
    ]),
  ]
  const people = posts.map(({ login }) => ({
    loginId: login,
    employeeNumber: null,
    name: login,
    kana: null,
    employment: 'regular' as const,
    mail: null,
  }))
  const grants = posts.map(({ login, role, department }) => ({
    loginId: login,
    role,
    scope: scopeOf(department === undefined ? undefined : departmentIds.get(department)),
    validFrom: '2024-04-01',
    until: null,
  }))
  const [manage, grant] = [
    await actors.may('system', 'person.manage'),
    await actors.may('system', 'grant.manageApprovers'),
  ]
  accepted(await importPeople(manage, grant, people, grants), 'people')
}

function scopeOf(departmentId: bigint | undefined) {
  return departmentId === undefined
    ? { kind: 'everything' as const }
    : { kind: 'department' as const, departmentId }
}
