import { afterAll, beforeAll, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import { editAssets } from '@/lib/features/assets/edit-commands'
import { contentOf } from '@/lib/features/assets/content-queries'
import { proposeDisposals, proposeTransfers } from '@/lib/features/assets/submit-commands'
import { answerRest, saveReviewAnswers } from './answer-commands'
import { certifyDepartment, signOffBureau } from './certify-commands'
import {
  closeReview,
  editReview,
  makeReview,
  reopenDepartment,
  returnDepartment,
  startReview,
} from './commands'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

const given = {
  title: '令和8年度 定期見直し',
  answerers: 'clerks' as const,
  opensOn: '2026-03-20',
  dueOn: '2026-04-30',
  mustOpen: 0,
  scope: { bureaus: ['200'] },
}
const idOf = (outcome: object) => ('result' in outcome ? (outcome.result as { id: bigint }).id : 0n)
const secretary = () => city.may('secretariat', 'review.manage')
const owner = async <R>(sql: string, values: unknown[]) =>
  (await city.database.ownerPool.query(sql, values)).rows as R[]
const seal = async (review: bigint, department: bigint) =>
  (
    await owner<{ seal: string }>(`select encode(review_answers_hash($1, $2), 'hex') as seal`, [
      review,
      department,
    ])
  )[0]?.seal ?? ''
const row = async (review: bigint, number: bigint) =>
  (
    await owner<{ version: number; answer: string | null; settled: boolean }>(
      'select version, answer, settled from review_answers where review_id = $1 and asset_number = $2',
      [review, number],
    )
  )[0]

async function openedReview() {
  const numbers = [await work.registered('210', '滞納整理簿'), await work.registered('210', '口座台帳')]
  const id = idOf(await makeReview(await secretary(), { given, copiedFrom: null }))
  expect(await startReview(await secretary(), { id, version: 1 })).toEqual({ result: { id } })
  return { id, numbers, department: work.departmentOf('210') }
}

it('is made, edited by who saw it last, and not in the past', async () => {
  const made = idOf(await makeReview(await secretary(), { given, copiedFrom: null }))
  const edit = async (version: number, more: object = {}) =>
    editReview(await secretary(), { id: made, version, given: { ...given, ...more } })
  expect(await edit(1, { title: '別の件名' })).toEqual({ result: { id: made } })
  expect(await edit(1)).toEqual({ refused: 'stale' })
  expect(await edit(2, { opensOn: '2026-03-01' })).toMatchObject({
    invalid: { opensOn: [expect.any(String)] },
  })
  expect(await edit(2, { scope: { bureaus: ['999'] } })).toMatchObject({
    invalid: { categories: [expect.any(String)] },
  })
})

it('is answered, certified, sent back, signed off, closed and opened again', async () => {
  const { id: review, numbers, department } = await openedReview()
  const clerk = await city.may('clerk-210', 'review.answer')
  const head = await city.may('manager-210', 'review.certify')
  const number = numbers[0] ?? 0n
  const saved = await saveReviewAnswers(clerk, {
    review,
    answers: [{ number, version: 1, answer: 'unchanged', note: '確認済み' }],
  })
  expect(saved).toMatchObject({ result: { rows: [{ number, outcome: 'saved', version: 2 }] } })
  expect(
    await saveReviewAnswers(clerk, { review, answers: [{ number, version: 1, answer: null }] }),
  ).toMatchObject({
    result: {
      rows: [{ number, outcome: 'conflict', version: 2, theirs: { answer: 'unchanged' } }],
    },
  })
  expect(await answerRest(clerk, { review, department, seen: 0 })).toEqual({ refused: 'countChanged' })
  expect(await answerRest(clerk, { review, department, seen: 1000 })).toHaveProperty('result.rows')
  expect(await answerRest(clerk, { review, department, seen: 1000 })).toEqual({ refused: 'nothing' })
  const left = await owner<{ number: string; version: number }>(
    `select asset_number::text as number, version from review_answers where review_id = $1 and department_id = $2 and answer is null`,
    [review, department],
  )
  for (const { number: open, version } of left)
    await saveReviewAnswers(clerk, {
      review,
      answers: [{ number: BigInt(open), version, answer: 'unchanged', opened: true }],
    })
  expect(await certifyDepartment(head, { review, department, hash: '0'.repeat(64) })).toEqual({
    refused: 'changed',
  })
  expect(
    await certifyDepartment(head, { review, department, hash: await seal(review, department) }),
  ).toHaveProperty('result')
  const back = { review, department, reason: '台帳と合っていません' }
  expect(await returnDepartment(await secretary(), back)).toHaveProperty('result')
  expect(await returnDepartment(await secretary(), back)).toEqual({ refused: 'notCertified' })
  expect(
    await certifyDepartment(head, { review, department, hash: await seal(review, department) }),
  ).toHaveProperty('result')
  const bureau = work.departmentOf('200')
  const [unit] = await owner<{ hash: string }>(
    `select encode(review_unit_hash($1, $2, false), 'hex') as hash`,
    [review, bureau],
  )
  const chief = await city.may('chiefofficer', 'review.signOff')
  expect(
    await signOffBureau(chief, { review, bureau, schools: false, hash: unit?.hash ?? '' }),
  ).toHaveProperty('result')
  expect(await signOffBureau(chief, { review, bureau, schools: false, hash: unit?.hash ?? '' })).toEqual({
    refused: 'alreadySignedOff',
  })
  const [open] = await owner<{ version: number }>('select version from reviews where id = $1', [review])
  expect(await closeReview(await secretary(), { id: review, version: open?.version ?? 0 })).toHaveProperty(
    'result',
  )
  expect(await answerRest(clerk, { review, department, seen: 0 })).toEqual({ refused: 'closed' })
  expect(await reopenDepartment(await secretary(), back)).toHaveProperty('result')
  expect(await reopenDepartment(await secretary(), back)).toEqual({ refused: 'open' })
  const actions = await owner<{ action: string }>(
    `select action from audit_events where subject_type like 'review%' and (subject_id = $1 or details ->> 'key' = $2) order by id`,
    [review, `${review}/${department}`],
  )
  expect(new Set(actions.map(({ action }) => action))).toEqual(
    new Set([
      'review.made',
      'review.opened',
      'review.started',
      'review.answered',
      'review.answeredInBulk',
      'review.certified',
      'review.returned',
      'review.closed',
      'review.reopened',
    ]),
  )
})

it('takes what the forms of an asset do as the answer of its row', async () => {
  const { id: reviewId, numbers } = await openedReview()
  const [edited = 0n, ended = 0n] = numbers
  const clerk = await city.may('clerk-210', 'asset.edit')
  const seen = await work.seen(edited)
  const edit = {
    number: edited,
    version: seen.version,
    content: { ...contentOf(seen), remarks: '棚を替えた' },
    scheme: work.scheme(),
    classification: null,
  }
  expect(await editAssets(clerk, [edit], { reviewId })).toMatchObject({
    result: { wrote: true, submitted: false },
  })
  expect(await row(reviewId, edited)).toMatchObject({ answer: 'change', settled: true })
  const { version } = await work.seen(ended)
  const disposal = {
    number: ended,
    version,
    disposedOn: '2026-03-09',
    disposedBy: '担当',
    method: 'ordinary' as const,
    reviewId,
  }
  const methods = ['ordinary', 'destruction', 'physicalDestruction', 'shredding'] as const
  for (const method of methods) {
    const outcome = await proposeDisposals(await city.may('clerk-210', 'asset.dispose'), [
      { ...disposal, method },
    ])
    if ('result' in outcome) break
  }
  expect(await row(reviewId, ended)).toMatchObject({ answer: 'disposed', settled: true })
  const transfer = {
    number: edited,
    version: (await work.seen(edited)).version,
    departmentId: work.departmentOf('110'),
    category: 'internal' as const,
    reason: '市民課の事務',
    reviewId,
  }
  expect(await proposeTransfers(await city.may('clerk-210', 'asset.transfer'), [transfer])).toHaveProperty(
    'result',
  )
  expect(await row(reviewId, edited)).toMatchObject({ answer: 'notOurs', settled: false })
  const trail = await owner<{ found: boolean }>(
    `select exists (select from audit_events where details -> 'subjects' ? $1) as found`,
    [String(edited)],
  )
  expect(trail[0]?.found).toBe(true)
})
