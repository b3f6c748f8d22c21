import { describe, expect, test } from 'vitest'
import { departmentSearchInput, departmentsHref, matchingDepartments, withLacks } from './search-schema'

const department = (
  id: bigint,
  parentId: bigint | null,
  heldRoles: ('assetManager' | 'assetClerk')[] = [],
) => ({
  id,
  parentId,
  depth: parentId === null ? 0 : 1,
  code: String(id),
  name: `department ${String(id)}`,
  formerly: [],
  validFrom: '2020-04-01',
  validTo: null,
  heldRoles,
})
const today = '2026-03-10'

describe('departments that lack somebody', () => {
  const bureau = department(1n, null)
  const staffed = department(2n, 1n, ['assetManager', 'assetClerk'])
  const half = department(3n, 1n, ['assetClerk'])
  const alone = department(4n, null)
  const closed = { ...department(5n, 1n), validTo: '2025-03-31' }
  const all = [bureau, staffed, half, alone, closed]

  test('say which role is missing; a bureau with departments below and a closed one are not asked', () => {
    expect(withLacks(all, today).map(({ lacks }) => lacks)).toEqual([
      null,
      [],
      ['assetManager'],
      ['assetManager', 'assetClerk'],
      null,
    ])
  })

  test('are listed alone, also with a word', () => {
    const listed = withLacks(all, today)
    const codes = (q: string) => matchingDepartments(listed, { q, lacking: true }).map(({ code }) => code)
    expect(codes('')).toEqual(['3', '4'])
    expect(codes('department 4')).toEqual(['4'])
  })

  test('stay unsaid for whoever may not know people', () => {
    expect(withLacks(all, null).every(({ lacks }) => lacks === null)).toBe(true)
  })
})

test('an address says what the list shows, and the list reads it back', () => {
  const href = departmentsHref({ q: '市民', lacking: true })
  const query = Object.fromEntries(new URL(href, 'https://example.jp').searchParams)
  expect(departmentSearchInput.parse(query)).toEqual({ q: '市民', all: false, lacking: true })
  expect(departmentsHref({})).toBe('/departments')
})
