import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countEvents, recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import type { Role, Scope } from '@/lib/domain/access'
import { Forbidden } from '@/lib/platform/authorize'
import { endGrants, giveGrants, renewGrants } from './commands'
import { listEndingGrants } from './queries'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

async function personId(login: string): Promise<bigint> {
  return (await city.viewerOf(login)).personId
}

async function aGrant(login: string, role: Role, scope: Scope = { kind: 'everything' }) {
  return { personId: await personId(login), role, scope, validFrom: '2026-03-10', until: '2026-03-31' }
}

const department = (code: string): Scope => ({
  kind: 'department',
  departmentId: city.departmentIds.get(code) ?? 0n,
})

describe('giving a role', () => {
  it('leaves the grant, its giver and an event', async () => {
    const actor = await city.may('secretariat', 'grant.manageClerks')
    const given = await giveGrants(actor, [await aGrant('clerk-110', 'assetClerk', department('120'))])
    if ('refused' in given) throw new Error(given.refused)
    const [id] = given.result.ids
    expect(await recordedOf(city, 'grants', id!)).toMatchObject([
      {
        action: 'grant.given',
        changes: { role: [null, 'assetClerk'], granted_by: [null, Number(actor.viewer.personId)] },
      },
    ])
  })

  it('is refused for a role of approvers to whoever manages clerks only, and writes nothing', async () => {
    const before = await countEvents(city)
    const actor = await city.may('secretariat', 'grant.manageClerks')
    expect(await giveGrants(actor, [await aGrant('clerk-110', 'assetManager', department('120'))])).toEqual({
      refused: 'roleNotGrantable',
    })
    expect(await countEvents(city)).toBe(before)
  })

  it('is refused to oneself, also to the CISO', async () => {
    const actor = await city.may('ciso', 'grant.manageApprovers')
    expect(await giveGrants(actor, [await aGrant('ciso', 'auditor')])).toEqual({ refused: 'ownGrant' })
  })

  it('is refused over a scope that the role never has, twice over, and backwards in time', async () => {
    const actor = await city.may('ciso', 'grant.manageApprovers')
    const clerk = await aGrant('clerk-110', 'assetClerk')
    const same = await aGrant('clerk-110', 'assetClerk', department('110'))
    expect(await giveGrants(actor, [clerk])).toEqual({ refused: 'scopeNotAllowed' })
    expect(await giveGrants(actor, [same])).toEqual({ refused: 'alreadyHeld' })
    expect(await giveGrants(actor, [{ ...same, until: '2026-03-09' }])).toEqual({ refused: 'periodReversed' })
  })

  it('needs a permission that a clerk has not', async () => {
    await expect(city.may('clerk-110', 'grant.manageClerks')).rejects.toThrow(Forbidden)
  })
})

describe('the database, asked with raw SQL', () => {
  const insert = `insert into grants (person_id, role, scope_kind, valid_from) values ($1, $2, 'everything', '2026-03-10')`

  it.each([
    ['a role to oneself', 'ciso', 'grant.manageApprovers', 'ciso', 'auditor', 'nobody grants to themselves'],
    [
      'an approver role by a manager of clerks',
      'secretariat',
      'grant.manageClerks',
      'clerk-110',
      'auditor',
      'needs grant.manageApprovers',
    ],
    [
      'an approver role under a permission not held',
      'secretariat',
      'grant.manageApprovers',
      'clerk-110',
      'auditor',
      'row-level security',
    ],
    [
      'the role of the system',
      'ciso',
      'grant.manageApprovers',
      'clerk-110',
      'system',
      'system is not granted',
    ],
    [
      'a role by whoever resets passwords',
      'portaladmin',
      'account.reset',
      'clerk-110',
      'auditor',
      'needs grant.manageApprovers',
    ],
  ])('refuses %s', async (_what, login, permission, to, role, because) => {
    const wish = {
      secret: await city.secretOf(login),
      permission,
      values: [(await personId(to)).toString(), role],
    }
    await expect(rawSql(city.writer, insert, wish)).rejects.toThrow(because)
  })

  it('lets a renewal change nothing but the last day', async () => {
    const wish = { secret: await city.secretOf('ciso'), permission: 'grant.manageApprovers' }
    const rewrite = `update grants set role = 'assetManager' where role = 'assetClerk' and person_id <> viewer_id()`
    await expect(rawSql(city.writer, rewrite, wish)).rejects.toThrow('ended and given anew')
  })
})

describe('the renewal for the new fiscal year', () => {
  it('moves the last day of many roles at once, an event each', async () => {
    const actor = await city.may('secretariat', 'grant.manageClerks')
    const ending = await listEndingGrants(actor, '2026-03-31')
    expect(ending.map((grant) => grant.loginId)).toEqual(
      expect.arrayContaining(['until-march', 'until-today']),
    )
    expect(ending.map((grant) => grant.loginId)).not.toContain('until-yesterday')
    expect(await renewGrants(actor, ending, '2027-03-31')).toHaveProperty('result')
    expect(await recordedOf(city, 'grants', ending[0]!.id)).toMatchObject([
      { action: 'grant.given' },
      { action: 'grant.renewed', changes: { until: [ending[0]!.until, '2027-03-31'] } },
    ])
  })

  it('is refused for a role seen in an earlier version, and then none is renewed', async () => {
    const actor = await city.may('secretariat', 'grant.manageClerks')
    const [first, second] = await listEndingGrants(actor, '2027-03-31')
    const seen = [first!, { ...second!, version: second!.version - 1 }]
    expect(await renewGrants(actor, seen, '2028-03-31')).toEqual({ refused: 'stale' })
    expect(await listEndingGrants(actor, '2027-03-31')).toContainEqual(first)
  })

  it('is refused for a last day that is past', async () => {
    const actor = await city.may('secretariat', 'grant.manageClerks')
    expect(await renewGrants(actor, [{ id: 1n, version: 1 }], '2026-03-09')).toEqual({
      refused: 'periodReversed',
    })
  })
})

describe('ending a role', () => {
  it('counts from today, once', async () => {
    const [held] = (await city.viewerOf('clerk-510')).grants
    const actor = await city.may('secretariat', 'grant.manageClerks')
    expect(await endGrants(actor, [{ id: held!.id, version: 1 }])).toHaveProperty('result')
    expect((await city.viewerOf('clerk-510')).grants).toEqual([])
    expect(await endGrants(actor, [{ id: held!.id, version: 2 }])).toEqual({ refused: 'alreadyEnded' })
  })

  it('is refused for a role of approvers to whoever manages clerks only', async () => {
    const [held] = (await city.viewerOf('manager-510')).grants
    const actor = await city.may('secretariat', 'grant.manageClerks')
    expect(await endGrants(actor, [{ id: held!.id, version: 1 }])).toEqual({ refused: 'roleNotGrantable' })
  })
})
