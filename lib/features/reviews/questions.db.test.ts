import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { questionActs } from '@/e2e/support/question-acts'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let questions: ReturnType<typeof questionActs>
let number: string
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  questions = questionActs(city, reviews)
  number = await acts.registered('12')
  await acts.registered('11')
}, 120_000)
afterAll(() => city.end())

const outcomes = (rows: { outcome: string }[]) => rows.map(({ outcome }) => outcome)

describe('asking', () => {
  test('questions of known kinds are kept until the review opens, and not changed after', async () => {
    const id = await reviews.make()
    const choice = questions.asked('choice', { choices: ['yes', 'no'], required: true })
    expect(await questions.ask(id, [choice, questions.asked('file')])).toEqual({ outcome: 'saved' })
    expect(await questions.ask(id, [questions.asked('text')])).toEqual({ outcome: 'saved' })
    await reviews.start(id)
    expect(await questions.ask(id, [])).toEqual({ outcome: 'opened' })
    await expect(
      city.owner(`update review_questions set questions = '[]' where review_id = $1`, [id]),
    ).rejects.toThrow()
  })
  test.each([
    ['a kind nobody knows', { kind: 'number' }],
    ['a choice of one', { kind: 'choice', choices: ['only'] }],
    ['the same choice twice', { kind: 'choice', choices: ['a', 'a'] }],
    ['choices of a text', { choices: ['a', 'b'] }],
    ['no words', { label: ' ' }],
    ['a key too many', { width: 3 }],
  ])('%s is unfit', async (_, more) => {
    const id = await reviews.make()
    expect(await questions.ask(id, [questions.asked('text', more)])).toEqual({ outcome: 'unfit' })
  })
  test('clerks ask nothing, and the education officer only in reviews of schools', async () => {
    const id = await reviews.make()
    await expect(questions.ask(id, [], 'clerk')).rejects.toThrow()
    await expect(questions.ask(id, [], 'educator')).rejects.toThrow()
  })
})

describe('answering', () => {
  test('a department gives, sees a conflict, takes back; every version stays', async () => {
    const id = await questions.openedWith([questions.asked('text'), questions.asked('yesNo')])
    const first = [{ place: 1, version: 0, value: ' in a safe ' }]
    expect(outcomes(await questions.give('clerk12', id, '12', first))).toEqual(['saved'])
    const [late] = await questions.give('head12', id, '12', [{ place: 1, version: 0, value: 'elsewhere' }])
    expect(late).toMatchObject({ outcome: 'conflict', version: 1, theirs: { value: 'in a safe' } })
    const more = [
      { place: 1, version: 1, value: null },
      { place: 2, version: 0, value: 'perhaps' },
      { place: 3, version: 0, value: 'of nothing' },
    ]
    expect(outcomes(await questions.give('clerk12', id, '12', more))).toEqual(['saved', 'refused', 'gone'])
    const kept = await city.owner('select value from review_given where review_id = $1 order by version', [
      id,
    ])
    expect(kept).toEqual([{ value: 'in a safe' }, { value: null }])
    await expect(
      city.owner(`update review_given set value = 'other' where review_id = $1`, [id]),
    ).rejects.toThrow()
  })
  test('nobody answers for another department, nor for a row that is not theirs', async () => {
    const id = await questions.openedWith([
      questions.asked('text'),
      questions.asked('text', { askedOf: 'asset' }),
    ])
    await expect(questions.give('clerk', id, '12', [{ place: 1, version: 0, value: 'x' }])).rejects.toThrow()
    const foreign = [{ place: 2, number, version: 0, value: 'x' }]
    expect(outcomes(await questions.give('clerk', id, '11', foreign))).toEqual(['gone'])
    expect(outcomes(await questions.give('clerk12', id, '12', foreign))).toEqual(['saved'])
  })
  test('a file is what its first bytes say, at most 5 MB, and a later one stands in its place', async () => {
    const id = await questions.openedWith([questions.asked('file')])
    expect(await questions.handIn('clerk12', id, '12')).toMatchObject({ outcome: 'saved' })
    expect(await questions.handIn('clerk12', id, '12')).toEqual({ outcome: 'conflict' })
    expect(
      await questions.handIn('head12', id, '12', { version: 1, kind: 'txt', content: 'new' }),
    ).toMatchObject({
      outcome: 'saved',
    })
    await expect(questions.handIn('head12', id, '12', { version: 2, kind: 'png' })).rejects.toThrow()
    const large = { version: 2, kind: 'txt', content: 'a'.repeat(5 * 1024 * 1024 + 1) }
    await expect(questions.handIn('head12', id, '12', large)).rejects.toThrow()
    await expect(questions.handIn('clerk', id, '12', { version: 2 })).rejects.toThrow()
    expect(await city.owner('select version from review_given where review_id = $1', [id])).toHaveLength(2)
  })
})

describe('what is given', () => {
  test('required and missing keeps from bulk answers and from being certified; given, it is part of the hash', async () => {
    const id = await questions.openedWith([
      questions.asked('yesNo', { required: true }),
      questions.asked('choice', { askedOf: 'asset', choices: ['here', 'there'], required: true }),
    ])
    expect(await questions.missing(id, '12')).toEqual({ questions: 1, rows: 1 })
    expect((await reviews.rest('clerk12', id, '12', 10))['outcome']).toBe('nothing')
    const refused = await reviews.save('clerk12', id, number, { answer: 'unchanged' })
    expect(refused).toMatchObject({ outcome: 'refused', objections: ['requiredQuestion'] })
    expect(await reviews.save('clerk12', id, number, { answer: 'unchanged', opened: true })).toMatchObject({
      outcome: 'saved',
    })
    expect(await reviews.certify('head12', id, '12')).toEqual({
      outcome: 'questionsMissing',
      questions: 1,
      rows: 1,
    })
    const before = await reviews.seal(id, '12')
    await questions.give('clerk12', id, '12', [
      { place: 1, version: 0, value: 'yes' },
      { place: 2, number, version: 0, value: 'here' },
    ])
    expect(await reviews.seal(id, '12')).not.toBe(before)
    expect((await reviews.certify('head12', id, '12', before))['outcome']).toBe('changed')
    expect((await reviews.certify('head12', id, '12'))['outcome']).toBe('certified')
  })
  test('changes after the certificate and voids it; after closing nothing is given', async () => {
    const id = await questions.openedWith([questions.asked('text')])
    await reviews.rest('clerk12', id, '12', 10)
    await reviews.certify('head12', id, '12')
    expect(await reviews.stateOf(id, '12')).toBe('certified')
    await questions.give('clerk12', id, '12', [{ place: 1, version: 0, value: 'late' }])
    expect(await reviews.stateOf(id, '12')).toBe('open')
    await reviews.close('secretary', id)
    const late = [{ place: 1, version: 1, value: 'too late' }]
    expect(outcomes(await questions.give('clerk12', id, '12', late))).toEqual(['closed'])
    expect(await questions.handIn('clerk12', id, '12')).toEqual({ outcome: 'gone' })
  })
  test('stands in the report as it was at closing, also after the department was opened again', async () => {
    const id = await questions.openedWith([questions.asked('text')])
    await questions.give('clerk12', id, '12', [{ place: 1, version: 0, value: 'then' }])
    await reviews.close('secretary', id)
    const given = async () => {
      const report = await reviews.ask('head12', 'review.read', 'review_report($1)', [id])
      return (report['departments'] as { given: unknown[] }[]).map((department) => department.given)
    }
    const told = [[{ place: 1, value: 'then', fileName: null, rows: null }]]
    expect(await given()).toEqual(told)
    await reviews.reopen('secretary', id, '12')
    await questions.give('clerk12', id, '12', [{ place: 1, version: 1, value: 'now' }])
    expect(await given()).toEqual(told)
  })
})

describe('reach', () => {
  test.each([
    ['clerk12', true],
    ['officer', true],
    ['secretary', true],
    ['clerk', false],
    ['teacher', false],
  ])('%s reads the answers and files of department 12: %s', async (login, reads) => {
    const id = await questions.openedWith([
      questions.asked('file'),
      questions.asked('text', { askedOf: 'asset' }),
    ])
    await questions.handIn('clerk12', id, '12')
    await questions.give('clerk12', id, '12', [{ place: 2, number, version: 0, value: 'x' }])
    const rows = async (table: string) =>
      (await city.act(login, 'review.read', `select * from ${table} where review_id = $1`, [id])).length
    expect([await rows('review_files'), await rows('review_given')]).toEqual(reads ? [1, 2] : [0, 0])
  })
  test('a 関係者限り row keeps what was given for it from the secretariat', async () => {
    const secret = await acts.registered('12', { confidentiality: '2' }, 'restricted')
    const id = await questions.openedWith([questions.asked('text', { askedOf: 'asset' })])
    await questions.give('head12', id, '12', [{ place: 1, number: secret, version: 0, value: 'x' }])
    for (const [login, count] of [
      ['secretary', 0],
      ['head12', 1],
      ['officer', 1],
    ] as const) {
      const rows = await city.act(login, 'review.read', 'select * from review_given where review_id = $1', [
        id,
      ])
      expect([login, rows.length]).toEqual([login, count])
    }
  })
})
