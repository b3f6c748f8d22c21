/** Next calls this once when the server starts: the portal's jobs begin here (docs/adr/0013-jobs.md). */
export async function register() {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['NEXT_PHASE'] === 'phase-production-build')
    return
  const { startJobsInServer } = await import('@/lib/platform/jobs/in-server')
  startJobsInServer((line) => {
    console.error(line)
  })
}
