import { expect, test } from 'vitest'
import { localPath } from './local-path'

test.each(['/assets', '/assets?zone=lgwan&sort=-name', '/assets/12#history', '/assets?q=%E4%BD%8F%E6%B0%91'])(
  'a path of the portal is kept: %s',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test.each([
  '//evil.invalid',
  '/\\evil.invalid',
  '/\t/evil.invalid',
  'https://evil.invalid/',
  'javascript:alert(1)',
  '/./\\/evil.invalid',
  '/..//evil.invalid',
  'assets',
  '',
  undefined,
  '/sign-in?next=/assets',
])('anything else leads home: %s', (path) => {
  expect(localPath(path)).toBe('/')
})
