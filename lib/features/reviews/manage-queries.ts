import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import { z } from 'zod'
import { read } from '@/lib/platform/read'
import { findProgress, showProgress } from './progress-queries'
import { findReview } from './queries'
import type { ShownUnit } from './progress-schema'

/** A department of a review that the viewer runs; null when there is none. */
export async function findManaged(actor: May<'review.manage'>, id: bigint, department: bigint) {
  return readTogether(actor, async () => {
    const review = await findReview(actor, id)
    if (!review?.isManaged) return null
    const found = (await findProgress(actor, id)).find((each) => each.id === String(department))
    return found ? { review: String(id), title: review.title, department: found.id, name: found.name } : null
  })
}

/** What closing a review now would mean: how many departments have not certified. Null when it is not the viewer's. */
export async function prepareClose(actor: May<'review.manage'>, id: bigint) {
  const shown = await showProgress(actor, id)
  if (!shown?.review.isManaged) return null
  const { review, units } = shown
  const departments = units.flatMap((unit) => unit.departments).filter(({ rows }) => rows > 0)
  return { review, open: departments.filter(({ isCertified }) => !isCertified).length }
}

const unitAnswer = z.object({ seal: z.string().nullable(), maySignOff: z.boolean() }).nullable()

/** A bureau whose departments certified, with the hash that signing off binds to; null when it is out of reach. */
export async function prepareSignOff(actor: May<'review.signOff'>, id: bigint, key: string) {
  return readTogether(actor, async () => {
    const shown = await showProgress(actor, id)
    const unit = shown?.units.find((each: ShownUnit) => each.key === key)
    if (!shown || !unit) return null
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ found: unknown }[]>`
        select review_unit(${id}::bigint, ${BigInt(unit.bureauId)}::bigint, ${unit.isSchool}::boolean) as found`,
    )
    const found = unitAnswer.parse(row?.found ?? null)
    return found ? { review: shown.review, unit, ...found } : null
  })
}
