import { EventEmitter } from 'node:events'
import { Logger, run, type ParsedCronItem, type Runner, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import { movedClock } from '@/lib/platform/clock'
import type { Job, JobLog, Surroundings } from './job'
import { patientPool, pause } from './patient-pool'
import { inPlainWords, withoutSecrets } from './plain-words'
import { portalJobs } from './portal-jobs'
import { recorded } from './recorded-run'
import { schedule } from './schedule'

export type RunnerOptions = Surroundings & {
  /** The writer's login. */
  databaseUrl: string
  log: JobLog
  /** Others than the portal's own, for tests. */
  jobs?: Record<string, Job>
  cron?: ParsedCronItem[]
  /** How often to look for jobs whose process was killed, milliseconds. */
  lookForAbandoned?: number
}
export type Jobs = { stop: () => Promise<void> }

/** How long a running job may take to end after a stop (milliseconds); then it is left, and run again elsewhere. */
const patience = 4_000

/**
 * Runs the jobs until `stop`, through whatever happens to the database: what ends in an error is begun anew. Several
 * processes may do so at once. `stop` never rejects and takes at most five seconds.
 */
export function startJobs(options: RunnerOptions): Jobs {
  const stopping = new AbortController()
  const ended = keepRunning(options, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      const late = new AbortController()
      await Promise.race([ended, pause(patience + 500, late.signal)])
      late.abort()
    },
  }
}

async function keepRunning(options: RunnerOptions, signal: AbortSignal): Promise<void> {
  for (let wait = 500; !signal.aborted; wait = Math.min(wait * 2, 30_000)) {
    const { pool, giveUp } = patientPool(options.databaseUrl, options.log)
    signal.addEventListener('abort', giveUp)
    try {
      await runOnce(options, pool, signal)
      wait = 500
    } catch (error) {
      options.log(`jobs: ${inPlainWords(error)}`)
    } finally {
      giveUp()
      signal.removeEventListener('abort', giveUp)
      await pool.end().catch(() => undefined)
    }
    await pause(wait, signal)
  }
}

/** Until the signal, or until a worker had to give up its job (the library starts no other in its place). */
async function runOnce(options: RunnerOptions, pool: Pool, signal: AbortSignal): Promise<void> {
  const events: WorkerEvents = new EventEmitter()
  const over = new Promise<void>((resolve) => {
    const finish = () => {
      resolve()
    }
    signal.addEventListener('abort', finish, { once: true })
    events.once('worker:fatalError', finish)
    events.once('worker:stop', finish)
  })
  const cron = options.cron ?? schedule()
  const runner = await run({
    pgPool: pool,
    events,
    taskList: tasksOf(options, pool),
    parsedCronItems: cron,
    concurrency: 2,
    // New jobs announce themselves; this is for those due later and for retries.
    pollInterval: 5_000,
    gracefulShutdownAbortTimeout: patience - 1_000,
    noHandleSignals: true,
    logger: quietLogger(options.log),
  })
  const abandoned = watchForAbandoned(pool, options)
  try {
    if (movedClock() !== '') await makeUpFor(runner, cron)
    await Promise.race([over, runner.promise])
  } finally {
    clearInterval(abandoned)
    await stopRunner(runner)
  }
}

/** A moved clock has passed due times that the library's own never saw: what a restart makes up for is made up for. */
async function makeUpFor(runner: Runner, cron: readonly ParsedCronItem[]): Promise<void> {
  for (const { task, options } of cron)
    if (options.backfillPeriod > 0) await runner.addJob(task, {}, { jobKey: task, jobKeyMode: 'replace' })
}

function tasksOf({ jobs = portalJobs, anchors, mail }: RunnerOptions, pool: Pool) {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, recorded(name, job, pool, { anchors, mail })]),
  )
}

function watchForAbandoned(pool: Pool, { lookForAbandoned = 20_000, log }: RunnerOptions) {
  const look = async () => {
    const client = await pool.connect()
    try {
      await client.query('select release_abandoned_jobs(), fail_abandoned_imports()')
    } finally {
      client.release()
    }
  }
  return setInterval(() => {
    look().catch((error: unknown) => {
      log(`jobs: ${inPlainWords(error)}`)
    })
  }, lookForAbandoned).unref()
}

async function stopRunner(runner: Runner): Promise<void> {
  const late = new AbortController()
  await Promise.race([
    runner.stop().catch(() => undefined), // it has stopped by itself already
    pause(patience, late.signal),
  ])
  late.abort()
}

const told: readonly string[] = ['error', 'warning']

/** Errors and warnings in one line each; never the job's payload, which the library's own logger would show. */
function quietLogger(log: JobLog): Logger {
  return new Logger(() => (level, message) => {
    if (told.includes(level)) log(`jobs: ${withoutSecrets(message.split('\n', 1)[0] ?? '').slice(0, 500)}`)
  })
}
