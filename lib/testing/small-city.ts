import type { Role, Scope } from '@/lib/domain/access'
import type { DepartmentEntry } from '@/lib/domain/organization-plan'
import type { CategoryCode, ExecutiveBodyCode } from '@/lib/domain/reference'

/** When the small city's tests take place, unless one says otherwise: three weeks before the fiscal year ends. */
export const smallCityMoment = '2026-03-10T10:00:00+09:00'
export const smallCityToday = '2026-03-10'

function department(
  code: string,
  parentCode: string | null,
  name: string,
  categoryCode: CategoryCode = 'internal',
  executiveBodyCode: ExecutiveBodyCode = 'mayor',
): DepartmentEntry {
  return { code, parentCode, name, categoryCode, executiveBodyCode, validFrom: '2020-04-01', validTo: null }
}

/** Two bureaus with 課 and a unit below one, two schools, the assembly's office, the fire department. */
export const smallCityDepartments: readonly DepartmentEntry[] = [
  department('100', null, '市民部'),
  department('110', '100', '市民課'),
  department('111', '110', '行徳出張所'),
  department('120', '100', '保険課'),
  department('200', null, '財政部'),
  department('210', '200', '納税課'),
  department('300', null, '教育委員会事務局', 'committee', 'boardOfEducation'),
  department('310', '300', '教育総務課', 'committee', 'boardOfEducation'),
  department('331', '300', '真間小学校', 'school', 'boardOfEducation'),
  department('332', '300', '第一中学校', 'school', 'boardOfEducation'),
  department('400', null, '議会事務局', 'assemblyOffice', 'assembly'),
  department('500', null, '消防局', 'fireHeadquarters'),
  department('510', '500', '東消防署', 'fireStation'),
]

export type CityScope = Exclude<Scope, { kind: 'department' }> | { kind: 'department'; code: string }
export type CityGrant = {
  role: Exclude<Role, 'system'>
  scope: CityScope
  validFrom?: string
  until?: string
}
export type CityPerson = { login: string; grants: readonly CityGrant[] }

const everything: CityScope = { kind: 'everything' }
const schools: CityScope = { kind: 'schools' }
const at = (code: string): CityScope => ({ kind: 'department', code })

/** One person for each of the ten roles; the login is the role's name in lower case. */
const onePerRole: readonly CityGrant[] = [
  { role: 'ciso', scope: everything },
  { role: 'chiefOfficer', scope: everything },
  { role: 'educationChief', scope: schools },
  { role: 'secretariat', scope: everything },
  { role: 'bureauOfficer', scope: at('100') },
  { role: 'assetManager', scope: at('110') },
  { role: 'assetClerk', scope: at('110') },
  { role: 'educationOfficer', scope: schools },
  { role: 'auditor', scope: everything },
  { role: 'portalAdmin', scope: everything },
]
export const loginOf = (role: Role): string => role.toLowerCase()

/** People whose grants are out of the ordinary: several, over an executive body, ending, ended, to come. */
const special: readonly CityPerson[] = [
  {
    login: 'auditor-and-clerk',
    grants: [
      { role: 'auditor', scope: everything },
      { role: 'assetClerk', scope: at('210') },
    ],
  },
  {
    login: 'two-departments',
    grants: [
      { role: 'assetClerk', scope: at('120') },
      { role: 'assetManager', scope: at('210') },
    ],
  },
  {
    login: 'assembly-officer',
    grants: [{ role: 'bureauOfficer', scope: { kind: 'executiveBody', code: 'assembly' } }],
  },
  {
    login: 'board-auditor',
    grants: [{ role: 'auditor', scope: { kind: 'executiveBody', code: 'boardOfEducation' } }],
  },
  { login: 'until-today', grants: [{ role: 'assetClerk', scope: at('110'), until: smallCityToday }] },
  { login: 'until-yesterday', grants: [{ role: 'assetClerk', scope: at('110'), until: '2026-03-09' }] },
  { login: 'until-march', grants: [{ role: 'assetClerk', scope: at('110'), until: '2026-03-31' }] },
  { login: 'from-april', grants: [{ role: 'assetClerk', scope: at('110'), validFrom: '2026-04-01' }] },
  { login: 'ended-early', grants: [{ role: 'assetClerk', scope: at('110') }] },
  { login: 'school-head', grants: [{ role: 'assetManager', scope: at('331') }] },
]

/** Where assets lie. Each of these has a clerk and a manager of its own, `clerk-210` and `manager-210`. */
export const codesWithAssets = ['100', '110', '111', '120', '210', '310', '331', '332', '400', '510'] as const
export const clerkOf = (code: string) => `clerk-${code}`
export const managerOf = (code: string) => `manager-${code}`

export const smallCityPeople: readonly CityPerson[] = [
  ...onePerRole.map((grant) => ({ login: loginOf(grant.role), grants: [grant] })),
  ...special,
  ...codesWithAssets.flatMap((code): CityPerson[] => [
    { login: clerkOf(code), grants: [{ role: 'assetClerk', scope: at(code) }] },
    { login: managerOf(code), grants: [{ role: 'assetManager', scope: at(code) }] },
  ]),
]
