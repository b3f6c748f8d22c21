import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
}, 120_000)
afterAll(() => city.end())

const refused = /insufficient|refus|needs|permission|may/iu

describe('making and opening', () => {
  test('the secretariat makes and edits a review until it opens', async () => {
    const id = await reviews.make({ title: 'first' })
    const edit = (title: string, version: number) =>
      reviews.ask('secretary', 'review.manage', 'keep_review($1, $2, $3::jsonb)', [
        id,
        version,
        reviews.fields({ title }),
      ])
    expect((await edit('second', 1))['outcome']).toBe('saved')
    expect((await edit('third', 1))['outcome']).toBe('stale')
    expect((await reviews.start(id))['outcome']).toBe('opened')
    expect((await edit('fourth', await reviews.versionOf(id)))['outcome']).toBe('opened')
  })
  test('a scope with a key or a code nobody knows is unfit, and a past opening day is past', async () => {
    const make = (more: object) =>
      reviews.ask('secretary', 'review.manage', 'keep_review(null, null, $1::jsonb)', [reviews.fields(more)])
    expect((await make({ scope: { zone: ['lgwan'] } }))['outcome']).toBe('unfit')
    expect((await make({ scope: { zones: ['nowhere'] } }))['outcome']).toBe('unfit')
    expect((await make({ opensOn: '2020-04-01' }))['outcome']).toBe('past')
  })
  test('clerks make none; an education officer makes one of schools only', async () => {
    await expect(reviews.make({}, 'clerk')).rejects.toThrow(refused)
    const school = await acts.registered('91', { importance: 'III' })
    const other = await acts.registered('11')
    const id = await reviews.make({}, 'educator')
    expect((await reviews.start(id, 'educator'))['outcome']).toBe('opened')
    expect(await reviews.row(id, school)).toMatchObject({ version: 1 })
    expect(await reviews.row(id, other)).toEqual({})
  })
  test('what is due opens by itself, once, and is counted as the scope says', async () => {
    const number = await acts.registered('12', { confidentiality: '3C' })
    const scope = { levels: { confidentiality: ['3C'] }, bureaus: ['10'] }
    const count = await reviews.ask('secretary', 'review.manage', 'count_review_scope($1::jsonb)', [
      JSON.stringify(scope),
    ])
    const [today] = await city.owner<{ day: string }>(`select app_today()::text as day`)
    const id = await reviews.make({ scope, opensOn: today?.day })
    const [first] = await city.owner<{ rows: string }>('select open_due_reviews() as rows')
    const [again] = await city.owner<{ rows: string | null }>('select open_due_reviews() as rows')
    expect([Number(first?.rows), again?.rows]).toEqual([count['assets'], null])
    expect(await reviews.row(id, number)).toMatchObject({ answer: null })
    await expect(
      city.owner(
        `insert into review_scope select review_id, 0, department_id, 1, name, kind_code, zone_cell, scheme_id, scheme_family, null, null, null, null, null, 0, null, null, null, visibility, null, '{}', false from review_scope where review_id = $1 limit 1`,
        [id],
      ),
    ).rejects.toThrow()
    await expect(
      city.owner(`update review_scope set name = 'other' where review_id = $1`, [id]),
    ).rejects.toThrow()
  })
})

describe('answering', () => {
  let review: string
  let number: string
  beforeEach(async () => {
    number = await acts.registered('12')
    review = await reviews.opened({ scope: { bureaus: ['10'] } })
  })

  test('an answer is saved at the version that was seen; a later one is told of the earlier', async () => {
    expect(await reviews.save('clerk12', review, number, { answer: 'unchanged' })).toMatchObject({
      outcome: 'saved',
      version: 2,
    })
    const conflict = await reviews.save('head12', review, number, { answer: 'change', version: 1 })
    expect(conflict).toMatchObject({ outcome: 'conflict', version: 2, theirs: { answer: 'unchanged' } })
    expect(await reviews.save('clerk12', review, number, { answer: null, note: 'later' })).toMatchObject({
      outcome: 'saved',
      version: 3,
    })
    expect(await reviews.row(review, number)).toMatchObject({ answer: null, note: 'later', settled: false })
    const log = await city.owner('select answer from review_answer_log where review_id = $1 order by id', [
      review,
    ])
    expect(log.map((row) => row['answer'])).toEqual(['unchanged', null])
  })
  test('nobody answers for another department, nor a colleague over heads where heads answer', async () => {
    expect(await reviews.save('clerk', review, number, { answer: 'unchanged' })).toMatchObject({
      outcome: 'gone',
    })
    const ofHeads = await reviews.opened({ answerers: 'heads' })
    await expect(reviews.save('clerk12', ofHeads, number, { answer: 'unchanged' })).rejects.toThrow(refused)
    expect(await reviews.save('head12', ofHeads, number, { answer: 'unchanged' })).toMatchObject({
      outcome: 'saved',
    })
  })
  test('the rest is unchanged: all that nothing speaks against, one event, and never more than was seen', async () => {
    const other = await acts.registered('12')
    const fresh = await reviews.opened({ mustOpen: 1 })
    const waiting = await acts.propose('clerk12', '12', other, 'change', {
      visibility: 'internal',
      take_out: 'unrestricted',
    })
    const rows = await city.owner<{ n: number }>(
      `select count(*)::int as n from review_answers where review_id = $1 and department_id = $2`,
      [fresh, city.idOf('department', '12')],
    )
    const total = rows[0]?.n ?? 0
    expect(await reviews.rest('clerk12', fresh, '12', 0)).toMatchObject({
      outcome: 'countChanged',
      free: waiting ? total - 1 : total,
    })
    const answered = await reviews.rest('clerk12', fresh, '12', total)
    expect(answered).toMatchObject({ outcome: 'saved' })
    expect(answered['numbers']).not.toContain(other)
    expect(await reviews.save('clerk12', fresh, other, { answer: 'unchanged', opened: true })).toMatchObject({
      outcome: 'refused',
      objections: ['openProposal'],
    })
    expect(await reviews.save('clerk12', fresh, other, { answer: 'change' })).toMatchObject({
      outcome: 'saved',
    })
    expect(await reviews.row(fresh, other)).toMatchObject({ answer: 'change', settled: true })
  })
  test('a row of a high level is opened before it is unchanged', async () => {
    const high = await acts.registered('12', { confidentiality: '3B' })
    const fresh = await reviews.opened({ mustOpen: 1, scope: { levels: { confidentiality: ['3B'] } } })
    expect(await reviews.save('clerk12', fresh, high, { answer: 'unchanged' })).toMatchObject({
      outcome: 'refused',
      objections: ['mustOpen'],
    })
    expect(await reviews.save('clerk12', fresh, high, { opened: true })).toMatchObject({ outcome: 'saved' })
    expect(await reviews.save('clerk12', fresh, high, { answer: 'unchanged' })).toMatchObject({
      outcome: 'saved',
    })
  })
  test('an answer "change" is settled by what is submitted for it, and open again when that is returned', async () => {
    expect(await reviews.save('clerk12', review, number, { answer: 'change' })).toMatchObject({
      outcome: 'saved',
    })
    expect(await reviews.row(review, number)).toMatchObject({ answer: 'change', settled: false })
    expect(await reviews.certify('head12', review, '12')).toMatchObject({ outcome: 'notAnswered' })
    const id = await reviews.submitFor(
      'clerk12',
      review,
      '12',
      number,
      'reclassification',
      {},
      { judgement: acts.judgement({ confidentiality: '3C' }) },
    )
    expect(await reviews.row(review, number)).toMatchObject({
      answer: 'change',
      settled: true,
      proposal_id: Number(id),
    })
    expect(await acts.decide('head12', id, 'return')).toBe('returned')
    expect(await reviews.row(review, number)).toMatchObject({ answer: 'change', settled: false })
  })
  test('"not ours" stays with the asker until the other head accepts; then it is theirs to answer', async () => {
    const id = await reviews.submitFor(
      'clerk12',
      review,
      '12',
      number,
      'transfer',
      { department_id: Number(city.idOf('department', '11')) },
      { to: '11' },
    )
    expect(await reviews.row(review, number)).toMatchObject({
      answer: 'notOurs',
      settled: false,
      department_id: Number(city.idOf('department', '12')),
    })
    expect(await acts.decide('head12', id)).toBe('passed')
    expect(await reviews.row(review, number)).toMatchObject({
      answer: 'notOurs',
      department_id: Number(city.idOf('department', '12')),
    })
    expect(await acts.decide('head', id)).toBe('approved')
    expect(await reviews.row(review, number)).toMatchObject({
      answer: null,
      department_id: Number(city.idOf('department', '11')),
    })
  })
  test('a submission for rows of another department is not in the review', async () => {
    expect(
      await reviews.submitFor(
        'clerk',
        review,
        '11',
        number,
        'reclassification',
        {},
        { judgement: acts.judgement({ confidentiality: '3C' }) },
      ),
    ).toBe('notInReview')
  })
  test('a disposal outside the review answers its row', async () => {
    const [today] = await city.owner<{ day: string }>(`select app_today()::text as day`)
    const id = await acts.propose('clerk12', '12', number, 'disposal', {
      state: 'disposed',
      disposed_on: today?.day,
      disposed_by: 'clerk',
      disposal_method: 'shredding',
    })
    expect(await acts.decide('head12', id)).toBe('approved')
    expect(await reviews.row(review, number)).toMatchObject({
      answer: 'disposed',
      settled: true,
      proposal_id: Number(id),
    })
  })
})
