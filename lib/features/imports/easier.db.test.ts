import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCity, sampleFile, type ImportCity } from '@/e2e/support/import-city'
import { csvOf } from '@/e2e/support/import-files'
import { accepted } from '@/scripts/sample-city/actors'
import { actOn } from './act-commands'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { markFile } from './marked-queries'
import { keepFile } from './upload-commands'

/* Two departments of the sample city are called 市民課: 市民部's (0610) and 行徳支所's (1620). */
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
}, 180_000)
afterAll(() => city.end())

const head = ['情報資産名', '所管課', '機密性', '完全性', '可用性', 'しまってある所']
const file = (department: string, ...names: string[]) =>
  csvOf([head, ...names.map((name) => [name, department, '3C', '1', '1', '北の書庫'])])
const codeOf = async (id: bigint) =>
  (
    await city.ask(
      'select d.code from import_rows r join departments d on d.id = r.department_id where r.import_id = $1',
      [id],
    )
  ).map(({ code }) => code)

describe('a name that two departments bear', () => {
  test('is the one that the importer may bring in, and says so', async () => {
    const id = await city.bring('shimin-tanto', '台帳.csv', file('市民課', '受付簿'))
    const [row] = await city.rowsOf(id)
    expect([row?.kind, row?.problems]).toEqual(['new', []])
    expect(row?.notices.map(({ code, args }) => [code, args])).toContainEqual([
      'withinReach',
      ['市民課', '2', '市民部 市民課'],
    ])
    expect(await codeOf(id)).toEqual(['0610'])
  })

  test('with its bureau it is that one, whatever the importer may', async () => {
    const id = await city.bring('shimin-tanto', '台帳.csv', file('行徳支所市民課', '受付簿'))
    expect((await city.rowsOf(id))[0]?.problems.map(({ code }) => code)).toEqual(['notYours'])
  })

  test('is asked once of somebody who may bring in both, and all its rows follow the answer', async () => {
    const id = await city.bring('jimukyoku', '台帳.csv', file('市民課', '受付簿', '引継簿', '当番表'))
    const { found, version } = await city.stateOf(id)
    expect(found['asked']).toEqual([
      { field: 'department', written: '市民課', rows: 3, candidates: ['0610', '1620'] },
    ])
    const answers = JSON.stringify([{ field: 'department', written: '市民課', chosen: '1620' }])
    accepted(
      await actOn(
        await city.may('jimukyoku', 'asset.import'),
        id,
        'import.wordsAnswered',
        {},
        (db) => db.$queryRaw`select answer_words(${id}, ${version}::int, ${answers}::jsonb) as said`,
      ),
      'answered',
    )
    await city.run(readImports)
    expect(await codeOf(id)).toEqual(['1620', '1620', '1620'])
  })
})

describe('a mended file in the place of an import', () => {
  const layout = (id: bigint, version: number) =>
    city.may('shimin-tanto', 'asset.import').then((actor) => {
      const columns = [
        { column: 0, means: 'name' },
        { column: 1, means: 'department' },
        { column: 2, means: 'confidentiality' },
        { column: 3, means: 'integrity' },
        { column: 4, means: 'availability' },
        { column: 5, means: 'storageLocation' },
      ]
      const wish = JSON.stringify({
        sheets: { '0': { isChosen: true, headFrom: 1, headTo: 1, columns } },
        blanks: 'clear',
        reclassificationReason: '台帳を作り直したため',
      })
      return actOn(
        actor,
        id,
        'import.readAgain',
        {},
        (db) => db.$queryRaw`select set_layout(${id}, ${version}::int, ${wish}::jsonb) as said`,
      )
    })

  test('keeps columns, names and reason; the old one ends in the same act', async () => {
    const old = await city.bring('shimin-tanto', '台帳.csv', file('むかしの係', '直す前'))
    const answers = JSON.stringify([{ field: 'department', written: 'むかしの係', chosen: '0610' }])
    accepted(
      await actOn(
        await city.may('shimin-tanto', 'asset.import'),
        old,
        'import.wordsAnswered',
        {},
        async (db) =>
          db.$queryRaw`select answer_words(${old}, ${(await city.stateOf(old)).version}::int, ${answers}::jsonb) as said`,
      ),
      'answered',
    )
    await city.run(readImports)
    accepted(await layout(old, (await city.stateOf(old)).version), 'layout')
    await city.run(readImports)

    const fresh = await city.bring('shimin-tanto', '直した台帳.csv', file('むかしの係', '直した後'), old)
    expect((await city.stateOf(old)).state).toBe('cancelled')
    expect((await city.stateOf(fresh)).state).toBe('previewed')
    expect(await codeOf(fresh)).toEqual(['0610'])
    expect((await city.rowsOf(fresh))[0]?.read).toMatchObject({ storage_location: '北の書庫' })
    expect(
      await city.ask(
        'select blanks, reclassification_reason as reason, replaces::text from imports where id = $1',
        [fresh],
      ),
    ).toEqual([{ blanks: 'clear', reason: '台帳を作り直したため', replaces: String(old) }])
    expect(
      await city.ask(`select action from audit_events where action = 'import.replaced' and subject_id = $1`, [
        old,
      ]),
    ).toHaveLength(1)
  })

  test('the workbook that was handed back with its marks is read as the file itself', async () => {
    const old = await city.bring('jimukyoku', 'ledger.xlsx', await sampleFile('ledger-internal.xlsx'))
    const marked = await markFile(await city.may('jimukyoku', 'asset.import'), old)
    if (!marked) throw new Error('nothing was marked')
    const { counts } = await city.stateOf(old)
    const fresh = await city.bring('jimukyoku', marked.name, marked.content, old)
    expect((await city.stateOf(fresh)).counts).toEqual(counts)
    expect((await city.stateOf(old)).state).toBe('cancelled')
  })

  test('whose head is another is read as any other file', async () => {
    const old = await city.bring('shimin-tanto', '台帳.csv', file('市民課', '直す前'))
    accepted(await layout(old, (await city.stateOf(old)).version), 'layout')
    await city.run(readImports)
    const other = csvOf([
      ['番', '情報資産名', '所管課', '機密性', '完全性', '可用性'],
      ['1', '列を足した資産', '市民課', '2', '1', '1'],
    ])
    const fresh = await city.bring('shimin-tanto', '台帳.csv', other, old)
    const [row] = await city.rowsOf(fresh)
    expect([row?.kind, row?.read['name']]).toEqual(['new', '列を足した資産'])
  })

  test('somebody else’s import, and one that is written, are replaced by nobody', async () => {
    const theirs = await city.bring('jimukyoku', '台帳.csv', file('市民課', '受付簿'))
    const send = async (instead: bigint) =>
      keepFile(await city.may('shimin-tanto', 'asset.import'), {
        name: '台帳.csv',
        parts: (async function* () {
          yield await Promise.resolve(file('市民課', '受付簿'))
        })(),
        instead,
      })
    expect(await send(theirs)).toEqual({ refused: 'gone' })
    expect((await city.stateOf(theirs)).state).not.toBe('cancelled')
    const mine = await city.bring('shimin-tanto', '台帳.csv', file('市民課', '書き込む簿'))
    await city.commit('shimin-tanto', mine)
    expect(await send(mine)).toEqual({ refused: 'gone' })
    expect((await city.stateOf(mine)).state).toBe('done')
  })
})

test('the standard ledger as it stands, first sheet of the schools’ workbook, is nobody’s fault', async () => {
  const first = await city.bring(
    'kyoiku-kacho',
    'ledger-schools.xlsx',
    await sampleFile('ledger-schools.xlsx'),
  )
  await city.commit('kyoiku-kacho', first)
  const again = await city.bring('jimukyoku', 'ledger-schools.xlsx', await sampleFile('ledger-schools.xlsx'))
  const standard = (
    await city.ask<{ kind: string }>(
      `select kind from import_rows where import_id = $1 and target = 'standard'`,
      [again],
    )
  ).map(({ kind }) => kind)
  expect(new Set(standard)).toEqual(new Set(['unchanged']))
  await city.ask(`alter table standard_assets disable trigger user`)
  await city.ask(
    `update standard_assets set retention = '別の期間' where id = (select min(id) from standard_assets)`,
  )
  await city.ask(`alter table standard_assets enable trigger user`)
  const third = await city.bring('jimukyoku', 'ledger-schools.xlsx', await sampleFile('ledger-schools.xlsx'))
  const refused = (await city.rowsOf(third)).filter(({ kind }) => kind === 'refused')
  expect(refused.map(({ problems }) => problems[0]?.code)).toEqual(['standardNotYours'])
})
