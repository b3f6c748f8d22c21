import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type Answer, type ApprovalCity } from '@/e2e/support/approval-city'
import { questionActs } from '@/e2e/support/question-acts'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let questions: ReturnType<typeof questionActs>
let school: string
let [first, second, ofOthers] = ['', '', '']
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  questions = questionActs(city, reviews)
  school = city.idOf('department', '91')
  const registered = () => acts.registered('91', { importance: 'II' })
  first = await registered()
  second = await registered()
  ofOthers = await acts.registered('11')
}, 120_000)
afterAll(() => city.end())

type Told = Record<string, unknown>
const paper = (name = '署名') => Buffer.from(`%PDF-1.7 ${name}`, 'latin1')

/** A row as the workbook says it, of the asset and the answer as they are now. */
async function told(review: string, number: string, more: Told = {}): Promise<Told> {
  const [now] = await city.owner<{ asset: number; answer: number }>(
    `select a.version as asset, r.version as answer from review_answers r join assets a on a.number = r.asset_number
     where r.review_id = $1 and r.asset_number = $2`,
    [review, number],
  )
  return {
    sheet: '学校',
    line: 2,
    number,
    review,
    assetVersion: now?.asset ?? 1,
    answerVersion: now?.answer ?? 1,
    answer: 'unchanged',
    note: null,
    given: [],
    problems: [],
    ...more,
  }
}
const keep = (review: string, rows: Told[], login = 'educator') =>
  reviews.ask(login, 'review.answerOffline', 'keep_offline_workbook($1, $2, $3, $4::jsonb)', [
    review,
    '回答.xlsx',
    createHash('sha256').update(JSON.stringify(rows)).digest(),
    JSON.stringify({ rows, unread: [] }),
  ])
const sign = (book: unknown, department = school, content = paper(), kind = 'pdf', login = 'educator') =>
  reviews.ask(login, 'review.answerOffline', 'add_signed_sheet($1, $2, $3, $4, $5)', [
    book,
    department,
    '署名.pdf',
    kind,
    content,
  ])
const show = (book: unknown, login = 'educator') =>
  reviews.ask(login, 'review.read', 'show_offline($1)', [book])
const answer = async (book: unknown, leaves = false, login = 'educator', seal?: unknown) =>
  reviews.ask(login, 'review.answerOffline', 'answer_offline($1, $2, $3)', [
    book,
    seal ?? (await show(book))['seal'],
    leaves,
  ])
/** Brought, signed and confirmed in one go. */
async function brought(review: string, rows: Told[], leaves = false): Promise<Answer> {
  const { id } = await keep(review, rows)
  await sign(id)
  return answer(id, leaves)
}
const kinds = async (book: unknown) =>
  ((await show(book))['rows'] as { kind: string; problems: { code: string }[] }[]).map(({ kind, problems }) =>
    [kind, ...problems.map(({ code }) => code)].join(' '),
  )

describe('answers on paper', () => {
  test('are written all at once by whoever brings them in, with the signed sheet told, and once only', async () => {
    const id = await reviews.opened()
    const rows = [
      await told(id, first, { note: '確かめました' }),
      await told(id, second, { line: 3, answer: 'notOurs' }),
    ]
    const book = (await keep(id, rows))['id']
    expect(await kinds(book)).toEqual(['answer', 'answer'])
    expect(await answer(book)).toEqual({ outcome: 'unsigned' })
    expect(await sign(book)).toMatchObject({ outcome: 'saved' })
    const done = await answer(book)
    expect(done).toMatchObject({ outcome: 'answered', file: '回答.xlsx' })
    expect(done['schools']).toEqual([
      expect.objectContaining({
        id: school,
        numbers: [first, second],
        left: 0,
        sha256: createHash('sha256').update(paper()).digest('hex'),
      }),
    ])
    expect(await reviews.row(id, first)).toMatchObject({
      answer: 'unchanged',
      settled: true,
      note: '確かめました',
      answered_by: Number(city.idOf('person', 'educator')),
    })
    expect(await reviews.row(id, second)).toMatchObject({ answer: 'notOurs', settled: false })
    expect(await answer(book)).toEqual({ outcome: 'same' })
    expect(await brought(id, rows)).toEqual({ outcome: 'nothing' })
    expect(await show(book, 'auditor')).toMatchObject({ state: 'answered' })
    expect(await show(book, 'clerk')).toBeNull()
  })
  test('a row that was answered or changed since is shown, and left only by a word of it', async () => {
    const id = await reviews.opened()
    const rows = [await told(id, first), await told(id, second)]
    await reviews.save('teacher', id, second, { answer: 'change', note: 'the line works again' })
    const book = (await keep(id, rows))['id']
    expect(await kinds(book)).toEqual(['stale', 'answer'])
    await sign(book)
    expect(await answer(book)).toEqual({ outcome: 'stale' })
    expect(await answer(book, true)).toMatchObject({ outcome: 'answered' })
    expect(await reviews.row(id, second)).toMatchObject({ answer: 'change', note: 'the line works again' })
  })
  test('what changed after it was shown is shown again', async () => {
    const id = await reviews.opened()
    const { id: book } = await keep(id, [await told(id, first)])
    await sign(book)
    const { seal } = await show(book)
    await reviews.save('teacher', id, first, { answer: 'disposed' })
    expect(await answer(book, true, 'educator', seal)).toEqual({ outcome: 'changed' })
    await sign(book, school, paper('もう一枚'))
    expect(await answer(book, true, 'educator', seal)).toEqual({ outcome: 'changed' })
  })
  test('questions are answered with their rows', async () => {
    const id = await questions.openedWith([
      questions.asked('text', { askedOf: 'asset', required: true }),
      questions.asked('yesNo'),
    ])
    const given = [{ place: 1, version: 0, value: '金庫' }]
    const rows = [
      await told(id, first, { given }),
      await told(id, second, { given: [{ place: 1, version: 0, value: null }] }),
      {
        ...(await told(id, first)),
        number: null,
        code: '91',
        answer: null,
        given: [{ place: 2, version: 0, value: 'yes' }],
      },
    ]
    expect(await brought(id, rows)).toMatchObject({ outcome: 'answered' })
    const kept = await city.owner(
      'select asset_number::text, place, value from review_given where review_id = $1 order by place',
      [id],
    )
    expect(kept).toEqual([
      { asset_number: first, place: 1, value: '金庫' },
      { asset_number: null, place: 2, value: 'yes' },
    ])
    expect(await brought(id, rows)).toEqual({ outcome: 'nothing' })
    const wrong = await keep(id, [await told(id, first, { given: [{ place: 2, version: 1, value: '?' }] })])
    expect(await kinds(wrong['id'])).toEqual(['refused unfit'])
  })
})

describe('refused in words', () => {
  test.each([
    [
      'a row that stands twice',
      async (id: string) => [await told(id, first), await told(id, first)],
      'double',
    ],
    ['an asset of others', async (id: string) => [await told(id, ofOthers)], 'notInReview'],
    ['a number that nobody has', async (id: string) => [await told(id, '999999')], 'notInReview'],
    [
      'the workbook of another review',
      async (id: string) => [await told(id, first, { review: '1' })],
      'otherReview',
    ],
  ])('%s', async (_, rows, code) => {
    const id = await reviews.opened()
    const book = (await keep(id, await rows(id)))['id']
    expect((await kinds(book)).at(0)).toBe(`refused ${code}`)
    await sign(book)
    expect(await answer(book)).toEqual({ outcome: 'refused' })
    expect(await reviews.row(id, first)).toMatchObject({ answer: null })
  })
  test('a school that is certified, and a review that is closed', async () => {
    const id = await reviews.opened()
    await reviews.save('teacher', id, first, { answer: 'unchanged' })
    await reviews.save('teacher', id, second, { answer: 'unchanged' })
    const { id: before } = await keep(id, [await told(id, first, { answer: 'disposed' })])
    await sign(before)
    const { seal } = await show(before)
    expect(await reviews.certify('principal', id, '91')).toMatchObject({ outcome: 'certified' })
    expect(await answer(before, false, 'educator', seal)).toEqual({ outcome: 'changed' })
    expect(await kinds(before)).toEqual(['refused certified'])
    expect(await answer(before)).toEqual({ outcome: 'refused' })
    await reviews.close('secretary', id)
    expect(await kinds(before)).toEqual(['refused certified'])
    expect(await keep(id, [await told(id, first)])).toEqual({ outcome: 'closed' })
  })
  test('a sheet that is none, for a school that the workbook does not name, and a second time after confirming', async () => {
    const id = await reviews.opened()
    const { id: book } = await keep(id, [await told(id, first)])
    await expect(sign(book, school, Buffer.from('<html>'))).rejects.toThrow(/signed_sheets/u)
    await expect(sign(book, school, Buffer.alloc(5_242_881, '%PDF-'))).rejects.toThrow(/signed_sheets/u)
    expect(await sign(book, city.idOf('department', '11'))).toEqual({ outcome: 'gone' })
    await sign(book)
    await answer(book)
    expect(await sign(book)).toEqual({ outcome: 'gone' })
  })
})

describe('by raw SQL', () => {
  test.each(['teacher', 'principal', 'secretary', 'auditor', 'superintendent', 'chief'])(
    'the %s brings nothing in, whatever permission is said',
    async (login) => {
      const id = await reviews.opened()
      const { id: book } = await keep(id, [await told(id, first)])
      await expect(keep(id, [await told(id, first)], login)).rejects.toThrow()
      await expect(sign(book, school, paper(), 'pdf', login)).rejects.toThrow()
      await expect(answer(book, false, login)).rejects.toThrow()
      await expect(
        reviews.ask('educator', 'review.answer', 'answer_offline($1, $2, $3)', [book, '', true]),
      ).rejects.toThrow()
      expect(await show(book, login)).toBeNull()
    },
  )
  test('the page of a review tells each what is theirs', async () => {
    const id = await reviews.opened()
    await keep(id, [await told(id, first)])
    const page = (login: string) => reviews.ask(login, 'review.read', 'offline_page($1)', [id])
    expect(await page('educator')).toMatchObject({
      schools: [{ code: '91' }],
      waiting: [{ file: '回答.xlsx' }],
    })
    expect(await page('principal')).toMatchObject({ schools: [], waiting: [], brought: [] })
    expect(await page('clerk')).toBeNull()
    await brought(id, [await told(id, first)])
    expect(await page('principal')).toMatchObject({ brought: [{ school: 'School', sheetName: '署名.pdf' }] })
    expect(await page('auditor')).toMatchObject({ waiting: [], brought: [{ by: 'educator' }] })
  })
  test('no table is written past the doors, and nothing of them is read but sheets in reach', async () => {
    const id = await reviews.opened()
    const { id: book } = await keep(id, [await told(id, first)])
    await sign(book)
    for (const sql of [
      `update offline_rows set answer = 'disposed' where workbook_id = $1`,
      `insert into offline_rows (workbook_id, place, sheet, line) values ($1, 9, 's', 9)`,
      `update offline_workbooks set state = 'answered' where id = $1`,
      `delete from signed_sheets where workbook_id = $1`,
      `update signed_sheets set name = 'x' where workbook_id = $1`,
      `select from offline_rows where workbook_id = $1`,
      `select write_offline(w, '[]', '{}') from (select $1) x, offline_workbooks w`,
      `select write_review_answers($1, '[]', '{}')`,
    ])
      await expect(city.act('educator', 'review.answerOffline', sql, [book]), sql).rejects.toThrow(
        /permission denied/u,
      )
    await expect(
      city.owner(`update signed_sheets set name = 'x' where workbook_id = $1`, [book]),
    ).rejects.toThrow()
    await expect(
      city.owner(`update offline_rows set answer = 'disposed' where workbook_id = $1`, [book]),
    ).rejects.toThrow()
    const seen = (login: string) =>
      city.act(login, 'review.read', 'select name from signed_sheets where workbook_id = $1', [book])
    expect(await seen('auditor')).toHaveLength(1)
    expect(await seen('principal')).toHaveLength(1)
    expect(await seen('clerk')).toEqual([])
  })
})

test('the education officer certifies for the school’s head, and the statement names the signed sheet', async () => {
  const id = await reviews.opened()
  await brought(id, [await told(id, first), await told(id, second)])
  expect(await reviews.certify('educator', id, '91')).toMatchObject({ outcome: 'certified' })
  const [kept] = await city.owner<{ statement: string }>(
    'select statement from review_certifications where review_id = $1',
    [id],
  )
  expect(kept?.statement).toMatch(/校長が署名した紙「署名\.pdf」（[0-9a-f]{8}）による/u)
})
