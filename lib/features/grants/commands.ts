import 'server-only'
import { type Permission, type Role } from '@/lib/domain/access'
import { allowedScopes, mayGrantTo, type GrantRefusal } from '@/lib/domain/granting'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome, type Refusal } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate } from '@/lib/platform/day'
import type { NewGrant, SeenGrant } from './schema'

export type GrantManager = May<'grant.manageClerks'> | May<'grant.manageApprovers'>
export type GiveRefusal = GrantRefusal | 'unknownPerson' | 'alreadyHeld' | 'periodReversed'
export type ChangeGrantRefusal = GrantRefusal | 'notFound' | 'stale' | 'alreadyEnded' | 'periodReversed'

/** Gives roles; approver roles need the wider permission, and nobody gives one to themselves (decision 7). */
export async function giveGrants(
  actor: GrantManager,
  grants: readonly NewGrant[],
): Promise<Outcome<{ ids: bigint[] }, GiveRefusal>> {
  return change(
    actor,
    async (db) => {
      const given = await insertGrants(db, actor, grants)
      if ('refused' in given) return given
      const [first, ...others] = given.events
      if (!first) return { refused: 'unknownPerson' }
      return { result: { ids: given.ids }, events: [first, ...others] }
    },
    atLength,
  )
}

/** The same inside a wider change, e.g. a list of people. */
export async function insertGrants(
  db: WriteDb,
  actor: GrantManager,
  grants: readonly NewGrant[],
): Promise<{ ids: bigint[]; events: AuditEvent[] } | Refusal<GiveRefusal>> {
  for (const grant of grants) {
    const verdict = verdictOn(actor, grant.personId, grant.role, grant.scope.kind)
    if (verdict !== 'ok') return { refused: verdict }
    if (grant.until !== null && grant.until < grant.validFrom) return { refused: 'periodReversed' }
  }
  const personIds = [...new Set(grants.map((grant) => grant.personId))]
  const known = await db.person.count({
    where: { id: { in: personIds }, employment: { not: 'system' }, endedOn: null },
  })
  if (known < personIds.length) return { refused: 'unknownPerson' }
  const data = grants.map(rowOf)
  const held = await db.grant.findMany({
    where: { personId: { in: personIds }, endedOn: null },
    select: { personId: true, role: true, departmentId: true, executiveBodyCode: true, until: true },
  })
  const isHeld = (row: (typeof data)[number]) =>
    held.some(
      (grant) =>
        grant.personId === row.personId &&
        grant.role === row.role &&
        grant.departmentId === row.departmentId &&
        grant.executiveBodyCode === row.executiveBodyCode &&
        (grant.until === null || grant.until >= row.validFrom),
    )
  if (data.some(isHeld)) return { refused: 'alreadyHeld' }
  const rows = await db.grant.createManyAndReturn({ data, select: { id: true } })
  return { ids: rows.map(({ id }) => id), events: rows.map(({ id }) => about('grant.given', id)) }
}

/** Ends roles from today on. */
export async function endGrants(
  actor: GrantManager,
  seen: readonly SeenGrant[],
): Promise<Outcome<{ ids: bigint[] }, ChangeGrantRefusal>> {
  const today = asDate(actor.viewer.today)
  return changeGrants(actor, seen, 'grant.ended', (db, ids) =>
    db.grant.updateMany({ where: { id: { in: ids } }, data: { endedOn: today } }),
  )
}

/** Moves the last day of roles, e.g. to the end of the next fiscal year. Nothing else of a grant ever changes. */
export async function renewGrants(
  actor: GrantManager,
  seen: readonly SeenGrant[],
  until: string,
): Promise<Outcome<{ ids: bigint[] }, ChangeGrantRefusal>> {
  if (until < actor.viewer.today) return { refused: 'periodReversed' }
  return changeGrants(actor, seen, 'grant.renewed', (db, ids) =>
    db.grant.updateMany({ where: { id: { in: ids } }, data: { until: asDate(until) } }),
  )
}

async function changeGrants(
  actor: GrantManager,
  seen: readonly SeenGrant[],
  action: 'grant.ended' | 'grant.renewed',
  write: (db: WriteDb, ids: bigint[]) => Promise<{ count: number }>,
): Promise<Outcome<{ ids: bigint[] }, ChangeGrantRefusal>> {
  const ids = seen.map(({ id }) => id)
  return change(
    actor,
    async (db) => {
      await db.$queryRaw`select id from grants where id = any (${ids}::bigint[]) for update`
      const found = await db.grant.findMany({
        where: { id: { in: ids } },
        select: { id: true, version: true, personId: true, role: true, endedOn: true },
      })
      for (const { id, version } of seen) {
        const grant = found.find((each) => each.id === id)
        if (!grant) return { refused: 'notFound' }
        if (grant.version !== version) return { refused: 'stale' }
        if (grant.endedOn) return { refused: 'alreadyEnded' }
        const role = grant.role as Role
        const verdict = verdictOn(actor, grant.personId, role, allowedScopes[role][0])
        if (verdict !== 'ok') return { refused: verdict }
      }
      const { count } = await write(db, ids)
      const [first, ...others] = ids.map((id) => about(action, id))
      if (!first || count !== ids.length) return { refused: 'notFound' }
      return { result: { ids }, events: [first, ...others] }
    },
    atLength,
  )
}

function verdictOn(actor: GrantManager, personId: bigint, role: Role, scope: NewGrant['scope']['kind']) {
  // Who may give every role may give that of a clerk too (guard_grant says the same).
  const granterPermissions: Permission[] = [actor.permission, 'grant.manageClerks']
  return mayGrantTo({ granterId: actor.viewer.personId, personId, granterPermissions, role, scope })
}

function rowOf({ personId, role, scope, validFrom, until }: NewGrant) {
  return {
    personId,
    role,
    scopeKind: scope.kind,
    departmentId: scope.kind === 'department' ? scope.departmentId : null,
    executiveBodyCode: scope.kind === 'executiveBody' ? scope.code : null,
    validFrom: asDate(validFrom),
    until: until === null ? null : asDate(until),
  }
}

function about(action: string, subjectId: bigint): AuditEvent {
  return { action, subjectType: 'grants', subjectId }
}
