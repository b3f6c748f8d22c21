import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** A review of department 11 with its rows answered; `numbers` are its assets. */
async function answeredReview() {
  const numbers = [await acts.registered(), await acts.registered()]
  const review = await reviews.opened({ scope: { bureaus: ['10'] } })
  await reviews.rest('clerk', review, '11', 1000)
  const left = await city.owner<{ number: string; version: number }>(
    `select asset_number::text as number, version from review_answers where review_id = $1 and department_id = $2 and answer is null`,
    [review, city.idOf('department', '11')],
  )
  for (const row of left) await reviews.saveAll('clerk', review, [{ ...row, answer: 'change' }])
  return { review, number: numbers[0] ?? '', other: numbers[1] ?? '' }
}

test('of two heads who certify at once, one does, and the other is told who did', async () => {
  for (let round = 0; round < 10; round++) {
    const { review } = await answeredReview()
    const seen = await reviews.seal(review, '11')
    const outcomes = await Promise.all(
      ['head', 'second'].map((login) => reviews.certify(login, review, '11', seen)),
    )
    expect(outcomes.map(({ outcome }) => String(outcome)).sort()).toEqual(['alreadyCertified', 'certified'])
  }
}, 120_000)

test('an answer and a certificate at once: it stands over the answers as they are, or not at all', async () => {
  const { review, number } = await answeredReview()
  for (let round = 0; round < 50; round++) {
    const seen = await reviews.seal(review, '11')
    await Promise.all([
      reviews.certify('head', review, '11', seen),
      reviews.save('clerk', review, number, { note: `note ${round}` }),
    ])
    const [kept] = await city.owner<{ holds: boolean }>(
      `select not exists (select from review_certifications c where c.review_id = $1 and c.state = 'standing'
        and c.answers_hash <> review_answers_hash($1, c.department_id)) as holds`,
      [review],
    )
    expect(kept?.holds).toBe(true)
  }
}, 120_000)

test('an asset that was disposed of in the middle is answered by that; what was certified before stays certified', async () => {
  const { review, number } = await answeredReview()
  const beforehand = await reviews.opened({ scope: { bureaus: ['10'] } })
  expect(await reviews.certify('head', review, '11')).toMatchObject({ outcome: 'certified' })
  const [today] = await city.owner<{ day: string }>('select app_today()::text as day')
  const ended = {
    state: 'disposed',
    disposed_on: today?.day,
    disposed_by: 'clerk',
    disposal_method: 'shredding',
  }
  expect(await acts.decide('head', await acts.propose('clerk', '11', number, 'disposal', ended))).toBe(
    'approved',
  )
  // What was certified was certified: the row keeps its answer and stays where it was.
  expect(await reviews.row(review, number)).toMatchObject({ answer: 'unchanged' })
  expect(await reviews.stateOf(review, '11')).toBe('certified')
  expect(await reviews.row(beforehand, number)).toMatchObject({ answer: 'disposed', settled: true })
  const open = await reviews.opened({ scope: { bureaus: ['10'] } })
  expect(await reviews.row(open, number)).toEqual({})
})

test('a merged asset answers its own row, the one it went into stays to be answered', async () => {
  const kept = await acts.registered()
  const lost = await acts.registered()
  const review = await reviews.opened({ scope: { bureaus: ['10'] } })
  const [id] = (await acts.submit('clerk', 'asset.merge', [
    {
      departmentId: city.idOf('department', '11'),
      items: [
        { number: kept, version: await acts.version(kept), kind: 'merge', after: { state: 'active' } },
        {
          number: lost,
          version: await acts.version(lost),
          kind: 'merge',
          after: { state: 'merged', merged_into: Number(kept) },
        },
      ],
    },
  ])) as { id: string }[]
  expect(await acts.decide('head', id?.id ?? '')).toBe('approved')
  expect(await reviews.row(review, lost)).toMatchObject({ answer: 'change', settled: true })
  expect(await reviews.row(review, kept)).toMatchObject({ answer: null })
})

test('rows of a closed department go with their assets to its successor; certified ones stay certified', async () => {
  const { review, number } = await answeredReview()
  const beforehand = await reviews.opened({ scope: { bureaus: ['10'] } })
  expect(await reviews.certify('head', review, '11')).toMatchObject({ outcome: 'certified' })
  const [from, to] = [city.idOf('department', '11'), city.idOf('department', '12')]
  await city.act(
    'secretary',
    'organization.manage',
    `insert into department_successions (effective_on, kind, from_id, to_id) values (app_today(), 'merge', $1, $2)`,
    [from, to],
  )
  await city.act('secretary', 'asset.moveToSuccessor', 'select move_to_successor($1, $2, $3::bigint[])', [
    from,
    to,
    [number],
  ])
  expect(await reviews.row(review, number)).toMatchObject({
    department_id: Number(from),
    answer: 'unchanged',
  })
  expect(await reviews.row(beforehand, number)).toMatchObject({ department_id: Number(to), answer: null })
  expect(await reviews.stateOf(review, '11')).toBe('certified')
})

test('whose grant ended in the middle certifies and answers nothing any more', async () => {
  const { review, other } = await answeredReview()
  await city.act(
    'ciso',
    'grant.manageApprovers',
    `update grants set ended_on = app_today() where person_id = (select id from people where login_id = 'second')`,
  )
  await expect(reviews.certify('second', review, '11')).rejects.toThrow()
  await expect(reviews.save('second', review, other, { note: 'still there' })).rejects.toThrow()
  expect(await reviews.certify('head', review, '11')).toMatchObject({ outcome: 'certified' })
})

test('raw SQL gets past none of it: tables are written by the doors only', async () => {
  const { review } = await answeredReview()
  for (const sql of [
    `update review_answers set answer = 'unchanged', version = version + 1`,
    `insert into review_certifications (review_id, department_id, answers_hash, rows, statement, certified_by, grant_id) select ${review}, department_id, '\\x00', 1, 'a statement of mine', viewer_id(), 1 from review_departments limit 1`,
    `update review_departments set state = 'certified'`,
    `update reviews set state = 'closed'`,
    `delete from review_scope`,
    `insert into review_answer_log (review_id, asset_number, version, department_id, settled, in_bulk, at, transaction_number) values (1, 1, 1, 1, true, true, now(), 1)`,
  ])
    await expect(city.act('head', 'review.certify', sql)).rejects.toThrow(/permission denied/u)
  // And for the owner's functions too: a certificate of other answers, an answer that skips a version.
  await expect(
    city.owner(
      `update review_answers set answer = null, answered_by = null, answered_at = null, settled = false where review_id = $1`,
      [review],
    ),
  ).rejects.toThrow()
  await expect(city.owner(`update reviews set title = 'other' where id = $1`, [review])).rejects.toThrow()
})
