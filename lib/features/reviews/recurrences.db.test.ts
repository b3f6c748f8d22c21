import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { questionActs } from '@/e2e/support/question-acts'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let reviews: ReturnType<typeof reviewActs>
let questions: ReturnType<typeof questionActs>
let year: number
beforeAll(async () => {
  city = await approvalCity()
  reviews = reviewActs(city, approvalActs(city))
  questions = questionActs(city, reviews)
  year = Number(
    (await city.owner<{ year: number }>('select extract(year from app_today())::int as year'))[0]?.year,
  )
}, 120_000)
afterAll(() => city.end())

const keep = (template: string, days: number[], login = 'secretary') =>
  reviews.ask(login, 'review.manage', 'keep_recurrence($1, $2, $3, $4, $5)', [template, ...days])
/** The job on a day, at two minutes past midnight. */
const run = async (day: string) =>
  Number(
    (
      await city.owner<{ made: string }>(
        `select open_due_recurrences() as made from (select set_config('app.now', $1, true) offset 0) clock`,
        [`${day} 00:02+09`],
      )
    )[0]?.made,
  )
const madeFrom = (template: string) =>
  city.owner<{ title: string; opens: string; due: string; state: string; since: string | null }>(
    `select title, opens_on::text as opens, due_on::text as due, state, scope ->> 'unconfirmedBefore' as since
     from reviews where copied_from = $1 order by id`,
    [template],
  )

describe('a review that comes every year', () => {
  test('is made on its day, once a year, however many workers run, with everything that the template says', async () => {
    const template = await reviews.make({
      title: '令和8年度 定期見直し',
      scope: { bureaus: ['10'], unconfirmedBefore: '2099-01-01' },
      mustOpen: 3,
    })
    await questions.ask(template, [questions.asked('text')])
    expect((await keep(template, [1, 1, 2, 30]))['outcome']).toBe('saved')
    expect(await run(`${year}-12-31`)).toBe(0)
    const next = year + 1
    const made = await Promise.all(Array.from({ length: 5 }, () => run(`${next}-01-01`)))
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await run(`${next}-01-02`)).toBe(0)
    const [copy, ...more] = await madeFrom(template)
    expect(more).toEqual([])
    const leap = new Date(Date.UTC(next, 1, 29)).getUTCMonth() === 1
    expect(copy).toEqual({
      title: `令和${next - 2019}年度 定期見直し`,
      opens: `${next}-01-01`,
      due: `${next}-02-${leap ? 29 : 28}`,
      state: 'scheduled',
      since: `${next}-01-01`,
    })
    const asked = await city.owner(
      `select q.questions from review_questions q join reviews r on r.id = q.review_id where r.copied_from = $1`,
      [template],
    )
    expect(asked).toEqual([{ questions: [questions.asked('text')] }])
    expect(await run(`${next + 1}-06-01`)).toBe(1)
  })
  test('late, because nothing ran, it still leaves as many days to answer', async () => {
    const template = await reviews.make()
    await keep(template, [3, 1, 3, 31])
    await run(`${year + 2}-05-01`)
    expect(await madeFrom(template)).toMatchObject([{ opens: `${year + 2}-03-01`, due: `${year + 2}-05-31` }])
  })
  test('due before it opens in the year, it is due in the next', async () => {
    const template = await reviews.make()
    await keep(template, [11, 1, 1, 31])
    await run(`${year + 1}-11-01`)
    const made = await madeFrom(template)
    expect(made.at(-1)).toMatchObject({ opens: `${year + 1}-11-01`, due: `${year + 2}-01-31` })
  })
  test('stopped, it comes no more; a template has one at a time', async () => {
    const template = await reviews.make()
    const kept = await keep(template, [4, 1, 4, 30])
    expect((await keep(template, [5, 1, 5, 31]))['outcome']).toBe('already')
    const stop = (version: number) =>
      reviews.ask('secretary', 'review.manage', 'stop_recurrence($1, $2)', [kept['id'], version])
    expect((await stop(9))['outcome']).toBe('stale')
    expect((await stop(1))['outcome']).toBe('stopped')
    await run(`${year + 3}-04-02`)
    expect(await madeFrom(template)).toEqual([])
  })
  test('is the secretariat’s; the education officer’s only of schools', async () => {
    const template = await reviews.make()
    await expect(keep(template, [4, 1, 4, 30], 'educator')).rejects.toThrow()
    await expect(keep(template, [4, 1, 4, 30], 'clerk')).rejects.toThrow()
    const schools = await reviews.make({}, 'educator')
    expect((await keep(schools, [4, 1, 4, 30], 'educator'))['outcome']).toBe('saved')
    expect((await keep(schools, [13, 1, 4, 30]))['outcome']).toBe('unfit')
  })
})

describe('the statement', () => {
  const write = (text: string, from: string, seen: string, login = 'secretary') =>
    reviews.ask(login, 'review.manage', 'write_review_statement($1, $2, $3)', [text, from, seen])
  const newest = async () =>
    (await city.owner<{ id: string }>('select max(id)::text as id from review_statements'))[0]?.id ?? ''
  const today = async () =>
    (await city.owner<{ day: string }>('select app_today()::text as day'))[0]?.day ?? ''

  test('is written anew from a day on; what was certified keeps its text', async () => {
    const acts = approvalActs(city)
    await acts.registered('12')
    const review = await reviews.opened({ scope: { bureaus: ['10'] } })
    await reviews.rest('clerk12', review, '12', 100)
    await reviews.certify('head12', review, '12')
    const seen = await newest()
    expect((await write('We looked at every one.', await today(), seen))['outcome']).toBe('saved')
    expect((await write('We looked at none of them.', await today(), seen))['outcome']).toBe('stale')
    const [certificate] = await city.owner<{ statement: string }>(
      `select statement from review_certifications where review_id = $1 and state = 'standing'`,
      [review],
    )
    expect(certificate?.statement).not.toBe('We looked at every one.')
    const [now] = await city.owner<{ text: string }>('select review_statement() as text')
    expect(now?.text).toBe('We looked at every one.')
    await expect(city.owner(`update review_statements set text = 'nothing at all'`)).rejects.toThrow()
  })
  test('not for a day that is over, and not by who makes reviews of schools only', async () => {
    expect((await write('We looked at every one.', '2020-01-01', await newest()))['outcome']).toBe('past')
    await expect(write('We looked at every one.', '2099-01-01', await newest(), 'educator')).rejects.toThrow()
  })
})
