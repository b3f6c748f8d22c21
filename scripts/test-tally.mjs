import * as fs from 'node:fs'

/** @typedef {{ passed: number, failed: number, notes: string[] }} Tally */

/**
 * A check (format, lint, …) is one thing that passes or fails.
 * @param {number | null} status exit code
 * @returns {Tally}
 */
export function tallyOfCheck(status) {
  return status === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: ['failed'] }
}

/**
 * Counts the tests of one run. A skipped test has proved nothing and counts as failed; so does a run without tests,
 * and one that broke outside of its tests (a set-up, an unhandled error).
 * @param {number | null} status exit code
 * @param {{ passed: number, failed: number, skipped: number } | null} counts null: no readable report
 * @returns {Tally}
 */
export function tallyOfTests(status, counts) {
  if (!counts) return { passed: 0, failed: 1, notes: ['the run ended without a report'] }
  const { passed, failed, skipped } = counts
  const notes = []
  if (failed > 0) notes.push(`${failed} failed`)
  if (skipped > 0) notes.push(`${skipped} skipped or not run, which counts as failed`)
  const isEmpty = passed + failed + skipped === 0
  const isBroken = status !== 0 && failed + skipped === 0
  if (isEmpty) notes.push('no tests were found')
  else if (isBroken) notes.push(`the tests passed, but the run itself failed (exit code ${status})`)
  return { passed, failed: failed + skipped + (isEmpty || isBroken ? 1 : 0), notes }
}

/** @param {string} file Vitest's JSON report */
export function readVitestReport(file) {
  const report = readJson(file)
  if (!report) return null
  const { numPassedTests: passed, numTotalTests: total, testResults } = report
  // A file that could not be loaded has no tests to fail.
  const unloaded = testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + unloaded.length
  return { passed, failed, skipped: total - passed - report.numFailedTests }
}

/** @param {string} file Playwright's JSON report */
export function readPlaywrightReport(file) {
  const report = readJson(file)
  if (!report) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
