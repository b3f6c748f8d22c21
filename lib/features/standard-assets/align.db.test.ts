import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCity, sampleFile, type ImportCity } from '@/e2e/support/import-city'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { alignToStandard } from './align-commands'
import { findSchool, mayImportFor } from './school-queries'

/* 真間小学校 (7002) has what the standard ledger said; then the standard ledger changes. */
const school = '7002'
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
  const id = await city.bring('kyoiku-kacho', 'ledger-schools.xlsx', await sampleFile('ledger-schools.xlsx'))
  await city.commit('kyoiku-kacho', id)
  // As if every head had approved; approving is proposals' affair.
  await withoutRules(
    ['proposal_items', 'assets'],
    [`update proposal_items set state = 'closed'`, `update assets set state = 'active'`],
  )
}, 180_000)
afterAll(() => city.end())

async function withoutRules(tables: readonly string[], statements: readonly string[]) {
  for (const table of tables) await city.ask(`alter table ${table} disable trigger user`)
  for (const statement of statements) await city.ask(statement)
  for (const table of tables) await city.ask(`alter table ${table} enable trigger user`)
}
const differing = async (login: string) => {
  const found = await findSchool(await city.may(login, 'standardLedger.read'), school)
  return (found?.assets ?? []).filter(({ fields }) => fields.length > 0)
}
/** Presses 標準に合わせる for these, and has the file read. */
async function align(login: string, numbers: readonly string[]) {
  const wish = { school, asset: numbers.map(BigInt) }
  const outcome = await alignToStandard(await city.may(login, 'asset.import'), wish)
  if ('refused' in outcome) return outcome
  await city.run(readImports)
  return outcome.result
}

describe('標準に合わせる', () => {
  let wanted: { number: string; name: string }
  beforeAll(async () => {
    const before = await differing('mama-tanto')
    const [row] = await city.ask<{ id: string; number: string; name: string }>(
      `select s.id::text, a.number::text, a.name from standard_assets s join assets a on a.name = s.name
       join departments d on d.id = a.department_id where d.code = $1 and a.importance = 'II' and a.zone_cell <> 'notApplicable'
         and not a.number::text = any ($2) order by a.number limit 1`,
      [school, before.map(({ number }) => number)],
    )
    if (!row) throw new Error('no such row')
    wanted = row
    await withoutRules(
      ['standard_assets'],
      [
        `update standard_assets set importance = 'I', retention = '30年', storage_location = '=耐火書庫' where id = ${row.id}`,
      ],
    )
  })

  test('changes nothing but what differs: retention at once, the level by the school’s head', async () => {
    const asset = (await differing('mama-tanto')).find(({ number }) => number === wanted.number)
    expect(asset?.fields).toEqual(expect.arrayContaining(['importance', 'retention', 'storageLocation']))
    const { id } = accepted({ result: await align('mama-tanto', [wanted.number]) }, 'aligned') as {
      id: bigint
    }
    const rows = await city.rowsOf(id)
    expect(rows.map(({ kind, problems }) => [kind, problems])).toEqual([['changed', []]])
    expect(Object.keys(rows[0]?.changes ?? {}).sort()).toEqual([
      'importance',
      'retention',
      'storage_location',
    ])
    expect(rows[0]?.changes).toMatchObject({
      importance: ['II', 'I'],
      retention: [expect.anything(), '30年'],
      storage_location: [expect.anything(), '=耐火書庫'],
    })
    expect(await city.commit('mama-tanto', id)).toMatchObject({ state: 'done' })
    const [now] = await city.ask(
      'select importance, retention, storage_location as place from assets where number = $1',
      [wanted.number],
    )
    expect(now).toEqual({ importance: 'II', retention: '30年', place: '=耐火書庫' })
    expect(
      await city.ask(
        `select i.kind, i.judgement ->> 'importance' as level, i.judgement ->> 'reason' as reason from proposal_items i
         join proposals p on p.id = i.proposal_id where p.import_id = $1`,
        [id],
      ),
    ).toEqual([{ kind: 'reclassification', level: 'I', reason: '標準台帳の重要性分類による' }])
  })

  test('nothing that is already so, of another school, or out of reach is taken', async () => {
    const [other] = await city.ask<{ number: string }>(
      `select a.number::text from assets a join departments d on d.id = a.department_id where d.code = '7001' limit 1`,
    )
    expect(await align('mama-tanto', [other?.number ?? '0'])).toEqual({ refused: 'nothingDiffers' })
    expect(await align('shimin-tanto', [wanted.number])).toEqual({ refused: 'nothingDiffers' })
    const may = async (login: string, code: string) =>
      mayImportFor(await city.may(login, 'standardLedger.read'), code)
    expect([await may('kyoiku-kacho', school), await may('mama-tanto', school)]).toEqual([true, true])
    expect([await may('mama-tanto', '7001'), await may('shimin-tanto', school)]).toEqual([false, false])
  })

  test('the education officer does it for a school too, and every row that differs then is the standard’s', async () => {
    const all = (await differing('kyoiku-kacho')).filter(({ number }) => number !== wanted.number)
    const [mine] = await city.ask<{ id: string; number: string }>(
      `select s.id::text, a.number::text from standard_assets s join assets a on a.name = s.name join departments d on d.id = a.department_id
       where d.code = $1 and a.number <> $2 order by a.number desc limit 1`,
      [school, wanted.number],
    )
    await withoutRules(
      ['standard_assets'],
      [`update standard_assets set retention = '7年' where id = ${mine?.id ?? '0'}`],
    )
    const numbers = [...new Set([...all.map(({ number }) => number), mine?.number ?? ''])]
    const { id } = (await align('kyoiku-kacho', numbers)) as { id: bigint }
    expect((await city.rowsOf(id)).every(({ kind }) => kind === 'changed')).toBe(true)
    await city.commit('kyoiku-kacho', id)
    expect((await differing('kyoiku-kacho')).map(({ number }) => number)).not.toContain(mine?.number)
  })
})
