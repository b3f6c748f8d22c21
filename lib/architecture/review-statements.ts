import type { SmallCity } from '@/e2e/support/small-city'
import { prepareCertify } from '@/lib/features/reviews/certify-queries'
import { makeReview, startReview } from '@/lib/features/reviews/commands'
import { prepareNewReview, prepareReviewForm } from '@/lib/features/reviews/form-queries'
import { findManaged, prepareClose, prepareSignOff } from '@/lib/features/reviews/manage-queries'
import { showProgress } from '@/lib/features/reviews/progress-queries'
import { findOfflinePage, showOffline } from '@/lib/features/reviews/offline-queries'
import { listReviews } from '@/lib/features/reviews/queries'
import { showReminders } from '@/lib/features/reviews/reminder-queries'
import { showRecurrences, showStatements } from '@/lib/features/reviews/recurrence-queries'
import { showReport } from '@/lib/features/reviews/report-queries'
import { showReview } from '@/lib/features/reviews/review-page-queries'
import { showUnrouted } from '@/lib/features/reviews/route-queries'
import { showRow } from '@/lib/features/reviews/row-queries'
import { showSheet } from '@/lib/features/reviews/sheet-queries'
import { authorize } from '@/lib/platform/authorize'
import { change } from '@/lib/platform/change'
import type { Viewer } from '@/lib/platform/viewer'
import { accepted } from '@/scripts/sample-city/actors'

export type Page = { as: string; ask: (viewer: Viewer) => Promise<unknown>; statements: number }
export type OpenedReview = {
  review: bigint
  department: bigint
  bureau: string
  asset: bigint
  /** Of answers on paper, read and not answered. */
  workbook: bigint
}

/** Opens a review of the whole small city; answers it with a department, its bureau and an asset of it. */
export async function openReview(city: SmallCity, asset: bigint): Promise<OpenedReview> {
  const given = { title: 'yearly', answerers: 'clerks' as const, mustOpen: 0, scope: {} }
  const days = { opensOn: '2099-04-01', dueOn: '2099-05-01' }
  const manager = await city.may('secretariat', 'review.manage')
  const made = await makeReview(manager, { given: { ...given, ...days }, copiedFrom: null })
  if (!('result' in made)) throw new Error('no review was made')
  const { id } = accepted(await startReview(manager, { id: made.result.id, version: 1 }), 'start')
  const department = city.departmentIds.get('110') ?? 0n
  const shown = await showProgress(await city.may('secretariat', 'review.read'), id)
  const unit = shown?.units.find((each) => each.departments.some((one) => one.id === String(department)))
  const workbook = await bringAnswers(city, id)
  return { review: id, department, bureau: unit?.key ?? '', asset, workbook }
}

async function bringAnswers(city: SmallCity, review: bigint): Promise<bigint> {
  const number = city.assets.find(({ code, state }) => code === '331' && state === 'active')?.number ?? 0n
  const row = {
    sheet: 'school',
    line: 2,
    number,
    review,
    assetVersion: 1,
    answerVersion: 1,
    answer: 'unchanged',
  }
  const told = JSON.stringify(
    { rows: [{ ...row, given: [], problems: [] }], unread: [] },
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  )
  const kept = await change(await city.may('educationofficer', 'review.answerOffline'), async (db) => {
    const [answer] = await db.$queryRaw<{ id: string }[]>`
      select keep_offline_workbook(${review}, 'answers.xlsx', sha256('answers'), ${told}::jsonb) ->> 'id' as id`
    return {
      result: BigInt(answer?.id ?? 0),
      events: [{ action: 'review.offlineBrought', subjectType: 'reviews', subjectId: review }],
    }
  })
  return accepted(kept, 'kept')
}

/** What the pages of reviews ask of the database; `at` is known once the review is open. */
export const reviewPages = (at: () => OpenedReview): Record<string, Page> => ({
  '/reviews': { as: 'assetclerk', ask: (who) => listReviews(authorize(who, 'review.read')), statements: 5 },
  '/reviews/[id]': {
    as: 'secretariat',
    ask: (who) => showReview(authorize(who, 'review.read'), at().review, undefined),
    statements: 6,
  },
  '/reviews/[id]/certify': {
    as: 'assetmanager',
    ask: (who) => prepareCertify(authorize(who, 'review.certify'), at().review, at().department),
    statements: 7,
  },
  '/reviews/[id]/close': {
    as: 'secretariat',
    ask: (who) => prepareClose(authorize(who, 'review.manage'), at().review),
    statements: 6,
  },
  '/reviews/[id]/edit': {
    as: 'secretariat',
    ask: (who) => prepareReviewForm(authorize(who, 'review.manage'), at().review),
    statements: 7,
  },
  '/reviews/[id]/reminders': {
    as: 'secretariat',
    ask: (who) => showReminders(authorize(who, 'review.manage'), at().review, null),
    statements: 6,
  },
  '/reviews/[id]/offline': {
    as: 'educationofficer',
    ask: (who) => findOfflinePage(authorize(who, 'review.read'), at().review),
    statements: 5,
  },
  '/reviews/[id]/offline/[book]': {
    as: 'educationofficer',
    ask: (who) => showOffline(authorize(who, 'review.read'), at().review, at().workbook),
    statements: 5,
  },
  '/reviews/[id]/reopen': {
    as: 'secretariat',
    ask: (who) => findManaged(authorize(who, 'review.manage'), at().review, at().department),
    statements: 6,
  },
  '/reviews/[id]/report': {
    as: 'secretariat',
    ask: (who) => showReport(authorize(who, 'review.read'), at().review),
    statements: 6,
  },
  '/reviews/[id]/return': {
    as: 'secretariat',
    ask: (who) => findManaged(authorize(who, 'review.manage'), at().review, at().department),
    statements: 6,
  },
  '/reviews/[id]/sheet': {
    as: 'assetclerk',
    ask: (who) =>
      showSheet(authorize(who, 'review.read'), at().review, null, { show: 'all', after: null, mends: false }),
    statements: 6,
  },
  '/reviews/[id]/sheet/[number]': {
    as: 'assetclerk',
    ask: (who) => showRow(authorize(who, 'review.read'), at().review, at().asset),
    statements: 8,
  },
  '/reviews/[id]/sign-off': {
    as: 'bureauofficer',
    ask: (who) => prepareSignOff(authorize(who, 'review.signOff'), at().review, at().bureau),
    statements: 7,
  },
  '/reviews/[id]/route': {
    as: 'secretariat',
    ask: (who) => showUnrouted(authorize(who, 'review.manage'), at().review),
    statements: 6,
  },
  '/reviews/new': {
    as: 'secretariat',
    ask: (who) => prepareNewReview(authorize(who, 'review.manage'), at().review),
    statements: 7,
  },
  '/reviews/recurring': {
    as: 'secretariat',
    ask: (who) => showRecurrences(authorize(who, 'review.manage')),
    statements: 6,
  },
  '/reviews/statement': {
    as: 'secretariat',
    ask: (who) => showStatements(authorize(who, 'review.manage')),
    statements: 6,
  },
})
