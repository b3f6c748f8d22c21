import { expect, it } from 'vitest'
import { listCameFrom } from './search-schema'

it('leads back to the list one came from, with its filters', () => {
  expect(listCameFrom('http://daicho.example/assets?zone=lgwan&sort=name')).toBe(
    '/assets?zone=lgwan&sort=name',
  )
})

it.each([null, '', 'not an address', 'http://daicho.example/dashboard', 'http://daicho.example/assets/12'])(
  'leads to the whole ledger from %s',
  (referer) => {
    expect(listCameFrom(referer)).toBe('/assets')
  },
)
