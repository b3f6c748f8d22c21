import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { offlineActs, paper } from '@/e2e/support/offline-acts'
import { questionActs } from '@/e2e/support/question-acts'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let questions: ReturnType<typeof questionActs>
let offline: ReturnType<typeof offlineActs>
let [first, second, ofOthers] = ['', '', '']
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  questions = questionActs(city, reviews)
  offline = offlineActs(city, reviews)
  const registered = () => acts.registered('91', { importance: 'II' })
  first = await registered()
  second = await registered()
  ofOthers = await acts.registered('11')
}, 120_000)
afterAll(() => city.end())

describe('answers on paper', () => {
  test('are written all at once by whoever brings them in, with the signed sheet told, and once only', async () => {
    const id = await reviews.opened()
    const rows = [
      await offline.told(id, first, { note: '確かめました' }),
      await offline.told(id, second, { line: 3, answer: 'notOurs' }),
    ]
    const book = (await offline.keep(id, rows))['id']
    expect(await offline.kinds(book)).toEqual(['answer', 'answer'])
    expect(await offline.answer(book)).toEqual({ outcome: 'unsigned' })
    expect(await offline.sign(book)).toMatchObject({ outcome: 'saved' })
    const done = await offline.answer(book)
    expect(done).toMatchObject({ outcome: 'answered', file: '回答.xlsx' })
    expect(done['schools']).toEqual([
      expect.objectContaining({
        id: offline.school,
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
    expect(await offline.answer(book)).toEqual({ outcome: 'same' })
    expect(await offline.brought(id, rows)).toEqual({ outcome: 'nothing' })
    expect(await offline.show(book, 'auditor')).toMatchObject({ state: 'answered' })
    expect(await offline.show(book, 'clerk')).toBeNull()
  })
  test('a row that was answered or changed since is shown, and left only by a word of it', async () => {
    const id = await reviews.opened()
    const rows = [await offline.told(id, first), await offline.told(id, second)]
    await reviews.save('teacher', id, second, { answer: 'change', note: 'the line works again' })
    const book = (await offline.keep(id, rows))['id']
    expect(await offline.kinds(book)).toEqual(['stale', 'answer'])
    await offline.sign(book)
    expect(await offline.answer(book)).toEqual({ outcome: 'stale' })
    expect(await offline.answer(book, true)).toMatchObject({ outcome: 'answered' })
    expect(await reviews.row(id, second)).toMatchObject({ answer: 'change', note: 'the line works again' })
  })
  test('what changed after it was shown is shown again', async () => {
    const id = await reviews.opened()
    const { id: book } = await offline.keep(id, [await offline.told(id, first)])
    await offline.sign(book)
    const { seal } = await offline.show(book)
    await reviews.save('teacher', id, first, { answer: 'disposed' })
    expect(await offline.answer(book, true, 'educator', seal)).toEqual({ outcome: 'changed' })
    await offline.sign(book, offline.school, paper('もう一枚'))
    expect(await offline.answer(book, true, 'educator', seal)).toEqual({ outcome: 'changed' })
  })
  test('questions are answered with their rows', async () => {
    const id = await questions.openedWith([
      questions.asked('text', { askedOf: 'asset', required: true }),
      questions.asked('yesNo'),
    ])
    const given = [{ place: 1, version: 0, value: '金庫' }]
    const rows = [
      await offline.told(id, first, { given }),
      await offline.told(id, second, { given: [{ place: 1, version: 0, value: null }] }),
      {
        ...(await offline.told(id, first)),
        number: null,
        code: '91',
        answer: null,
        given: [{ place: 2, version: 0, value: 'yes' }],
      },
    ]
    expect(await offline.brought(id, rows)).toMatchObject({ outcome: 'answered' })
    const kept = await city.owner(
      'select asset_number::text, place, value from review_given where review_id = $1 order by place',
      [id],
    )
    expect(kept).toEqual([
      { asset_number: first, place: 1, value: '金庫' },
      { asset_number: null, place: 2, value: 'yes' },
    ])
    expect(await offline.brought(id, rows)).toEqual({ outcome: 'nothing' })
    const wrong = await offline.keep(id, [
      await offline.told(id, first, { given: [{ place: 2, version: 1, value: '?' }] }),
    ])
    expect(await offline.kinds(wrong['id'])).toEqual(['refused unfit'])
  })
})

describe('refused in words', () => {
  test.each([
    [
      'a row that stands twice',
      async (id: string) => [await offline.told(id, first), await offline.told(id, first)],
      'double',
    ],
    ['an asset of others', async (id: string) => [await offline.told(id, ofOthers)], 'notInReview'],
    ['a number that nobody has', async (id: string) => [await offline.told(id, '999999')], 'notInReview'],
    [
      'the workbook of another review',
      async (id: string) => [await offline.told(id, first, { review: '1' })],
      'otherReview',
    ],
  ])('%s', async (_, rows, code) => {
    const id = await reviews.opened()
    const book = (await offline.keep(id, await rows(id)))['id']
    expect((await offline.kinds(book)).at(0)).toBe(`refused ${code}`)
    await offline.sign(book)
    expect(await offline.answer(book)).toEqual({ outcome: 'refused' })
    expect(await reviews.row(id, first)).toMatchObject({ answer: null })
  })
  test('a school that is certified, and a review that is closed', async () => {
    const id = await reviews.opened()
    await reviews.save('teacher', id, first, { answer: 'unchanged' })
    await reviews.save('teacher', id, second, { answer: 'unchanged' })
    const { id: before } = await offline.keep(id, [await offline.told(id, first, { answer: 'disposed' })])
    await offline.sign(before)
    const { seal } = await offline.show(before)
    expect(await reviews.certify('principal', id, '91')).toMatchObject({ outcome: 'certified' })
    expect(await offline.answer(before, false, 'educator', seal)).toEqual({ outcome: 'changed' })
    expect(await offline.kinds(before)).toEqual(['refused certified'])
    expect(await offline.answer(before)).toEqual({ outcome: 'refused' })
    await reviews.close('secretary', id)
    expect(await offline.kinds(before)).toEqual(['refused certified'])
    expect(await offline.keep(id, [await offline.told(id, first)])).toEqual({ outcome: 'closed' })
  })
  test('a sheet that is none, for a school that the workbook does not name, and a second time after confirming', async () => {
    const id = await reviews.opened()
    const { id: book } = await offline.keep(id, [await offline.told(id, first)])
    await expect(offline.sign(book, offline.school, Buffer.from('<html>'))).rejects.toThrow(/signed_sheets/u)
    await expect(offline.sign(book, offline.school, Buffer.alloc(5_242_881, '%PDF-'))).rejects.toThrow(
      /signed_sheets/u,
    )
    expect(await offline.sign(book, city.idOf('department', '11'))).toEqual({ outcome: 'gone' })
    await offline.sign(book)
    await offline.answer(book)
    expect(await offline.sign(book)).toEqual({ outcome: 'gone' })
  })
})

test('the education officer certifies for the school’s head, and the statement names the signed sheet', async () => {
  const id = await reviews.opened()
  await offline.brought(id, [await offline.told(id, first), await offline.told(id, second)])
  expect(await reviews.certify('educator', id, '91')).toMatchObject({ outcome: 'certified' })
  const [kept] = await city.owner<{ statement: string }>(
    'select statement from review_certifications where review_id = $1',
    [id],
  )
  expect(kept?.statement).toMatch(/校長が署名した紙「署名\.pdf」（[0-9a-f]{8}）による/u)
})
