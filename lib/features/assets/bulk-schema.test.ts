import { describe, expect, test } from 'vitest'
import { bulkEditSchema, readBulk } from './bulk-schema'

describe('a change of several assets, as an address asks for it', () => {
  test('is shown first once assets and something new are given; a day may be written in 和暦', () => {
    expect(readBulk({ number: ['2', '3', 'x'], disposalDueOn: '令和9年3月31日' })).toMatchObject({
      numbers: [2n, 3n],
      wanted: { disposalDueOn: '2027-03-31' },
      errors: {},
    })
  })
  test.each([
    [{}, []],
    [{ q: '住民' }, []],
    [{ q: '住民', storageLocation: '' }, ['number', 'takeOut']],
    [{ number: '2' }, ['takeOut']],
    [{ takeOut: 'prohibited' }, ['number']],
    [{ number: '2', takeOut: 'whatever' }, ['takeOut']],
    [{ number: '2', disposalDueOn: '昨日' }, ['disposalDueOn']],
    [{ disposalDueOn: '昨日' }, ['number', 'disposalDueOn']],
    [{ number: '2', takeOut: 'prohibited', again: '1' }, []],
  ])('%j is wrong at %j', (params, fields) => {
    const { wanted, errors } = readBulk(params)
    expect(wanted).toBeNull()
    expect(Object.keys(errors)).toEqual(fields)
  })
  test('keeps what the list was narrowed to, also on the way back', () => {
    const { narrowed, againHref } = readBulk({
      q: '住民',
      zone: ['lgwan', 'none'],
      number: '2',
      takeOut: 'prohibited',
    })
    expect(narrowed).toEqual([
      ['q', '住民'],
      ['zone', 'lgwan'],
      ['zone', 'none'],
    ])
    const again = new URLSearchParams(againHref.split('?')[1])
    expect(again.getAll('zone')).toEqual(['lgwan', 'none'])
    expect(again.get('number')).toBe('2')
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
