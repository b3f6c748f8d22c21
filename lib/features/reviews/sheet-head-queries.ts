import 'server-only'
import { daysBetween } from '@/lib/domain/calendar'
import { departmentState } from '@/lib/domain/review'
import { formatDate } from '@/lib/labels/dates'
import { questionLabels } from '@/lib/labels/review-questions'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { reviewLabels } from '@/lib/labels/reviews'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { reviewVersions } from './reclassification-schema'
import { shownQuestions } from './given-words-queries'
import { departmentPart, type SheetHead, type ShownSheet } from './sheet-schema'

export type SheetReader = May<'review.read' | 'review.certify' | 'review.manage'>

/**
 * How one department's part of a review stands; without a department the viewer's own. Null when there is none in
 * reach.
 */
export async function findSheetHead(
  actor: SheetReader,
  review: bigint,
  department: bigint | null,
): Promise<SheetHead | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<(Omit<SheetHead, 'part' | 'versions'> & { part: unknown; versions: unknown })[]>`
      with place as (
        select d.department_id from review_departments d
        where d.review_id = ${review} and (${department}::bigint is null or d.department_id = ${department}::bigint)
        order by d.department_id = any ((select reach('review.answer'))::bigint[]) desc, d.department_id limit 1)
      select r.id, r.version, r.title, r.state, r.due_on::text as "dueOn", r.opened_at as "openedAt", r.answerers,
        review_department(r.id, place.department_id) as part,
        review_versions(r.id, place.department_id) as versions
      from place join reviews r on r.id = ${review}`,
  )
  if (!row?.part) return null
  const versions = reviewVersions.nullable().parse(row.versions)
  return { ...row, part: departmentPart.parse(row.part), versions }
}

/** The head in words. `name`: the department with its bureau; `mends`: answers that were certified are to be changed. */
export function shownSheet(
  { part, ...head }: SheetHead,
  name: string,
  today: string,
  mends = true,
): ShownSheet {
  const { rows, none, unchanged, change, disposed, notOurs, unsettled, bulk, lastCertificate: last } = part
  const counts = { rows, none, unchanged, change, disposed, notOurs, unsettled, bulk }
  const left = daysBetween(today, head.dueOn)
  const certified = last?.state === 'standing' ? last : null
  return {
    review: {
      id: String(head.id),
      title: head.title,
      isOpen: part.answerable,
      due: reviewLabels.due(formatDate(head.dueOn)),
      days: left < 0 ? reviewLabels.overdue(-left) : reviewLabels.daysLeft(left),
    },
    department: {
      id: String(part.id),
      name,
      state: departmentState(counts, part.state, head.dueOn, today).state,
    },
    counts,
    free: part.free,
    blocked: none - part.free,
    mayAnswer: part.answerable && part.mayAnswer && (mends || certified === null),
    mayMend: part.answerable && part.mayAnswer && !mends && certified !== null,
    mayCertify: part.answerable && part.mayCertify,
    returnedReason: part.state === 'returned' ? part.returnedReason : null,
    reopenReason: part.answerable && head.state === 'closed' ? part.reopenReason : null,
    certified: certified && words.certifiedTitle(certified.by, certified.for, momentInWords(certified.at)),
    wasVoided: last?.state === 'voided' && part.state === 'open',
    headsOnly: head.answerers === 'heads',
    versions: head.versions,
    questions: shownQuestions(head.id, part.questions, 'department', part.given),
    askedOfRows: part.questions.some(({ askedOf }) => askedOf === 'asset') ? part.questions : [],
    missing: questionLabels.missing(part.missing.questions, part.missing.rows),
  }
}
