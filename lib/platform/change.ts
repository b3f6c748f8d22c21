import type { Permission } from '@/lib/domain/access'
import { recordEvents } from './audit/event'
import type { AuditEvent } from './audit/event'
import type { May } from './authorize'
import { movedClock } from './clock'
import { clients, type WriteDb } from './database'
import type { FieldConflict } from './form-state'
import { sessionSecretOf } from './viewer'

/** What a change leaves: its result, and at least one past-tense event. */
export type Done<T> = { result: T; events: readonly [AuditEvent, ...AuditEvent[]] }
/** The rules say no: a literal that a label puts into words. Nothing is written. */
export type Refusal<R extends string> = {
  refused: R
  conflict?: FieldConflict[]
  /** Fields of the form that are to go on with another value than was typed. */
  values?: Record<string, string>
}
export type Outcome<T, R extends string> = { result: T } | Refusal<R>

class RolledBack extends Error {}

/** For work that takes many rows: minutes instead of the usual half minute. */
export const atLength = { timeout: 30 * 60_000, maxWait: 10_000 }

/**
 * The only door to writing: one transaction, in which the database knows the person and the permission, and in which
 * the events are written and chained. A refusal rolls back. No event, no change (the database says so too).
 */
export async function change<P extends Permission, T, R extends string = never>(
  actor: May<P>,
  work: (db: WriteDb) => Promise<Done<T> | Refusal<R>>,
  limits: { timeout?: number; maxWait?: number } = {},
): Promise<Outcome<T, R>> {
  let refusal: Refusal<R> | undefined
  try {
    return await clients().writer.$transaction(async (db) => {
      await db.$queryRaw`select set_config('app.session', ${sessionSecretOf(actor.viewer)}, true),
        set_config('app.permission', ${actor.permission}, true), set_config('app.now', ${movedClock()}, true)`
      const outcome = await work(db)
      if ('refused' in outcome) {
        refusal = outcome
        throw new RolledBack()
      }
      await recordEvents(db, outcome.events)
      return { result: outcome.result }
    }, limits)
  } catch (error) {
    if (refusal && error instanceof RolledBack) return refusal
    throw error
  }
}

/** A read worth auditing (opening the trail, an export): leaves its event and changes nothing. */
export async function recordAccess(actor: May<Permission>, event: AuditEvent): Promise<void> {
  const text = JSON.stringify([event], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  // One statement, so one transaction: who it is for is set before the event is written, in the inner query.
  await clients().writer.$queryRaw`
    select record_events(${text}::jsonb) from (
      select set_config('app.session', ${sessionSecretOf(actor.viewer)}, true) as session,
        set_config('app.permission', ${actor.permission}, true) as permission,
        set_config('app.now', ${movedClock()}, true) as now offset 0) as known
    where known.session is not null and known.permission is not null and known.now is not null`
}
