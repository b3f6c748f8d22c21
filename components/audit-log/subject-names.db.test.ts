import { afterAll, beforeAll, expect, test } from 'vitest'
import { trailItems } from '@/components/audit-log/trail-items'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import { showAsset } from '@/lib/features/assets/page-queries'
import { readTrail } from '@/lib/features/audit-log/queries'
import { readTrailSearch } from '@/lib/features/audit-log/schema'
import { answerRest } from '@/lib/features/reviews/answer-commands'
import { makeReview, startReview } from '@/lib/features/reviews/commands'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

const trailOf = async (group: string) => {
  const actor = await city.may('chiefofficer', 'audit.read')
  const { events } = await readTrail(actor, readTrailSearch({ group }))
  return trailItems(events, false)
}

test("an asset's own trail says who submitted it and who registered it, without the title of what it was submitted with", async () => {
  const number = await work.registered('210', '口座台帳')
  const shown = await showAsset(await city.may('clerk-210', 'asset.read'), number, null)
  expect(shown?.trail.map(({ sentence }) => sentence.replace(/^.*?さんが、/u, ''))).toEqual([
    '情報資産を登録しました',
    '承認を受けるため提出しました',
    '情報資産の下書きを保存しました',
  ])
  const { name } = await city.viewerOf('clerk-210')
  expect(shown?.trail[1]).toMatchObject({ sentence: expect.stringContaining(name) as string, changes: [] })
  expect((await trailOf('proposal')).map(({ subject }) => subject?.label)).toContainEqual(
    expect.stringContaining('口座台帳'),
  )
})

test('what was done in a review says which review, and of which department', async () => {
  const number = await work.registered('210', '滞納整理簿')
  const title = '令和8年度 定期見直し'
  const dates = { answerers: 'clerks' as const, opensOn: '2026-03-20', dueOn: '2026-04-30', mustOpen: 0 }
  const secretary = await city.may('secretariat', 'review.manage')
  const made = await makeReview(secretary, {
    given: { title, ...dates, scope: { bureaus: ['200'] } },
    copiedFrom: null,
  })
  const review = 'result' in made ? made.result.id : 0n
  await startReview(secretary, { id: review, version: 1 })
  const department = work.departmentOf('210')
  const clerk = await city.may('clerk-210', 'review.answer')
  expect(await answerRest(clerk, { review, department, seen: 1000 })).toHaveProperty('result.rows')
  const { rows } = await city.database.ownerPool.query<{ name: string }>(
    'select name from departments where id = $1',
    [String(department)],
  )
  const labels = (await trailOf('review')).map(({ subject }) => subject?.label)
  expect(labels).toContain(`定期見直しの課　${title}　${rows[0]?.name ?? ''}`)
  expect(labels).toContain(`定期見直し　${title}`)
  const shown = await showAsset(await city.may('clerk-210', 'asset.read'), number, null)
  expect(shown?.trail[0]?.about).toBe(`${title}　${rows[0]?.name ?? ''}`)
})
