// npm test: every check and every test in one run. The last line says how many passed and failed; nothing is skipped.
// For developers: --only lint,unit (names below); what follows `--` goes to the tools of those steps.
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { readPlaywrightReport, readVitestReport, tallyOfCheck, tallyOfTests } from './test-tally.mjs'

const root = path.join(import.meta.dirname, '..')
const reports = path.join(root, '.cache/test-reports')
const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file)
const report = (/** @type {string} */ name) => path.join(reports, `${name}.json`)
const vitest = (/** @type {string} */ project) => [
  bin('vitest/vitest.mjs'),
  ...[
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
]

/** @type {{ name: string, title: string, run: string[], read?: (file: string) => ReturnType<typeof readVitestReport>, prepare?: boolean }[]} */
const steps = [
  {
    name: 'format',
    title: 'format (Prettier)',
    run: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  {
    name: 'lint',
    title: 'lint (ESLint)',
    run: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'],
    prepare: true,
  },
  { name: 'types', title: 'types (TypeScript)', run: [bin('typescript/bin/tsc'), '--noEmit'], prepare: true },
  {
    name: 'directions',
    title: 'import directions (dependency-cruiser)',
    run: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '.'],
  },
  {
    name: 'dead-code',
    title: 'dead code (Knip)',
    run: [bin('knip/bin/knip.js'), '--no-progress'],
    prepare: true,
  },
  { name: 'unit', title: 'unit tests (Vitest)', run: vitest('unit'), read: readVitestReport },
  {
    name: 'database',
    title: 'database tests (Vitest, PostgreSQL)',
    run: vitest('database'),
    read: readVitestReport,
  },
  {
    name: 'browser',
    title: 'browser tests (Playwright, Chromium)',
    run: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    read: readPlaywrightReport,
  },
]

/** The portal's own settings and the shell's leanings stay outside: a test run is the same for everybody. */
function environment() {
  const foreign =
    /^(DATABASE_|DAICHO_|TEST_|PG|npm_|AUDIT_|NEXTAUTH_)|^(NODE_ENV|PORT|HOST|PUBLIC_URL|SESSION_SECRET|SAMPLE_DATA|TRUSTED_PROXY|BENCH|JOBS|MAIL_PASSWORD)$/u
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {
    ...Object.fromEntries(kept),
    NEXT_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser'),
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  }
}

/** @param {string[]} command @returns {Promise<number | null>} exit code */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit', env: environment() })
    child.once('error', (error) => {
      console.error(error.message)
      resolve(null)
    })
    child.once('exit', resolve)
  })
}

/** Route types and next-env.d.ts, which a fresh clone lacks. */
let isPrepared = false
async function prepare() {
  if (isPrepared || !fs.existsSync(path.join(root, 'app'))) return
  isPrepared = true
  await run([bin('next/dist/bin/next'), 'typegen'])
}

const [own, extra] = split(process.argv.slice(2))
const only = own[0] === '--only' ? (own[1] ?? '').split(',') : null
const unknown = (only ?? []).filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0 || (own.length > 0 && !only)) {
  console.error(
    `usage: npm test [-- --only ${steps.map((step) => step.name).join(',')} [-- arguments of the tool]]`,
  )
  process.exit(2)
}
if (!fs.existsSync(bin('vitest'))) {
  console.error('The tools for testing are not installed: run `npm ci --include=dev`.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}

// Ctrl-C reaches the running tool as well; it ends, and so does the run.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
fs.rmSync(reports, { recursive: true, force: true })
fs.mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0 }
const summary = []
for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  const begin = performance.now()
  console.log(`\n── ${step.title}`)
  if (step.prepare) await prepare()
  const status = await run([...step.run, ...extra])
  const tally = step.read ? tallyOfTests(status, step.read(report(step.name))) : tallyOfCheck(status)
  total.passed += tally.passed
  total.failed += tally.failed
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  const notes = tally.notes.length > 0 ? `: ${tally.notes.join('; ')}` : ''
  summary.push(
    `${tally.failed === 0 ? '✓' : '✗'} ${step.title}  ${tally.passed} passed  ${seconds} s${notes}`,
  )
  console.log(summary.at(-1))
}

console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @param {string[]} args @returns {[string[], string[]]} before and after `--` */
function split(args) {
  const at = args.indexOf('--')
  return at === -1 ? [args, []] : [args.slice(0, at), args.slice(at + 1)]
}
