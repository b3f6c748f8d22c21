import { parseCronItems, type ParsedCronItem } from 'graphile-worker'
import { jobNames, type JobName } from './job'

/**
 * When each job is due. The library's clock is UTC and knows no other; Japan is UTC+9 all year round (no summer time),
 * so the hours below are Tokyo's minus nine.
 */
const due: Record<JobName, { match: string; catchUp: number }> = {
  anchorAudit: { match: '7 * * * *', catchUp: 0 },
  // Added when somebody confirms; this is for what was left over.
  commitImports: { match: '*/5 * * * *', catchUp: 0 },
  // 06:30 in Tokyo, when everything of the day has been noticed.
  composeDigests: { match: '30 21 * * *', catchUp: 12 },
  // 06:10 in Tokyo: before anybody comes to work.
  escalateSteps: { match: '10 21 * * *', catchUp: 24 },
  // 03:17 and 03:37 in Tokyo: nobody works, and the night's backup usually begins on the hour.
  foldCounts: { match: '17 18 * * *', catchUp: 24 },
  foldReviewCounts: { match: '*/5 * * * *', catchUp: 0 },
  forgetBookkeeping: { match: '37 18 * * *', catchUp: 24 },
  // 00:05 in Tokyo: the day has begun.
  openReviews: { match: '5 15 * * *', catchUp: 24 },
  // Added when a file has come in; this is for what was left over.
  readImports: { match: '*/5 * * * *', catchUp: 0 },
  // 00:02 in Tokyo: before reviews open.
  recurringReviews: { match: '2 15 * * *', catchUp: 24 },
  sendMail: { match: '*/5 * * * *', catchUp: 0 },
  // 06:20 in Tokyo.
  writeNotices: { match: '20 21 * * *', catchUp: 24 },
}

/**
 * The library's schedule: each due time becomes one job however many processes run. A job that still waits or is being
 * retried is replaced by the next (its key is its name); one missed within `catchUp` hours is made up for at the start.
 */
export function schedule(): ParsedCronItem[] {
  return parseCronItems(
    jobNames.map((name) => ({
      task: name,
      match: due[name].match,
      identifier: name,
      options: {
        jobKey: name,
        jobKeyMode: 'replace' as const,
        backfillPeriod: due[name].catchUp * 3_600_000,
      },
    })),
  )
}
