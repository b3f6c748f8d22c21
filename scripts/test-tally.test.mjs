import { describe, expect, test } from 'vitest'
import { tallyOfCheck, tallyOfTests } from './test-tally.mjs'

describe('what npm test counts', () => {
  test('a check counts once', () => {
    expect(tallyOfCheck(0)).toMatchObject({ passed: 1, failed: 0 })
    expect(tallyOfCheck(2)).toMatchObject({ passed: 0, failed: 1 })
    expect(tallyOfCheck(null)).toMatchObject({ passed: 0, failed: 1 })
  })
  test('a skipped test counts as failed and is named', () => {
    const tally = tallyOfTests(0, { passed: 3, failed: 0, skipped: 2 })
    expect(tally).toEqual({ passed: 3, failed: 2, notes: ['2 skipped or not run, which counts as failed'] })
  })
  test('a run without tests has failed', () => {
    expect(tallyOfTests(0, { passed: 0, failed: 0, skipped: 0 }).failed).toBe(1)
  })
  test('a run without a report has failed', () => {
    expect(tallyOfTests(0, null).failed).toBe(1)
  })
  test('a run that broke outside of its tests has failed, once', () => {
    expect(tallyOfTests(1, { passed: 5, failed: 0, skipped: 0 })).toMatchObject({ passed: 5, failed: 1 })
    expect(tallyOfTests(1, { passed: 5, failed: 2, skipped: 0 })).toMatchObject({ passed: 5, failed: 2 })
  })
})
