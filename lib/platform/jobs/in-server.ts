import 'server-only'
import { environment, mailPassword } from '@/lib/platform/env'
import type { JobLog } from './job'
import { startJobs } from './runner'

const server = globalThis as typeof globalThis & { daichoStopJobs?: () => Promise<void> }

/**
 * Jobs inside the serving process, unless JOBS=off says that `npm run worker` runs them. scripts/server.mjs, which
 * handles the signals, calls `globalThis.daichoStopJobs` before the process ends.
 */
export function startJobsInServer(log: JobLog): void {
  if (server.daichoStopJobs || process.env['JOBS'] === 'off') return
  const { databaseWriteUrl, auditAnchorSecret, auditAnchorFile, publicUrl } = environment()
  const anchors = auditAnchorSecret ? { secret: auditAnchorSecret, file: auditAnchorFile } : null
  server.daichoStopJobs = startJobs({
    databaseUrl: databaseWriteUrl,
    anchors,
    mail: { password: mailPassword(), publicUrl },
    log,
  }).stop
}
