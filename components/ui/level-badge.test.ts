import { expect, test } from 'vitest'
import { levelFill } from './level-badge'

test('the five municipal confidentiality levels are filled step by step', () => {
  expect([1, 2, 3, 4, 5].map((rank) => levelFill(rank, 5))).toEqual([0, 1, 2, 3, 4])
})

test('two levels are empty and full', () => {
  expect([1, 2].map((rank) => levelFill(rank, 2))).toEqual([0, 4])
})

test('four levels of importance differ from each other', () => {
  expect(new Set([1, 2, 3, 4].map((rank) => levelFill(rank, 4))).size).toBe(4)
})
