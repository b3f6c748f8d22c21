import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let number: string
let review: string
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
}, 120_000)
afterAll(() => city.end())

const versionOf = async () => Number((await reviews.row(review, number))['version'])
const disown = async (login: string, note = 'never ours', version?: number) =>
  reviews.ask(login, 'review.answer', 'disown_row($1, $2, $3, $4)', [
    review,
    number,
    version ?? (await versionOf()),
    note,
  ])
const route = async (login: string, department: string, version?: number) =>
  reviews.ask(login, 'review.manage', 'route_row($1, $2, $3, $4, $5, $6)', [
    review,
    number,
    version ?? (await versionOf()),
    city.idOf('department', department),
    'whose it is',
    'see the register',
  ])
type Unrouted = {
  number: string
  name: string | null
  suggestions: { code: string }[]
  refusal: string | null
}[]
const unrouted = (login = 'secretary') =>
  reviews.askFor<Unrouted | null>(login, 'review.manage', 'review_unrouted($1)', [review])
const waits = async (login: string) =>
  (
    await reviews.askFor<{ kind: string; reviewId: string; rows: number }[]>(
      login,
      'review.read',
      'review_inbox()',
    )
  )
    .filter((entry) => entry.kind === 'route' && entry.reviewId === review)
    .map(({ rows }) => rows)

/** A review with one asset of department 12. */
async function begin(visibility = 'internal') {
  number = await acts.registered('12', { confidentiality: '2' }, visibility)
  review = await reviews.opened({ scope: { bureaus: ['10'] } })
}

describe('not ours, and nobody knows whose', () => {
  test('the row stays with its asker, is not settled, and waits in the inbox of the secretariat', async () => {
    await begin()
    expect(await disown('clerk12')).toEqual({ outcome: 'saved' })
    expect(await reviews.row(review, number)).toMatchObject({
      department_id: Number(city.idOf('department', '12')),
      answer: 'notOurs',
      settled: false,
      note: 'never ours',
    })
    expect((await unrouted())?.map((row) => row.number)).toEqual([number])
    expect(await waits('secretary')).toEqual([1])
    expect(await waits('clerk12')).toEqual([])
    expect((await reviews.certify('head12', review, '12'))['outcome']).not.toBe('certified')
  })
  test('at a version that is over it is a conflict; others may not say it', async () => {
    await begin()
    expect(await disown('clerk12', '', 7)).toEqual({ outcome: 'conflict' })
    expect(await disown('clerk')).toEqual({ outcome: 'gone' })
    await expect(disown('secretary')).rejects.toThrow()
    expect(await unrouted()).toEqual([])
  })
  test('only who manages the review routes, and is shown the rows', async () => {
    await begin()
    await disown('clerk12')
    expect(await unrouted('educator')).toBeNull()
    await expect(route('clerk12', '11')).rejects.toThrow()
    await expect(route('educator', '11')).rejects.toThrow()
  })
  test('a 関係者限り row is routed by its number, without its name', async () => {
    await begin('restricted')
    await disown('head12')
    expect(await unrouted()).toMatchObject([{ number, name: null, note: null }])
  })
})

describe('routing', () => {
  test('submits a transfer in the name of the answerer; accepted, the row is the new department’s to answer', async () => {
    await begin()
    expect(await reviews.save('clerk12', review, number, { opened: true })).toMatchObject({
      outcome: 'saved',
    })
    await disown('clerk12')
    const answer = await route('secretary', '11')
    expect(answer).toMatchObject({ outcome: 'routed', answeredBy: city.idOf('person', 'clerk12') })
    const id = String(answer['id'])
    expect(await unrouted()).toEqual([])
    expect(await acts.decide('head12', id)).toBeDefined()
    expect(await reviews.row(review, number)).toMatchObject({
      department_id: Number(city.idOf('department', '12')),
      answer: 'notOurs',
    })
    await acts.decide('head', id)
    expect(await reviews.row(review, number)).toMatchObject({
      department_id: Number(city.idOf('department', '11')),
      answer: null,
      proposal_id: null,
      // Whoever takes it over has not looked at it yet.
      opened_by: null,
    })
    await reviews.close('secretary', review)
    const { departments } = await reviews.askFor<{ departments: { id: string; changes: object }[] }>(
      'secretary',
      'review.read',
      'review_report($1)',
      [review],
    )
    const changesOf = (code: string) =>
      departments.find(({ id }) => id === city.idOf('department', code))?.changes
    expect(changesOf('12')).toMatchObject({ transfer: 1 })
    expect(changesOf('11')).not.toMatchObject({ transfer: 1 })
  })
  test('refused by the department that was named, it waits for the secretariat again, with the reason', async () => {
    await begin()
    await disown('clerk12')
    const id = String((await route('secretary', '11'))['id'])
    await acts.decide('head12', id)
    await acts.decide('head', id, 'return', { reason: 'not ours either' })
    expect(await unrouted()).toMatchObject([{ number, refusal: 'not ours either' }])
    expect(await reviews.row(review, number)).toMatchObject({
      department_id: Number(city.idOf('department', '12')),
      answer: 'notOurs',
      settled: false,
    })
    expect((await route('secretary', '13'))['outcome']).toBe('routed')
  })
  test('a transfer that its asker named and nobody took waits for the secretariat as well', async () => {
    await begin()
    const id = await reviews.submitFor(
      'clerk12',
      review,
      '12',
      number,
      'transfer',
      { department_id: Number(city.idOf('department', '11')) },
      { to: '11' },
    )
    expect(await unrouted()).toEqual([])
    await acts.decide('head12', id)
    await acts.decide('head', id, 'return', { reason: 'no' })
    expect((await unrouted())?.map((row) => row.number)).toEqual([number])
  })
  test('to the department itself it goes back to be answered; twice it is told who was first', async () => {
    await begin()
    await disown('clerk12')
    const version = await versionOf()
    expect(await route('secretary', '12', version)).toEqual({ outcome: 'givenBack' })
    expect(await reviews.row(review, number)).toMatchObject({ answer: null, note: 'see the register' })
    expect((await route('secretary', '11', version))['outcome']).toBe('gone')
  })
  test('not between a school and the others, whose schemes differ', async () => {
    await begin()
    await disown('clerk12')
    expect(await route('secretary', '91')).toEqual({ outcome: 'otherScheme' })
  })
  test('who had it before is suggested', async () => {
    await begin()
    const id = await acts.propose(
      'clerk12',
      '12',
      number,
      'transfer',
      { department_id: Number(city.idOf('department', '11')) },
      undefined,
      '11',
    )
    await acts.decide('head12', id)
    await acts.decide('head', id)
    await disown('clerk')
    expect(await unrouted()).toMatchObject([{ suggestions: [{ code: '12' }] }])
  })
})

test('never lost between two departments: whatever is answered, routed, returned and withdrawn, each row has one department and somebody whose turn it is', async () => {
  const seed = Number(process.env['SEED'] ?? 20_261_123)
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  await begin()
  const clerks: Record<string, string> = { '11': 'clerk', '12': 'clerk12', '13': 'clerk13' }
  const heads: Record<string, string> = { '11': 'head', '12': 'head12' }
  const codeOf = new Map(['11', '12', '13'].map((code) => [Number(city.idOf('department', code)), code]))
  for (let step = 0; step < 60; step++) {
    const row = await reviews.row(review, number)
    const here = codeOf.get(Number(row['department_id'])) ?? ''
    const open = (
      await city.owner<{ id: string }>(
        `select p.id::text from proposals p join proposal_items i on i.proposal_id = p.id where i.asset_number = $1 and p.state = 'submitted'`,
        [number],
      )
    )[0]?.id
    const act = random(5)
    if (open === undefined && act < 2) await disown(clerks[here] ?? '')
    else if (open === undefined && act === 2)
      await reviews.save(clerks[here] ?? '', review, number, { answer: null })
    else if (open === undefined) await route('secretary', ['11', '12'][random(2)] ?? '')
    else
      for (const login of [heads[here] ?? 'officer', 'head', 'head12', 'officer'])
        await acts.decide(login, open, act < 2 ? 'return' : 'approve', act < 2 ? { reason: 'no' } : {})
    const after = await reviews.row(review, number)
    const routable = (await unrouted())?.some((each) => each.number === number) ?? false
    const waiting = await city.owner(`select 1 from proposals p where p.id = $1 and p.state = 'submitted'`, [
      after['proposal_id'] ?? 0,
    ])
    const turns = [after['answer'] === null, routable, waiting.length > 0].filter(Boolean).length
    expect([`seed ${seed} step ${step}`, turns]).toEqual([`seed ${seed} step ${step}`, 1])
    const [asset] = await city.owner<{ id: number }>(
      'select department_id::int as id from assets where number = $1',
      [number],
    )
    expect(asset?.id).toBe(after['department_id'])
  }
}, 120_000)
