import 'server-only'
import { findAllDepartments } from '@/lib/features/assets/vocabulary-queries'
import { routeLabels as words } from '@/lib/labels/review-routing'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { findReview } from './queries'
import {
  earlierDepartments,
  unrouted,
  type RouteOption as Option,
  type ShownUnrouted,
  type Unrouted,
} from './route-schema'

/** Rows of a review that nobody is about to accept, in words; null when they are not the viewer's to route. */
export async function showUnrouted(actor: May<'review.manage'>, id: bigint) {
  return readTogether(actor, async () => {
    const review = await findReview(actor, id)
    if (!review) return null
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ found: unknown }[]>`select review_unrouted(${id}::bigint) as found`,
    )
    const found = unrouted.parse(row?.found ?? null)
    if (!found) return null
    const departments = await findAllDepartments(actor)
    const known = departments.map(({ id: key, name, bureau }) => ({
      value: key,
      label: bureau === null || bureau === name ? name : `${bureau}　${name}`,
    }))
    return {
      review: { id: String(id), title: review.title },
      rows: found.map((each) => shownUnrouted(each, known)),
    }
  })
}

function shownUnrouted(row: Unrouted, departments: readonly Option[]): ShownUnrouted {
  const { number, version, name, department, departmentId, by, at, note, suggestions, refusedBy, refusal } =
    row
  const options: Option[] = [
    ...suggestions.map(({ id, name: label }) => ({ value: id, label, group: words.suggested })),
    ...departments
      .filter(({ value }) => value !== departmentId && !suggestions.some(({ id }) => id === value))
      .map((each) => ({ ...each, group: words.others })),
    { value: departmentId, label: words.back(department), group: words.others },
  ]
  return {
    number,
    version: String(version),
    name: name ?? words.withheld(number),
    asked: words.asked(department, by, momentInWords(at)),
    note,
    refused: refusedBy === null ? null : words.refused(refusedBy, refusal ?? ''),
    options,
  }
}

/** Who had an asset before, and who came after them: departments of today. */
export async function findEarlierDepartments(actor: May<'asset.transfer'>, number: bigint) {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`select earlier_departments(${number}::bigint) as found`,
  )
  return earlierDepartments.parse(row?.found ?? [])
}
