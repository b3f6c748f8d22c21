import type { PoolClient } from 'pg'
import type { AnchorPlace } from '@/lib/platform/audit/anchors'

/** The jobs that run by the clock; each has a label. */
export const jobNames = [
  'anchorAudit',
  'escalateSteps',
  'foldCounts',
  'foldReviewCounts',
  'forgetBookkeeping',
  'openReviews',
  'recurringReviews',
] as const
export type JobName = (typeof jobNames)[number]

/** What a job may use of the world outside the database; null: no key for anchors was given. */
export type Surroundings = { anchors: AnchorPlace | null }

/**
 * One job. It works on a connection of the writer's login in which nobody is signed in: whatever it may do is a
 * function of the database with that one purpose (docs/adr/0013-jobs.md).
 * Returns how much it handled, in the unit its label names. It may run twice: a killed one is run again.
 */
export type Job = (db: PoolClient, surroundings: Surroundings) => Promise<number>

export type JobLog = (line: string) => void
