import { randomInt } from 'node:crypto'

/** No 0/o, 1/l/i: it is read out over the telephone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen characters in four groups (79 bits), e.g. `k7mp-2xqd-ta9w-hh3c`; for 72 hours and one sign-in. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
