import { expect, test } from 'vitest'
import { passwordFault } from './password-rules'

const words = ['shimin-tanto', '市民課 担当']

test.each([
  ['elevenchars', 'tooShort'],
  ['x'.repeat(129), 'tooLong'],
  ['Shimin-Tanto-1', 'personal'],
  ['市民課の台帳を毎日見ます', 'personal'],
  ['aaaaaaaaaaaaaa', 'pattern'],
  ['abcabcabcabcabc', 'pattern'],
  ['123456789012', 'pattern'],
  ['zyxwvutsrqponm', 'pattern'],
  ['PassWord202604!', 'common'],
  ['daicho-202604', 'common'],
] as const)('%s is refused as %s', (password, fault) => {
  expect(passwordFault(password, words)).toBe(fault)
})

test.each(['あおいうみとしろいくも', 'kawa mizu ishi', 'correct-horse-battery', 'K7mp-2xqd-ta9w-hh3c'])(
  'a long one needs neither signs nor digits: %s',
  (password) => {
    expect(passwordFault(password + 'です', words)).toBeNull()
  },
)
