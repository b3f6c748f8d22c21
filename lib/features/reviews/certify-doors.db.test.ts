import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
  await acts.registered('11')
}, 120_000)
afterAll(() => city.end())

const refused = /insufficient|refus|needs|permission|may/iu

let review: string
let number: string
beforeEach(async () => {
  number = await acts.registered('12')
  review = await reviews.opened({ scope: { bureaus: ['10'] } })
  await reviews.rest('clerk12', review, '12', 1000)
  await finish(review)
})
/** Whatever the rest left open in department 12. */
const finish = async (wanted: string) => {
  const open = await city.owner<{ number: string; version: number }>(
    `select asset_number::text as number, version from review_answers where review_id = $1 and department_id = $2 and (answer is null or not settled)`,
    [wanted, city.idOf('department', '12')],
  )
  for (const { number: left, version } of open)
    await reviews.saveAll('clerk12', wanted, [{ number: left, version, answer: 'change' }])
}

test('binds to the answers that were seen, confirms the assets, and any later change voids it', async () => {
  const seen = await reviews.seal(review, '12')
  await reviews.save('clerk12', review, number, { note: 'one more' })
  expect(await reviews.certify('head12', review, '12', seen)).toMatchObject({ outcome: 'changed' })
  expect(await reviews.certify('clerk12', review, '12').catch(() => 'refused')).toBe('refused')
  expect(await reviews.certify('head12', review, '12')).toMatchObject({ outcome: 'certified' })
  expect(await reviews.certify('head12', review, '12')).toMatchObject({
    outcome: 'alreadyCertified',
    by: 'head12',
  })
  const [asset] = await city.owner<{ today: boolean }>(
    'select last_confirmed_on = app_today() as today from assets where number = $1',
    [number],
  )
  expect([await reviews.stateOf(review, '12'), asset?.today]).toEqual(['certified', true])
  await reviews.save('clerk12', review, number, { note: 'and one more' })
  expect(await reviews.stateOf(review, '12')).toBe('open')
  const [voided] = await city.owner<{ state: string; end_reason: string }>(
    'select state, end_reason from review_certifications where review_id = $1',
    [review],
  )
  expect(voided).toMatchObject({ state: 'voided', end_reason: 'answersChanged' })
})
test('an addition to the ledger that carries the review voids it too', async () => {
  await reviews.certify('head12', review, '12')
  const draft = await acts.draft('clerk12', '12')
  expect(
    await reviews.submitFor('clerk12', review, '12', draft, 'registration', { state: 'active' }),
  ).toMatch(/^\d+$/u)
  expect(await reviews.stateOf(review, '12')).toBe('open')
})
test('is returned with a reason, signed off by the bureau officer, and closed with a report', async () => {
  await reviews.certify('head12', review, '12')
  await expect(reviews.giveBack('clerk12', review, '12')).rejects.toThrow(refused)
  expect(await reviews.giveBack('secretary', review, '12')).toEqual({ outcome: 'returned' })
  expect(await reviews.stateOf(review, '12')).toBe('returned')
  await reviews.certify('head12', review, '12')
  expect(await reviews.signOff('officer', review, '10')).toMatchObject({ outcome: 'notCertified' })
  const own = await reviews.opened({
    scope: { bureaus: ['10'], levels: { confidentiality: ['2', '1', '3C', '3B', '3A'] } },
  })
  const units = await city.owner<{ code: string }>(
    'select d.code from review_departments r join departments d on d.id = r.department_id where r.review_id = $1',
    [own],
  )
  for (const { code } of units) await certifyAll(own, code)
  expect(await reviews.signOff('officer', own, '10')).toMatchObject({ outcome: 'signedOff' })
  expect(await reviews.close('secretary', own)).toEqual({ outcome: 'closed' })
  const report = await reviews.ask('secretary', 'review.read', 'review_report($1)', [own])
  const sum = (report['departments'] as { rows: number }[]).reduce((total, { rows }) => total + rows, 0)
  expect(sum).toBe(report['rows'])
  expect(await reviews.save('clerk12', own, number, { note: 'too late' })).toMatchObject({
    outcome: 'closed',
  })
  expect(await reviews.reopen('secretary', own, '12')).toEqual({ outcome: 'reopened' })
  expect(await reviews.save('clerk12', own, number, { note: 'again' })).toMatchObject({ outcome: 'saved' })
  expect(await reviews.certify('head12', own, '12')).toMatchObject({ outcome: 'certified' })
  const later = await reviews.ask('secretary', 'review.read', 'review_report($1)', [own])
  expect(later).toEqual(report)
})
const certifyAll = async (wanted: string, code: string) => {
  const clerk = { '11': 'clerk', '12': 'clerk12', '13': 'clerk13' }[code] ?? ''
  const head = { '11': 'head', '12': 'head12', '13': 'officer' }[code] ?? ''
  await reviews.rest(clerk, wanted, code, 1000)
  const open = await city.owner<{ number: string; version: number }>(
    `select asset_number::text as number, version from review_answers where review_id = $1 and department_id = $2 and answer is null`,
    [wanted, city.idOf('department', code)],
  )
  for (const row of open) await reviews.saveAll(clerk, wanted, [{ ...row, answer: 'change' }])
  expect(await reviews.certify(head, wanted, code)).toMatchObject({ outcome: 'certified' })
}

test('what waits for whom is listed and counted', async () => {
  const kinds = async (login: string) => {
    const entries = await reviews.askFor<{ kind: string; reviewId: string }[]>(
      login,
      'self.manage',
      'review_inbox()',
    )
    return entries.filter((entry) => entry.reviewId === review).map(({ kind }) => kind)
  }
  expect([
    await kinds('clerk12'),
    await kinds('head12'),
    await kinds('officer'),
    await kinds('secretary'),
  ]).toEqual([[], ['certify'], [], []])
  await reviews.certify('head12', review, '12')
  await reviews.giveBack('secretary', review, '12')
  expect([await kinds('clerk12'), await kinds('head12')]).toEqual([['returnedSheet'], ['certify']])
  const [count] = await city.owner<{ n: number }>(
    `select inbox_count((select id from people where login_id = 'clerk12')) as n`,
  )
  expect(count?.n).toBeGreaterThan(0)
})
