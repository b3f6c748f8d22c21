import 'server-only'
import { findAllDepartments, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { formatDate } from '@/lib/labels/dates'
import { reviewLabels } from '@/lib/labels/reviews'
import { may, type May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import { showProgress } from './progress-queries'
import { openingProblemWords } from '@/lib/labels/review-adoption'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import { showSchemeChanges } from './reclassification-queries'
import { daysInWords, scopeInWords } from './words-queries'

/** The page of a review in words; `bureau`: the unit whose departments are asked for. Null: there is no such review. */
export async function showReview(actor: May<'review.read'>, id: bigint, bureau: unknown) {
  return readTogether(actor, () => reviewInWords(actor, id, bureau))
}

async function reviewInWords(actor: May<'review.read'>, id: bigint, bureau: unknown) {
  const shown = await showProgress(actor, id)
  if (!shown) return null
  const { versions, problem } = shown.review
  const { review, units, total } = shown
  const { viewer } = actor
  const book = { vocabulary: await findVocabulary(actor), departments: await findAllDepartments(actor) }
  return {
    title: review.title,
    head: {
      state: review.state,
      period: reviewLabels.period(formatDate(review.opensOn), formatDate(review.dueOn)),
      days: daysInWords(review, viewer.today),
    },
    review: {
      id: String(review.id),
      version: String(review.version),
      state: review.state,
      opensOn: formatDate(review.opensOn),
    },
    units,
    total,
    unit: units.find(({ key }) => key === bureau) ?? null,
    scope: [
      ...(versions ? [reclassificationLabels.ofReview(versions.from.label, versions.to.label)] : []),
      ...scopeInWords(review.scope, book),
    ],
    problem: review.state === 'scheduled' && problem ? openingProblemWords[problem] : null,
    changes: versions && review.state !== 'scheduled' ? await showSchemeChanges(actor, id) : null,
    mayManage: review.isManaged,
    maySignOff: may(viewer, 'review.signOff'),
    hasSheet: review.hasSheet,
  }
}
