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
  'asset.register',
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
  expect(await raw.attempt('assetmanager', 'asset.register', [register, draft])).toBe(1)
  expect(
    await raw.attempt('assetclerk', 'asset.create', [
      addAsset,
      raw.departmentOf('110'),
      null,
      city.schemes.municipal,
    ]),
  ).toBe(1)
  expect(await raw.attempt('assetmanager', 'asset.reclassify', [judge, own, null, null, null])).toBe(1)
})

describe('rows out of reach', () => {
  test.each(smallCityPeople.slice(0, 10).map(({ login }) => login))(
    '%s changes no asset of 納税課 by any permission, but the chief officer, who registers its draft',
    async (login) => {
      for (const permission of tried)
        for (const sql of [rename, register])
          for (const number of [other, otherDraft]) {
            const mayRegister =
              login === 'chiefofficer' &&
              permission === 'asset.register' &&
              sql === register &&
              number === otherDraft
            const touched = await raw.attempt(login, permission, [sql, number]).catch(() => 0)
            expect([permission, sql, touched]).toEqual([permission, sql, mayRegister ? 1 : 0])
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
  test('a clerk registers nothing', async () => {
    expect(await raw.attempt('assetclerk', 'asset.register', [register, draft])).toBe(0)
    await expect(raw.attempt('assetclerk', 'asset.edit', [register, draft])).rejects.toThrow('asset.register')
  })
  test('a manager does not register an own draft while somebody else may', async () => {
    const add = `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on)
      values (1, 'mine', 'information', $1, $2, 'municipal', '2026-03-01')`
    const attempt = raw.attempt(
      'assetmanager',
      'asset.create',
      [add, raw.departmentOf('110'), city.schemes.municipal],
      `select set_config('app.permission', 'asset.register', true)`,
      `update assets set state = 'active' where name = 'mine'`,
    )
    await expect(attempt).rejects.toThrow('nobody registers what they submitted')
  })
  test('nor a draft of the clerk’s that the manager edited or judged on the way', async () => {
    const switchTo = `select set_config('app.permission', 'asset.register', true)`
    for (const [permission, ...step] of [
      ['asset.edit', rename, draft],
      ['asset.edit', judge, draft, null, null, null],
      ['asset.create', judge, draft, null, null, null],
    ] as const)
      await expect(
        raw.attempt('assetmanager', permission, [...step], switchTo, [register, draft]),
      ).rejects.toThrow('nobody registers what they submitted')
  })
  test('who registers, withdraws, disposes or moves writes nothing else on the way', async () => {
    const more = (sets: string) => `update assets set ${sets}, name = 'another' where number = $1`
    const disposal = `state = 'disposed', disposed_on = '2026-03-10', disposed_by = 'x', disposal_method = 'destruction'`
    for (const [permission, sets, number] of [
      ['asset.register', `state = 'active'`, draft],
      ['asset.cancel', `state = 'cancelled'`, draft],
      ['asset.dispose', disposal, own],
    ] as const) {
      expect(
        await raw.attempt('assetmanager', permission, [
          `update assets set ${sets} where number = $1`,
          number,
        ]),
      ).toBe(1)
      await expect(raw.attempt('assetmanager', permission, [more(sets), number])).rejects.toThrow(
        'nothing else is written',
      )
    }
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
    [
      'a draft is not disposed of',
      'asset.dispose',
      `state = 'disposed', disposed_on = '2026-03-10', disposed_by = 'x', disposal_method = 'x'`,
      'draft',
    ],
    ['a registered asset is not withdrawn', 'asset.cancel', `state = 'cancelled'`, 'own'],
    ['a registered asset is no draft again', 'asset.edit', `state = 'draft'`, 'own'],
    ['a number never changes', 'asset.edit', `number = 999999`, 'own'],
    ['levels change through a classification only', 'asset.reclassify', `confidentiality = '3A'`, 'own'],
    ['so does the scheme', 'asset.reclassify', `scheme_id = scheme_id + 1`, 'own'],
    [
      'and which classification is the current one',
      'asset.reclassify',
      `classification_id = classification_id - 1`,
      'own',
    ],
    ['a department changes through a move only', 'asset.edit', `department_id = department_id + 1`, 'own'],
    ['the zone of a registered asset needs asset.reclassify', 'asset.edit', `zone_code = 'internet'`, 'own'],
  ] as const)('%s', async (_name, permission, sets, which) => {
    const attempt = raw.attempt('assetmanager', permission, [
      `update assets set ${sets} where number = $1`,
      which === 'own' ? own : draft,
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
