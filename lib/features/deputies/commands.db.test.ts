import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countEvents, recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import type { DeputyObjection } from '@/lib/domain/deputy-answers'
import { addDays } from '@/lib/domain/calendar'
import { giveGrants } from '@/lib/features/grants/commands'
import { smallCityToday as today } from '@/lib/testing/small-city'
import { endDeputy, nameDeputy, type DeputyNamer } from './commands'
import { showDeputies } from './queries'
import type { NewDeputy } from './schema'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const idOf = async (login: string) => (await city.viewerOf(login)).personId
const postOf = async (login: string) => (await city.viewerOf(login)).grants[0]?.id ?? 0n
const ofHead = (login: string) => city.may(login, 'deputy.name')
const ofChief = () => city.may('chiefofficer', 'grant.manageApprovers')

async function wish(
  head: string,
  deputy: string | null,
  changed: Partial<NewDeputy> = {},
): Promise<NewDeputy> {
  const deputyId = deputy === null ? null : await idOf(deputy)
  const period = { validFrom: null, until: addDays(today, 10), reason: '出張のため' }
  return { postId: await postOf(head), deputyId, ...period, ...changed }
}
async function name(actor: DeputyNamer, wanted: NewDeputy) {
  const outcome = await nameDeputy(actor, wanted)
  if (!('result' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const pageOf = async (login: string) => showDeputies(await city.may(login, 'self.manage'))

beforeEach(async () => {
  const chief = await ofChief()
  for (const { id, version, mayEnd } of (await pageOf('chiefofficer')).deputies)
    if (mayEnd) await endDeputy(chief, { id: BigInt(id), version })
})

describe('naming a deputy', () => {
  test('a head names their own; the deputy holds the post, the trail says who named whom', async () => {
    const id = await name(await ofHead('manager-110'), await wish('manager-110', 'manager-120'))
    const deputy = await city.viewerOf('manager-120')
    expect(deputy.grants.map(({ deputyForName }) => deputyForName)).toEqual([null, 'manager-110さん'])
    expect(await recordedOf(city, 'deputies', id)).toMatchObject([
      { action: 'deputy.named', changes: { named_by: [null, Number(await idOf('manager-110'))] } },
    ])
  })

  test('an absence without a deputy is kept too, and shown', async () => {
    await name(await ofHead('manager-110'), await wish('manager-110', null))
    expect((await pageOf('manager-110')).deputies[0]).toMatchObject({
      deputy: null,
      state: 'current',
      isOwn: true,
      mayEnd: true,
    })
  })

  test.each<[string, string, string | null, Partial<NewDeputy>, DeputyObjection]>([
    ['somebody of another bureau', 'manager-110', 'manager-210', {}, 'cannotStandIn'],
    ['somebody who neither edits nor decides', 'manager-110', 'auditor', {}, 'cannotStandIn'],
    ['themselves', 'manager-110', 'manager-110', {}, 'samePerson'],
  ])('a head cannot choose %s', async (_, head, deputy, changed, because) => {
    const [actor, wanted] = [await ofHead(head), await wish(head, deputy, changed)]
    const before = await countEvents(city)
    expect(await nameDeputy(actor, wanted)).toEqual({
      refused: because,
    })
    expect(await countEvents(city)).toBe(before)
  })

  test('a head cannot name one for the post of another', async () => {
    expect(await nameDeputy(await ofHead('manager-110'), await wish('manager-120', 'clerk-110'))).toEqual({
      refused: 'notYours',
    })
  })

  test('the chief officer names anybody for anybody, but never themselves', async () => {
    const chief = await ofChief()
    expect(await nameDeputy(chief, await wish('manager-110', 'chiefofficer'))).toEqual({
      refused: 'ownFavour',
    })
    await name(chief, await wish('manager-110', 'manager-210'))
    expect((await city.viewerOf('manager-210')).grants.at(-1)?.deputyForName).toBe('manager-110さん')
  })

  test('whoever is the only clerk of the department is named, with a warning; a second clerk or a head is none', async () => {
    const head = await ofHead('manager-111')
    const warned = async (deputy: string) => {
      const outcome = await nameDeputy(head, await wish('manager-111', deputy))
      if (!('result' in outcome)) throw new Error(JSON.stringify(outcome))
      await endDeputy(head, { id: outcome.result.id, version: 1 })
      return outcome.result.isOnlyClerk
    }
    expect(await warned('clerk-111')).toBe(true)
    expect(await warned('manager-110')).toBe(false)
    const given = await giveGrants(await city.may('secretariat', 'grant.manageClerks'), [
      {
        personId: await idOf('clerk-120'),
        role: 'assetClerk',
        scope: { kind: 'department', departmentId: city.departmentIds.get('111') ?? 0n },
        validFrom: today,
        until: null,
      },
    ])
    expect(given).not.toHaveProperty('refused')
    expect(await warned('clerk-111')).toBe(false)
  })

  test('two periods of one post never overlap; one ended early makes room', async () => {
    const head = await ofHead('manager-110')
    const id = await name(head, await wish('manager-110', 'clerk-110'))
    const later = await wish('manager-110', 'manager-120', {
      validFrom: addDays(today, 10),
      until: addDays(today, 20),
    })
    expect(await nameDeputy(head, later)).toEqual({ refused: 'overlaps' })
    await endDeputy(head, { id, version: 1 })
    await name(head, later)
  })

  test('of two who name somebody for one post at once, one is told that it overlaps', async () => {
    const wanted = await wish('manager-110', 'clerk-110')
    const both = await Promise.all([
      nameDeputy(await ofHead('manager-110'), wanted),
      nameDeputy(await ofChief(), wanted),
    ])
    expect(both.filter((outcome) => 'result' in outcome)).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'overlaps' })
  })

  test('a day that is past, turned around or too far is said at its field', async () => {
    const head = await ofHead('manager-110')
    const at = async (changed: Partial<NewDeputy>) =>
      nameDeputy(head, await wish('manager-110', 'clerk-110', changed))
    expect(await at({ validFrom: addDays(today, -1) })).toHaveProperty('invalid.validFrom')
    expect(await at({ until: addDays(today, -1) })).toHaveProperty('invalid.until')
    expect(await at({ until: addDays(today, 367) })).toHaveProperty('invalid.until')
  })

  test('the database itself refuses a second one of the same period, and one for the past', async () => {
    const post = await postOf('manager-110')
    await name(await ofHead('manager-110'), await wish('manager-110', 'clerk-110'))
    const secret = await city.secretOf('manager-110')
    for (const [first, because] of [
      [today, 'overlaps'],
      [addDays(today, -1), 'periodUnfit'],
    ] as const) {
      const client = await city.writer.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('app.session', $1, true), set_config('app.permission', 'deputy.name', true), set_config('app.now', $2, true)`,
          [secret, `${today}T10:00:00+09:00`],
        )
        await expect(
          client.query(
            `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
             values ($1, null, $2, $3, $4, 'x', 1)`,
            [String(await idOf('manager-110')), String(post), first, addDays(today, 5)],
          ),
        ).rejects.toThrow(because)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })
})

describe('ending', () => {
  test('counts from the same day, once; the deputy holds the post no more', async () => {
    const head = await ofHead('manager-110')
    const id = await name(head, await wish('manager-110', 'manager-120'))
    expect(await endDeputy(head, { id, version: 1 })).toHaveProperty('result')
    expect((await city.viewerOf('manager-120')).grants).toHaveLength(1)
    expect(await endDeputy(head, { id, version: 2 })).toEqual({ refused: 'stale' })
  })

  test('is for the principal and the chief officer, not for the deputy or for another head', async () => {
    const id = await name(await ofHead('manager-110'), await wish('manager-110', 'manager-120'))
    for (const login of ['manager-120', 'manager-210'])
      expect(await endDeputy(await ofHead(login), { id, version: 1 })).toEqual({ refused: 'notFound' })
    expect(await endDeputy(await ofChief(), { id, version: 1 })).toHaveProperty('result')
  })
})

describe('the page', () => {
  test('offers a head their own post and people of the bureau, a chief everybody, a clerk nothing', async () => {
    const ofHead110 = await pageOf('manager-110')
    expect(ofHead110.posts.map(({ label }) => label)).toEqual(['manager-110さん'])
    const names = ofHead110.people.map(({ label }) => label)
    expect(names).toEqual(expect.arrayContaining(['clerk-110さん', 'manager-120さん', 'bureauofficerさん']))
    for (const stranger of ['manager-210さん', 'auditorさん', 'manager-110さん'])
      expect(names).not.toContain(stranger)
    const ofTheChief = await pageOf('chiefofficer')
    expect(ofTheChief.posts.length).toBeGreaterThan(10)
    expect(ofTheChief.people.map(({ label }) => label)).toContain('manager-210さん')
    expect(await pageOf('clerk-210')).toMatchObject({ posts: [], people: [], deputies: [] })
  })

  test('shows a deputyship to its two people and to whoever may read people, what is to come as such', async () => {
    const from = addDays(today, 3)
    await name(await ofHead('manager-110'), await wish('manager-110', 'clerk-110', { validFrom: from }))
    for (const [login, seen] of [
      ['manager-110', 1],
      ['clerk-110', 1],
      ['secretariat', 1],
      ['manager-120', 0],
    ] as const)
      expect((await pageOf(login)).deputies.filter(({ state }) => state === 'coming')).toHaveLength(seen)
    expect((await city.viewerOf('clerk-110')).grants).toHaveLength(1)
  })
})
