import { anchorHead } from '@/lib/platform/audit/anchors'
import type { Job, JobName } from './job'
import { commitImports } from './commit-imports'
import { composeDigests, sendMail } from './mail-jobs'
import { readImports } from './read-imports'
import type { PoolClient } from 'pg'

/** Everything the portal does by itself. */
export const portalJobs: Record<JobName, Job> = {
  /** Decision 14: the trail's head outside the database; how long a head may stay unanchored is one interval. */
  anchorAudit: async (db, { anchors }) => {
    if (!anchors)
      throw new Error('AUDIT_ANCHOR_SECRET is not set: the trail has no anchor outside the database')
    return (await anchorHead(db, anchors, new Date()))?.linkNumber ?? 0
  },
  commitImports,
  composeDigests,
  /** What waits too long, or for somebody who is gone, is listed for the next one too. */
  escalateSteps: (db) => countFrom(db, 'select escalate_waiting_steps() as handled'),
  /** Counting cells are kept as additions; readers see the same sums before and after. */
  foldCounts: (db) => countFrom(db, 'select fold_asset_counts() as handled'),
  /** The same for what is answered in reviews, which grows by the answer. */
  foldReviewCounts: (db) => countFrom(db, 'select fold_review_counts() as handled'),
  forgetBookkeeping: (db) => countFrom(db, 'select forget_bookkeeping() + forget_imports() as handled'),
  /** What comes every year, before what is due opens: each once a year, however many workers run. */
  recurringReviews: (db) => countFrom(db, 'select open_due_recurrences() as handled'),
  /** Each review that is due freezes its scope in a transaction of its own: killed, it is opened wholly or not at all. */
  openReviews: async (db) => {
    for (let frozen = 0; ;) {
      const { rows } = await db.query<{ handled: string | null }>('select open_due_reviews() as handled')
      const handled = rows[0]?.handled ?? null
      if (handled === null) return frozen
      frozen += Number(handled)
    }
  },
  readImports,
  sendMail,
  /** Everything that is due to be told and was not yet: of the last days too, if nobody ran. */
  writeNotices: (db) => countFrom(db, 'select write_due_notices() as handled'),
}

async function countFrom(db: PoolClient, sql: string): Promise<number> {
  const { rows } = await db.query<{ handled: string | null }>(sql)
  return Number(rows[0]?.handled ?? 0)
}
