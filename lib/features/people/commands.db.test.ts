import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countEvents, recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { addPeople, editPerson, endPerson } from './commands'
import { importPeople } from './import-commands'
import { findPerson, listPeople } from './queries'
import { peopleSearchInput } from './search-schema'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const manager = () => city.may('secretariat', 'person.manage')
const search = (given: Record<string, string> = {}) => peopleSearchInput.parse(given)
const fields = {
  name: '髙橋 ①子',
  kana: 'たかはし',
  employeeNumber: null,
  employment: 'regular',
  mail: null,
} as const

describe('people', () => {
  it('are added with an event each', async () => {
    const added = await addPeople(await manager(), [
      { loginId: 'new-1', ...fields },
      { loginId: 'new-2', ...fields },
    ])
    if ('refused' in added) throw new Error(added.refused)
    expect(await recordedOf(city, 'people', added.result.ids.get('new-2')!)).toMatchObject([
      { action: 'person.added', changes: { name: [null, '髙橋 ①子'] } },
    ])
  })

  it('are refused as a whole when one login ID is taken', async () => {
    const before = await countEvents(city)
    const people = [
      { loginId: 'new-3', ...fields },
      { loginId: 'ciso', ...fields },
    ]
    expect(await addPeople(await manager(), people)).toEqual({ refused: 'loginIdTaken' })
    expect(await countEvents(city)).toBe(before)
  })

  it('are shown both values when two people edit one person', async () => {
    const { personId } = await city.viewerOf('clerk-120')
    const edit = { person: personId, version: 1, ...fields }
    expect(await editPerson(await manager(), { ...edit, name: '一人目' })).toHaveProperty('result')
    expect(await editPerson(await manager(), { ...edit, name: '二人目' })).toMatchObject({
      refused: 'stale',
      conflict: [{ field: 'name', theirs: '一人目', yours: '二人目' }],
      values: { version: '2' },
    })
  })

  it('sign in no more once their use has ended; nobody ends their own', async () => {
    const { personId } = await city.viewerOf('clerk-400')
    const actor = await manager()
    const end = { person: personId, version: 1, endedOn: '2026-03-10' }
    expect(await endPerson(actor, end)).toHaveProperty('result')
    await expect(city.viewerOf('clerk-400')).rejects.toThrow('nobody signs in')
    expect(await endPerson(actor, { ...end, person: actor.viewer.personId })).toEqual({
      refused: 'ownAccount',
    })
  })

  it('come in with their roles or not at all', async () => {
    const [actor, granter] = [
      await city.may('system', 'person.manage'),
      await city.may('system', 'grant.manageApprovers'),
    ]
    const grant = {
      loginId: 'new-4',
      role: 'assetClerk',
      scope: { kind: 'everything' },
      validFrom: '2026-03-10',
      until: null,
    } as const
    const before = await countEvents(city)
    expect(await importPeople(actor, granter, [{ loginId: 'new-4', name: '新人' }], [grant])).toEqual({
      refused: 'scopeNotAllowed',
    })
    expect(await countEvents(city)).toBe(before)
    expect(await listPeople(await city.may('auditor', 'person.read'), search({ q: 'new-4' }))).toMatchObject({
      found: 0,
    })
  })
})

describe('the list of people', () => {
  const found = async (given: Record<string, string>) => {
    const { rows } = await listPeople(await city.may('auditor', 'person.read'), search(given))
    return rows.map((row) => row.loginId)
  }

  it('finds by a part of the name in any width', async () => {
    expect(await found({ q: 'ｃｌｅｒｋ－２１０' })).toEqual(['clerk-210'])
    expect(await found({ q: 'たかはし' })).toEqual(expect.arrayContaining(['new-1', 'new-2']))
  })

  it('filters by role, department subtree, roles that end soon and people without one', async () => {
    expect(await found({ role: 'educationOfficer' })).toEqual(['educationofficer'])
    const shimin = { department: String(city.departmentIds.get('100')) }
    expect(await found(shimin)).toEqual(expect.arrayContaining(['clerk-110', 'clerk-111', 'bureauofficer']))
    expect(await found(shimin)).not.toContain('clerk-210')
    expect(await found({ state: 'ending' })).toEqual(['until-march', 'until-today'])
    expect(await found({ state: 'none' })).toEqual(
      expect.arrayContaining(['new-1', 'until-yesterday', 'ended-early']),
    )
  })

  it('hides those who left unless asked, and never shows the system', async () => {
    expect(await found({ q: 'clerk-400' })).toEqual([])
    expect(await found({ q: 'clerk-400', ended: 'on' })).toEqual(['clerk-400'])
    expect(await found({ q: 'system' })).toEqual([])
  })

  it('shows a person with the roles that have ended too', async () => {
    const actor = await city.may('auditor', 'person.read')
    const { personId } = await city.viewerOf('ended-early')
    expect((await findPerson(actor, personId))?.grants).toMatchObject([
      { role: 'assetClerk', endedOn: '2026-03-10' },
    ])
  })
})

describe('the database, asked with raw SQL', () => {
  it('shows a clerk nobody but themselves', async () => {
    const secret = await city.secretOf('clerk-110')
    const { rows } = await rawSql(city.reader, 'select login_id from people', {
      secret,
    })
    expect(rows).toEqual([{ login_id: 'clerk-110' }])
  })

  it('refuses a person written without the permission', async () => {
    const wish = { secret: await city.secretOf('clerk-110'), permission: 'person.manage' }
    const insert = `insert into people (login_id, name) values ('intruder', 'x')`
    await expect(rawSql(city.writer, insert, wish)).rejects.toThrow('row-level security')
  })
})
