import { expect, test } from 'vitest'
import { isCurrent } from './side-nav'

test('the start page is current only at its own address', () => {
  expect(isCurrent('/', '/')).toBe(true)
  expect(isCurrent('/', '/assets')).toBe(false)
})

test('an entry stays current on the pages below it, not beside it', () => {
  expect(isCurrent('/assets', '/assets/12/edit')).toBe(true)
  expect(isCurrent('/assets', '/assets-report')).toBe(false)
})
