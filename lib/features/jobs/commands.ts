import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'

/** やり直す: a job that failed is due again at once, also one that was given up. */
export async function retryFailedJob(
  actor: May<'job.manage'>,
  { id }: { id: bigint },
): Promise<Outcome<null, 'gone'>> {
  return change<'job.manage', null, 'gone'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ name: string | null }[]>`select retry_job(${id}::bigint) as name`
    const name = row?.name ?? null
    if (name === null) return { refused: 'gone' }
    return {
      result: null,
      events: [{ action: 'job.retried', subjectType: 'jobs', subjectId: id, details: { job: name } }],
    }
  })
}
