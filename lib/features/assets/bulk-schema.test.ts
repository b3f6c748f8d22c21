import { describe, expect, test } from 'vitest'
import { bulkEditSchema, readBulk } from './bulk-schema'

describe('a change of several assets, as an address asks for it', () => {
  test('is shown first once assets and something new are given; a day may be written in 和暦', () => {
    expect(readBulk({ number: ['2', '3', 'x'], disposalDueOn: '令和9年3月31日' })).toMatchObject({
      numbers: [2n, 3n],
      wanted: { disposalDueOn: '2027-03-31' },
      problem: null,
    })
  })
  test.each([
    [{}, null],
    [{ number: '2' }, 'nothing'],
    [{ takeOut: 'prohibited' }, 'nothing'],
    [{ number: '2', takeOut: 'whatever' }, 'nothing'],
    [{ number: '2', disposalDueOn: '昨日' }, 'date'],
    [{ number: '2', takeOut: 'prohibited', again: '1' }, null],
  ])('%j lacks %s', (params, problem) => {
    expect(readBulk(params)).toMatchObject({ wanted: null, problem })
  })
  test('is read from the form with the versions that were seen, and with a reason', () => {
    const typed = { assets: '2:5 3:1', takeOut: 'prohibited', reason: '見直し' }
    expect(bulkEditSchema.parse(typed)).toEqual({
      seen: [
        { number: 2n, version: 5 },
        { number: 3n, version: 1 },
      ],
      changes: { takeOut: 'prohibited' },
      reason: '見直し',
    })
    expect(bulkEditSchema.safeParse({ ...typed, reason: ' ' }).success).toBe(false)
    expect(bulkEditSchema.safeParse({ ...typed, assets: '' }).success).toBe(false)
  })
})
