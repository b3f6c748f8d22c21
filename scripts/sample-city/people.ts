import { type Scope } from '@/lib/domain/access'
import { allowedScopes } from '@/lib/domain/granting'
import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { importPeople } from '@/lib/features/people/import-commands'
import { personFileColumns, personFileRow, type PersonLine } from '@/lib/features/people/schema'
import { deriveNewKey } from '@/lib/platform/auth/hashing'
import { accepted, type Actors } from './actors'
import type { SampleOrganization } from './organization-file'
import type { Owner } from './owner'
import { sampleTable } from './sample-files'

/** The people of users.csv as a list read on that day: 年度末 is the end of its fiscal year. */
export async function readUsers(day: string): Promise<PersonLine[]> {
  const row = personFileRow(day)
  return (await sampleTable('users.csv', personFileColumns)).map((cells) => row.parse(cells))
}

/** Who enters and who registers for a department: people of users.csv, else invented ones (`d0310-tanto`). */
export type Responsible = { clerk: string; manager: string }

export function responsibleFor(code: string, users: readonly PersonLine[]): Responsible {
  const login = (role: string) =>
    users.find((user) => user.role === role && user.departmentCode === code)?.loginId
  return {
    clerk: login('assetClerk') ?? `d${code}-tanto`,
    manager: login('assetManager') ?? `d${code}-kacho`,
  }
}

/** The invented people of these departments: named after their post, with a clerk's role until the end of the fiscal year. */
export function inventedPeople(
  codes: readonly string[],
  users: readonly PersonLine[],
  organization: SampleOrganization,
  day: string,
): PersonLine[] {
  return codes.flatMap((code) => {
    const name = organization.departments.find((entry) => entry.code === code)?.name ?? code
    const { clerk, manager } = responsibleFor(code, users)
    const common = { mail: null, departmentCode: code }
    const until = fiscalYearEnd(fiscalYearOf(day))
    const lines: PersonLine[] = [
      { ...common, loginId: clerk, name: `${shortName(name)} 担当`, role: 'assetClerk', until },
      {
        ...common,
        loginId: manager,
        name: `${shortName(name)} ${postOf(name)}`,
        role: 'assetManager',
        until: null,
      },
    ]
    return lines.filter((line) => !users.some((user) => user.loginId === line.loginId))
  })
}

/** 市川市立真間小学校 → 真間小, as the sample people are called. */
function shortName(name: string): string {
  return name.replace(/^市川市立/u, '').replace(/(小|中)学校$/u, '$1')
}

const posts = [
  ['校長', /(学校|学園)$/u],
  ['署長', /署$/u],
  ['所長', /(所|センター)$/u],
  ['局長', /局$/u],
  ['館長', /館$/u],
  ['室長', /室$/u],
] as const

function postOf(name: string): string {
  return posts.find(([, pattern]) => pattern.test(name))?.[0] ?? '課長'
}

/** Brings people and their roles in, as `system` and by the list's own command. */
export async function bringIn(
  actors: Actors,
  lines: readonly PersonLine[],
  departmentIds: ReadonlyMap<string, bigint>,
  validFrom: string,
): Promise<void> {
  const people = lines.map(({ loginId, name, mail }) => ({ loginId, name, mail }))
  const grants = lines.map((line) => ({
    loginId: line.loginId,
    role: line.role,
    scope: scopeOf(line, departmentIds),
    validFrom,
    until: line.until,
  }))
  const actor = await actors.may('system', 'person.manage')
  accepted(
    await importPeople(actor, await actors.may('system', 'grant.manageApprovers'), people, grants),
    'people',
  )
}

function scopeOf(line: PersonLine, departmentIds: ReadonlyMap<string, bigint>): Scope {
  const [kind] = allowedScopes[line.role]
  if (kind === 'everything' || kind === 'schools') return { kind }
  const departmentId = departmentIds.get(line.departmentCode ?? '')
  if (departmentId === undefined)
    throw new Error(`${line.loginId}: no department ${line.departmentCode ?? ''}`)
  return { kind: 'department', departmentId }
}

/** One password for all sample accounts, hashed once; nobody need change it, and only sample data allows that. */
export async function setSamplePasswords(
  owner: Owner,
  logins: readonly string[],
  password: string,
): Promise<void> {
  const { salt, key, memoryKib, passes, lanes } = await deriveNewKey(password)
  await owner.act((client) =>
    client.query(
      `select set_initial_password(id, $1, $2, $3, $4, $5, null) from people where login_id = any ($6::text[]) order by id`,
      [Buffer.from(salt), Buffer.from(key), memoryKib, passes, lanes, logins],
    ),
  )
}
