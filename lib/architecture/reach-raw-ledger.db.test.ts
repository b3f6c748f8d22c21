import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { addAsset, judge, rawDoor, rename, type RawDoor, type Step } from '@/e2e/support/small-city-raw'
import { smallCityPeople } from '@/lib/testing/small-city'

/* Raw SQL on the serving login against the ledger: nothing beyond what the person may do, whatever it says of itself. */
let city: SmallCity
let raw: RawDoor
let [own, secret, draft, other, otherDraft] = [0n, 0n, 0n, 0n, 0n]
beforeAll(async () => {
  city = await smallCity()
  raw = rawDoor(city)
  ;[own, secret, draft] = [
    raw.numberOf('受付簿110'),
    raw.numberOf('秘密の名簿110'),
    raw.numberOf('下書き110'),
  ]
  ;[other, otherDraft] = [raw.numberOf('受付簿210'), raw.numberOf('下書き210')]
})
afterAll(() => city.end())

const register = `update assets set state = 'active' where number = $1`
/** Every permission that a policy of the ledger names, and one that none does. */
const tried = [
  'asset.edit',
  'proposal.decide',
  'asset.reclassify',
  'asset.dispose',
  'asset.cancel',
  'asset.moveToSuccessor',
  'asset.create',
  'person.manage',
] as const
const outOfPolicy = /row-level security/

test('controls: what a person may do, raw SQL does too', async () => {
  expect(await raw.attempt('assetclerk', 'asset.edit', [rename, draft])).toBe(1)
  expect(await raw.attempt('assetclerk', 'asset.edit', [rename, secret])).toBe(1)
  expect(
    await raw.attempt('assetclerk', 'asset.create', [
      addAsset,
      raw.departmentOf('110'),
      null,
      city.schemes.municipal,
    ]),
  ).toBe(1)
  expect(await raw.attempt('assetclerk', 'asset.edit', [judge, draft, null, null, null])).toBe(1)
})

describe('rows out of reach', () => {
  test.each(smallCityPeople.slice(0, 10).map(({ login }) => login))(
    '%s changes no asset of 納税課 by any permission',
    async (login) => {
      for (const permission of tried)
        for (const sql of [rename, register])
          for (const number of [other, otherDraft]) {
            const touched = await raw.attempt(login, permission, [sql, number]).catch(() => 0)
            expect([permission, sql, touched]).toEqual([permission, sql, 0])
          }
    },
  )
  test('nobody without a session changes or adds anything by any permission', async () => {
    for (const permission of tried) {
      expect(await raw.attempt(null, permission, [rename, own])).toBe(0)
      const added = raw.attempt(null, permission, [
        addAsset,
        raw.departmentOf('110'),
        null,
        city.schemes.municipal,
      ])
      await expect(added).rejects.toThrow()
    }
  })
  test('a clerk adds no asset to another department, existing or not: the answer is the same', async () => {
    for (const department of [raw.departmentOf('210'), 999_999n])
      await expect(
        raw.attempt('assetclerk', 'asset.create', [addAsset, department, null, city.schemes.municipal]),
      ).rejects.toThrow(outOfPolicy)
  })
  test('nobody judges another department’s asset, existing or not: the answer is the same', async () => {
    for (const permission of ['asset.create', 'asset.edit', 'asset.reclassify'] as const)
      for (const number of [other, otherDraft, 999_999n])
        await expect(
          raw.attempt('assetmanager', permission, [judge, number, null, null, null]),
        ).rejects.toThrow(/row-level security|may not be classified now/)
  })
  test('the secretariat cannot touch what is 関係者限り', async () => {
    expect(
      await raw.attempt('secretariat', 'asset.moveToSuccessor', [
        `update assets set remarks = 'x' where number = $1`,
        secret,
      ]),
    ).toBe(0)
  })
})

describe('states and four eyes', () => {
  test('nobody registers, judges, disposes of or merges a registered asset by hand, whoever they are', async () => {
    const disposal = `update assets set state = 'disposed', disposed_on = '2026-03-10', disposed_by = 'x', disposal_method = 'destruction' where number = $1`
    const merge = `update assets set state = 'merged', merged_into = ${draft} where number = $1`
    for (const login of smallCityPeople.slice(0, 10).map((person) => person.login))
      for (const permission of tried) {
        for (const [sql, number] of [
          [register, draft],
          [disposal, own],
          [merge, own],
        ] as const)
          expect([
            login,
            permission,
            await raw.attempt(login, permission, [sql, number]).catch(() => 0),
          ]).toEqual([login, permission, 0])
        await expect(raw.attempt(login, permission, [judge, own, null, null, null])).rejects.toMatchObject({
          code: '42501',
        })
      }
  })
  test('what loosens is proposed, whatever column it is; what tightens is written', async () => {
    for (const sets of [
      `visibility = 'internal'`,
      `disposal_due_on = null`,
      `take_out = 'unrestricted'`,
      `data_subjects = data_subjects - 1`,
      `cloud_service = 'another cloud'`,
    ]) {
      const tighten = `update assets set visibility = 'restricted', disposal_due_on = '2026-03-31', take_out = 'prohibited',
        personal_data = 'sensitive', data_subjects = 100 where number = $1`
      const attempt = raw.attempt(
        'assetclerk',
        'asset.edit',
        [tighten, own],
        [`update assets set ${sets} where number = $1`, own],
      )
      await expect(attempt).rejects.toThrow('what loosens')
    }
  })
  test('who withdraws or moves writes nothing else on the way', async () => {
    const cancel = `update assets set state = 'cancelled' where number = $1`
    expect(await raw.attempt('assetmanager', 'asset.cancel', [cancel, draft])).toBe(1)
    const more = `update assets set state = 'cancelled', name = 'another' where number = $1`
    await expect(raw.attempt('assetmanager', 'asset.cancel', [more, draft])).rejects.toThrow(
      'nothing else is written',
    )
    await expect(raw.attempt('secretariat', 'asset.moveToSuccessor', [rename, own])).rejects.toThrow(
      'nothing else is written',
    )
  })
  test('who submitted, who registered and who wrote last are never told by the statement', async () => {
    const forged = `update assets set submitted_by = 1, registered_by = 1, updated_by = 1, updated_at = '2000-01-01', version = 90 where number = $1`
    const isTrue = `select 1 / (submitted_by <> 1 and registered_by <> 1 and updated_by = viewer_id() and updated_at = app_now() and version < 9)::int
      from assets where number = $1`
    expect(await raw.attempt('assetclerk', 'asset.edit', [forged, own], [isTrue, own])).toBe(1)
  })
  test.each([
    ['a registered asset is not withdrawn', 'asset.cancel', `state = 'cancelled'`],
    ['a registered asset is no draft again', 'asset.edit', `state = 'draft'`],
    ['a number never changes', 'asset.edit', `number = 999999`],
    ['levels change through a classification only', 'asset.edit', `confidentiality = '3A'`],
    ['so does the scheme', 'asset.edit', `scheme_id = scheme_id + 1`],
    [
      'and which classification is the current one',
      'asset.edit',
      `classification_id = classification_id - 1`,
    ],
    ['a department changes through a move only', 'asset.edit', `department_id = department_id + 1`],
    ['the zone of a registered asset is proposed', 'asset.edit', `zone_code = 'internet'`],
  ] as const)('%s', async (_name, permission, sets) => {
    const attempt = raw.attempt('assetmanager', permission, [
      `update assets set ${sets} where number = $1`,
      own,
    ])
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
  test('an asset goes to a recorded successor only, and what has ended rests', async () => {
    const move = `update assets set department_id = $2 where number = $1`
    const to = (code: string) =>
      raw.attempt('secretariat', 'asset.moveToSuccessor', [move, own, raw.departmentOf(code)])
    await expect(to('210')).rejects.toThrow('successor only')
    const succession = `insert into department_successions (effective_on, kind, from_id, to_id) values ('2026-03-01', 'merge', $1, $2)`
    const recorded: Step = [succession, raw.departmentOf('110'), raw.departmentOf('210')]
    const asMover = `select set_config('app.permission', 'asset.moveToSuccessor', true)`
    expect(
      await raw.attempt('secretariat', 'organization.manage', recorded, asMover, [
        move,
        own,
        raw.departmentOf('210'),
      ]),
    ).toBe(1)
    const all = 'select move_to_successor($1, $2, null)'
    const moveAll: Step = [all, raw.departmentOf('110'), raw.departmentOf('210')]
    expect(await raw.attempt('secretariat', 'organization.manage', recorded, asMover, moveAll)).toBe(3)
    await expect(raw.attempt('secretariat', 'asset.moveToSuccessor', moveAll)).rejects.toThrow(
      'successor only',
    )
    for (const login of ['assetmanager', 'ciso', null])
      await expect(raw.attempt(login, 'asset.moveToSuccessor', moveAll)).rejects.toMatchObject({
        code: '42501',
      })
    const end = [`update assets set state = 'cancelled' where number = $1`, draft] satisfies Step
    const edit = `select set_config('app.permission', 'asset.edit', true)`
    await expect(raw.attempt('assetmanager', 'asset.cancel', end, edit, [rename, draft])).rejects.toThrow(
      'has ended',
    )
  })
})
