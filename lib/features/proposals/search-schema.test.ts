import { expect, test } from 'vitest'
import {
  placeHref,
  readAfterPlace,
  readDecided,
  readInboxKind,
  readPlace,
  readProposalId,
} from './search-schema'

test('a place of the inbox survives the address; anything else is the beginning', () => {
  const place = { since: '2026-11-23T06:00:00.123456+00:00', id: '12' }
  const address = new URL(placeHref(place), 'http://localhost')
  expect(readPlace(address.searchParams.get('after'))).toEqual(place)
  for (const wrong of [undefined, '', '12', ['a', 'b'], "2026-11-23T06:00:00Z~1' or 1"])
    expect(readPlace(wrong)).toBeNull()
})

test('a kind of what waits narrows the list and goes on to the next page; no other word does', () => {
  expect(placeHref({ since: '2026-11-23T06:00:00Z', id: '12' }, 'seen')).toMatch(
    /^\/inbox\?kind=seen&after=/u,
  )
  expect([readInboxKind('stuck'), readInboxKind('everything'), readInboxKind(undefined)]).toEqual([
    'stuck',
    null,
    null,
  ])
})

test('numbers in an address are read or passed over, never trusted', () => {
  expect(readProposalId('12')).toBe(12n)
  for (const wrong of ['0', '-1', '1.5', 'x', '9'.repeat(30)]) expect(readProposalId(wrong)).toBeNull()
  expect([readAfterPlace('100'), readAfterPlace('x'), readAfterPlace(undefined)]).toEqual([100, 0, 0])
  expect(readDecided({ done: 'decided', approved: '2', passed: 'x' })).toEqual({
    done: 'decided',
    approved: 2,
    passed: 0,
    baseChanged: 0,
    refused: 0,
  })
  expect(readDecided({ done: 'approved' })).toBeNull()
})
