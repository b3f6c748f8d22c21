import type { PoolClient } from 'pg'
import type { AnchorPlace } from '@/lib/platform/audit/anchors'

/** The jobs that run by the clock; each has a label. */
export const jobNames = [
  'anchorAudit',
  'commitImports',
  'composeDigests',
  'escalateSteps',
  'foldCounts',
  'foldReviewCounts',
  'forgetBookkeeping',
  'openReviews',
  'readImports',
  'recurringReviews',
  'sendMail',
  'writeNotices',
] as const
export type JobName = (typeof jobNames)[number]

/** What mail needs beside the settings in the database. `password` null: MAIL_PASSWORD is not set. */
export type MailSurroundings = { password: string | null; publicUrl: string }

/** What a job may use of the world outside the database; anchors null: no key for them was given. */
export type Surroundings = { anchors: AnchorPlace | null; mail?: MailSurroundings | undefined }

/**
 * One job. It works on a connection of the writer's login in which nobody is signed in: whatever it may do is a
 * function of the database with that one purpose (docs/adr/0013-jobs.md).
 * Returns how much it handled, in the unit its label names. It may run twice: a killed one is run again.
 */
export type Job = (
  db: PoolClient,
  surroundings: Surroundings,
  /** Another connection of the same login, for what must not wait for the job's own transaction; whoever asks releases it. */
  connect: () => Promise<PoolClient>,
) => Promise<number>

export type JobLog = (line: string) => void
