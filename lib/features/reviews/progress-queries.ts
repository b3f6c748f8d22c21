import 'server-only'
import { z } from 'zod'
import { departmentState, totalsOf } from '@/lib/domain/review'
import { formatDateShort } from '@/lib/labels/dates'
import { progressLabels as words } from '@/lib/labels/reviews'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { findReview } from './queries'
import { progressDepartment, type ProgressDepartment, type ShownUnit } from './progress-schema'

export type ProgressReader = May<'review.read' | 'review.signOff' | 'review.manage'>

/** How far a review is, bureau by bureau and department by department, within reach; null when there is no such review. */
export async function showProgress(actor: ProgressReader, id: bigint) {
  return readTogether(actor, async () => {
    const review = await findReview(actor, id)
    if (!review) return null
    const departments = await findProgress(actor, id)
    const units = unitsOf(departments, review.dueOn, actor.viewer.today)
    return { review, units, total: totalsOf(units) }
  })
}

export async function findProgress(actor: ProgressReader, id: bigint): Promise<ProgressDepartment[]> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`select review_progress(${id}::bigint) as found`,
  )
  return z.array(progressDepartment).parse(row?.found ?? [])
}

function unitsOf(departments: readonly ProgressDepartment[], dueOn: string, today: string): ShownUnit[] {
  const units = new Map<string, ProgressDepartment[]>()
  for (const each of departments) {
    const key = `${each.bureauId}${each.isSchool ? 's' : ''}`
    units.set(key, [...(units.get(key) ?? []), each])
  }
  return [...units].flatMap(([key, among]): ShownUnit[] => {
    const [first] = among
    if (!first) return []
    return [
      {
        ...totalsOf(among),
        key,
        bureauId: first.bureauId,
        isSchool: first.isSchool,
        name: first.isSchool ? words.schools(first.bureau) : first.bureau,
        departments: among.map((each) => shownDepartment(each, dueOn, today)),
        certifiedDepartments: among.filter(({ certificate }) => certificate !== null).length,
        signed: first.signOff && signedInWords(first.signOff),
      },
    ]
  })
}

export function signedInWords(signed: { by: string; for: string | null; at: Date }): string {
  const who = signed.for === null ? signed.by : words.forSomebody(signed.by, signed.for)
  return words.signedBy(who, momentInWords(signed.at))
}

function shownDepartment(each: ProgressDepartment, dueOn: string, today: string) {
  const {
    id,
    name,
    certificate,
    returnedReason,
    rows,
    none,
    unchanged,
    change,
    disposed,
    notOurs,
    unsettled,
    bulk,
  } = each
  const counts = { rows, none, unchanged, change, disposed, notOurs, unsettled, bulk }
  const { state, late } = departmentState(counts, each.state, dueOn, today)
  return {
    ...counts,
    id,
    name,
    state,
    isLate: late,
    certified: certificate && signedInWords(certificate),
    returnedReason: each.state === 'returned' ? (returnedReason ?? null) : null,
    isCertified: certificate !== null,
    lastReminded: each.lastReminded ? formatDateShort(each.lastReminded) : null,
  }
}
