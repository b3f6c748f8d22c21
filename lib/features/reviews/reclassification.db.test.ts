import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { earlierAssets, type EarlierAsset } from '@/e2e/support/earlier-assets'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { unclassified } from '@/lib/domain/classification'
import { mapLevels } from '@/lib/domain/scheme-mapping'
import { mappingEarlierTo2024 as mapping } from '@/lib/domain/schemes/mapping-earlier-2024'
import { contentOf } from '@/lib/features/assets/content-queries'
import { editAssets } from '@/lib/features/assets/edit-commands'
import { findAsset } from '@/lib/features/assets/queries'
import { keepMapping } from '@/lib/features/schemes/mapping-commands'
import { listMappings } from '@/lib/features/schemes/mapping-queries'
import { approveThrough } from '@/lib/testing/registered'
import { accepted } from '@/scripts/sample-city/actors'
import { adoptProposed } from './adopt-commands'
import { answerRest, saveReviewAnswers } from './answer-commands'
import { closeReview, editReview, makeReview, startReview } from './commands'
import { countMoves, showSchemeChanges } from './reclassification-queries'

const ledger: EarlierAsset[] = [
  ['1', 'specific'],
  ['2', 'none'],
  ['2', 'none', 'restricted'],
  ['2', 'personal'],
  ['2', null],
  ['3', 'none'],
]
const moves = { from: mapping.from, to: mapping.to }
const days = { opensOn: '2099-04-01', dueOn: '2099-05-01' }
const content = { title: 'new levels', answerers: 'clerks' as const, mustOpen: 0, scope: {}, ...days }

let city: SmallCity
let numbers: bigint[]
let department: bigint
beforeAll(async () => {
  city = await smallCity()
  department = city.departmentIds.get('110') ?? 0n
  numbers = await earlierAssets(city, ledger)
}, 120_000)
afterAll(() => city.end())

const secretariat = () => city.may('secretariat', 'review.manage')
const editor = () => city.may('secretariat', 'scheme.edit')
const clerk = () => city.may('clerk-110', 'asset.reclassify')
const owner = async <R extends object>(sql: string, values: unknown[] = []) =>
  (await city.database.ownerPool.query<R>(sql, values)).rows
const made = async () => {
  const outcome = await makeReview(await secretariat(), { given: content, copiedFrom: null, moves })
  if (!('result' in outcome)) throw new Error('no review was made')
  return outcome.result.id
}
const start = async (id: bigint) => {
  const [row] = await owner<{ version: number }>('select version from reviews where id = $1', [id])
  return startReview(await secretariat(), { id, version: row?.version ?? 0 })
}
/** Somebody judges an asset of the ledger above under the levels of 2024. */
const judge = async (at: number, confidentiality: string) => {
  const number = numbers[at] ?? 0n
  const actor = await clerk()
  const found = await findAsset(actor, number)
  if (!found) throw new Error('out of reach')
  const edit = {
    number,
    version: found.asset.version,
    content: contentOf(found.asset),
    scheme: { schemeId: city.schemes.municipal, schemeFamily: 'municipal' as const },
    classification: {
      schemeId: city.schemes.municipal,
      levels: { ...unclassified, confidentiality, integrity: '1', availability: '1' },
      audience: null,
      reason: '新しい版で判断した',
      occasion: 'schemeChange' as const,
      answers: null,
      proposed: null,
    },
  }
  accepted(await editAssets(actor, [edit]), 'judged')
}
const answersOf = (review: bigint) =>
  owner<{ answer: string | null; settled: boolean; inBulk: boolean }>(
    `select answer, settled, in_bulk as "inBulk" from review_answers where review_id = $1 order by asset_number`,
    [review],
  )

describe('before a review of a new version opens', () => {
  test('it waits for a whole mapping, and keeps no other review waiting', async () => {
    const id = await made()
    expect(await start(id)).toEqual({ refused: 'mappingMissing' })
    const whole = mapping.lines.filter(({ fromCode }) => fromCode !== '3')
    expect(await keepMapping(await editor(), { ...mapping, lines: whole, seen: [] })).toEqual({
      refused: 'notWhole',
    })
    expect(await listMappings(await editor())).toEqual([])
  })

  test('only the secretariat writes a mapping, over what it saw', async () => {
    await expect(city.may('clerk-110', 'scheme.edit')).rejects.toThrow()
    expect(await keepMapping(await editor(), { ...mapping, seen: [] })).toEqual({
      result: { to: mapping.to },
    })
    expect(await keepMapping(await editor(), { ...mapping, seen: [] })).toEqual({ refused: 'stale' })
    expect(await listMappings(await editor())).toMatchObject([{ ...moves, whole: true, used: false }])
  })

  test('a pair of different schemes is none, and a review can become a regular one again', async () => {
    const wrong = await makeReview(await secretariat(), {
      given: content,
      copiedFrom: null,
      moves: { from: mapping.from, to: 'education-2025' },
    })
    expect(wrong).toMatchObject({ invalid: { schemes: [expect.any(String)] } })
    const id = await made()
    await editReview(await secretariat(), { id, version: 1, given: content })
    expect(await owner('select from review_reclassifications where review_id = $1', [id])).toEqual([])
  })

  test('it says how many follow and how many are to be judged', async () => {
    expect(await countMoves(await secretariat(), {}, moves)).toContain('1課の6件')
    expect(await countMoves(await secretariat(), {}, moves)).toContain('決まるもの3件、判断し直すもの3件')
  })
})

describe('a review of a new version', () => {
  let review: bigint
  beforeAll(async () => {
    review = await made()
    accepted(await start(review), 'start')
  })

  test('freezes the assets under the earlier version with what follows, as the rule says', async () => {
    const frozen = await owner<{ number: string; proposed: unknown; judged: boolean }>(
      `select asset_number::text as number, proposed, judge_anew as judged from review_scope where review_id = $1 order by 1::bigint`,
      [review],
    )
    expect(frozen).toEqual(
      ledger.map(([confidentiality, personal], at) => {
        const levels = { ...unclassified, confidentiality, integrity: '1', availability: '1' }
        const { proposed } = mapLevels(mapping, levels, personal)
        return { number: String(numbers[at]), proposed, judged: proposed === null }
      }),
    )
  })

  test('keeps its mapping as it is', async () => {
    expect(await keepMapping(await editor(), { ...mapping, seen: mapping.lines })).toEqual({
      refused: 'used',
    })
  })

  test('has no row that is simply unchanged: not by the rest, not one by one', async () => {
    const answering = await city.may('clerk-110', 'review.answer')
    expect(await answerRest(answering, { review, department, seen: 9 })).toEqual({ refused: 'nothing' })
    const [number] = numbers
    const answers = [{ number: number ?? 0n, version: 1, answer: 'unchanged' as const, opened: true }]
    const saved = await saveReviewAnswers(answering, { review, answers })
    expect(saved).toMatchObject({ result: { rows: [{ outcome: 'refused' }] } })
  })

  test('takes over in one press what follows: one proposal, its chain up to the officer', async () => {
    const wanted = { review, department, number: null }
    expect(await adoptProposed(await clerk(), { ...wanted, seen: 2 })).toEqual({ refused: 'countChanged' })
    const both = await Promise.all([
      adoptProposed(await clerk(), { ...wanted, seen: 3 }),
      adoptProposed(await clerk(), { ...wanted, seen: 3 }),
    ])
    expect(both.filter((outcome) => 'result' in outcome)).toEqual([{ result: { rows: 3 } }])
    expect(await adoptProposed(await clerk(), { ...wanted, seen: 0 })).toEqual({ refused: 'nothing' })
    const [proposal] = await owner<{ items: number; origin: string; duties: string[]; reasons: string[] }>(
      `select p.items, p.origin, array(select duty from approval_steps s where s.proposal_id = p.id order by place) as duties,
         array(select judgement ->> 'reason' from proposal_items i where i.proposal_id = p.id) as reasons
       from proposals p where p.review_id = $1`,
      [review],
    )
    expect(proposal).toMatchObject({ items: 3, origin: 'reclassification', duties: ['manager', 'officer'] })
    expect(proposal?.reasons.every((reason) => /対応表.*旧：自治体機密性[12]・/u.test(reason))).toBe(true)
    const answers = await answersOf(review)
    expect(answers.slice(0, 3)).toEqual(Array(3).fill({ answer: 'change', settled: true, inBulk: true }))
    expect(answers.slice(3).every(({ answer }) => answer === null)).toBe(true)
  })

  test('changes nothing before it is approved, and keeps both values then', async () => {
    const actor = await city.may('secretariat', 'review.read')
    expect(await showSchemeChanges(actor, review)).toMatchObject({
      totals: [{ rows: 0 }, { rows: 6 }],
      axes: [],
    })
    await approveThrough(city.may, ['manager-110', 'bureauofficer'], numbers.slice(0, 3))
    const kept = await owner<{ codes: string[]; occasions: string[] }>(
      `select array_agg(s.code || ' ' || c.confidentiality order by c.id) as codes, array_agg(c.occasion order by c.id) as occasions
       from classifications c join classification_schemes s on s.id = c.scheme_id where c.asset_number = $1`,
      [numbers[1]],
    )
    expect(kept).toEqual([
      {
        codes: ['municipal-earlier 2', 'municipal-2024 2'],
        occasions: ['registration', 'schemeChange'],
      },
    ])
    const changes = await showSchemeChanges(actor, review)
    expect(changes?.totals.map(({ rows }) => rows)).toEqual([3, 3])
    expect(changes?.axes[0]).toMatchObject({
      axis: 'confidentiality',
      lines: [
        { from: '自治体機密性2', to: '自治体機密性2', rows: 2 },
        { from: '自治体機密性1', to: '自治体機密性1', rows: 1 },
      ],
    })
    expect(changes?.still).toMatchObject([{ name: '市民部 市民課', rows: 3 }])
  })

  test('shows the counts of no department beyond reach, and nothing of a regular review', async () => {
    const elsewhere = await city.may('clerk-210', 'review.read')
    expect(await showSchemeChanges(elsewhere, review)).toMatchObject({ totals: [{ rows: 0 }, { rows: 0 }] })
  })

  test('stays in its report as it was closed, whatever becomes of the assets later', async () => {
    const [row] = await owner<{ version: number }>('select version from reviews where id = $1', [review])
    accepted(await closeReview(await secretariat(), { id: review, version: row?.version ?? 0 }), 'close')
    const actor = await city.may('secretariat', 'review.read')
    const before = await showSchemeChanges(actor, review)
    await judge(5, '2')
    const duties = await owner<{ duty: string }>(
      `select duty from approval_steps s join proposal_items i using (proposal_id) where i.asset_number = $1 and i.state = 'open' order by s.place`,
      [numbers[5]],
    )
    expect(duties.map(({ duty }) => duty)).toEqual(['manager', 'ciso'])
    await approveThrough(city.may, ['manager-110', 'ciso'], numbers.slice(5))
    expect(await showSchemeChanges(actor, review)).toEqual(before)
  })
})
