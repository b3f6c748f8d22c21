import 'server-only'
import type { DeputyObjection, EndDeputyRefusal } from '@/lib/domain/deputy-answers'
import { addDays } from '@/lib/domain/calendar'
import { deputyFormErrors as errors } from '@/lib/labels/deputies'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import { objectionAnswer, type NewDeputy, type SeenDeputy } from './schema'

/** The holder of a deciding post, of their own; the chief officer and the CISO, of everybody's. */
export type DeputyNamer = May<'deputy.name'> | May<'grant.manageApprovers'>
/** `isOnlyClerk`: nobody else submits in that department, and what they submit themselves they can't approve. */
type Named = { id: bigint; isAbsence: boolean; isOnlyClerk: boolean }

/** Names who stands in for a post, or that its holder is away without anybody. */
export async function nameDeputy(
  actor: DeputyNamer,
  { postId, deputyId, validFrom, until, reason }: NewDeputy,
): Promise<Verdict<Named, DeputyObjection>> {
  const from = validFrom ?? actor.viewer.today
  if (from < actor.viewer.today) return { invalid: { validFrom: [errors.fromPast] } }
  if (until < from) return { invalid: { until: [errors.untilBeforeFrom] } }
  if (until > addDays(from, 366)) return { invalid: { until: [errors.tooLong] } }
  return change<typeof actor.permission, Named, DeputyObjection>(actor, async (db) => {
    // Two who name somebody for one post at once: the second is told, not the database's guard.
    await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended('deputy ' || ${postId}::text, 0))::text`
    const [asked] = await db.$queryRaw<{ objection: unknown; isOnlyClerk: boolean | null }[]>`
      select deputy_objection(${postId}, ${deputyId}::bigint, ${from}::date, ${until}::date) as objection,
        is_only_clerk(${postId}, ${deputyId}::bigint) as "isOnlyClerk"`
    const objection = objectionAnswer.parse(asked?.objection ?? null)
    if (objection !== null) return { refused: objection }
    const [row] = await db.$queryRaw<{ id: bigint }[]>`
      insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
      select g.person_id, ${deputyId}::bigint, g.id, ${from}::date, ${until}::date, ${reason}, ${actor.viewer.personId}
      from grants g where g.id = ${postId} returning id`
    if (!row) return { refused: 'noSuchPost' }
    // What waits already is listed at once for whoever comes next.
    if (deputyId === null) await db.$queryRaw`select escalate_waiting_steps()`
    const event = { action: 'deputy.named', subjectType: 'deputies', subjectId: row.id, reason }
    return {
      result: { id: row.id, isAbsence: deputyId === null, isOnlyClerk: asked?.isOnlyClerk === true },
      events: [event],
    }
  })
}

/** Ends it from today on, or before it begins. */
export async function endDeputy(
  actor: DeputyNamer,
  { id, version }: SeenDeputy,
): Promise<Outcome<{ id: bigint }, EndDeputyRefusal>> {
  return change<typeof actor.permission, { id: bigint }, EndDeputyRefusal>(actor, async (db) => {
    const [seen] = await db.$queryRaw<{ isOpen: boolean }[]>`
      select ended_on is null and until >= app_today() and version = ${version} as "isOpen" from deputies where id = ${id}`
    if (!seen) return { refused: 'notFound' }
    if (!seen.isOpen) return { refused: 'stale' }
    const rows = await db.$queryRaw<{ id: bigint }[]>`
      update deputies set ended_on = app_today() where id = ${id} and version = ${version} returning id`
    if (rows.length === 0) return { refused: 'notFound' }
    return { result: { id }, events: [{ action: 'deputy.ended', subjectType: 'deputies', subjectId: id }] }
  })
}
