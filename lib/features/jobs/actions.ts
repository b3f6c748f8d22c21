'use server'
import { jobsLabels } from '@/lib/labels/jobs'
import { defineAction } from '@/lib/platform/actions'
import { retryFailedJob } from './commands'
import { retryJobSchema } from './schema'

/** やり直す */
export const retryJob = defineAction({
  permission: 'job.manage',
  input: retryJobSchema,
  run: retryFailedJob,
  refusals: { gone: jobsLabels.retryGone },
  done: () => '/jobs?done=retried',
})
