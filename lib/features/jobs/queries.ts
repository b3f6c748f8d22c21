import 'server-only'
import { z } from 'zod'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const overview = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: z.enum(['running', 'waiting', 'retrying', 'gaveUp']),
      runAt: moment,
      attempts: z.number(),
      maxAttempts: z.number(),
      lastError: z.string().nullable(),
    }),
  ),
  runs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      startedAt: moment,
      endedAt: moment.nullable(),
      outcome: z.enum(['succeeded', 'failed', 'interrupted']).nullable(),
      handled: z.number().nullable(),
      message: z.string().nullable(),
    }),
  ),
  lastSuccess: z.record(z.string(), moment),
})

/** Jobs that wait, run or failed (what failed first, at most 100), the last 30 runs, and each job's last success. */
export type JobOverview = z.infer<typeof overview>

/** One statement; never a job's payload. */
export async function findJobOverview(actor: May<'job.read'>): Promise<JobOverview> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ answer: unknown }[]>`select job_overview() as answer`,
  )
  return overview.parse(row?.answer)
}
