/** Why a password cannot be chosen. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'personal' | 'pattern'

/*
 * Long instead of complicated: NIST SP 800-63B-4 (3.1.1.2) forbids composition rules and forced periodic change,
 * wants guessable passwords refused, and asks 15 characters where a password stands alone, 8 beside a second
 * factor. The city's terminals ask for a second factor themselves (policy 6(3)), 総務省 and NISC recommend 10 and
 * more: hence 12, and up to 128 so that sentences and password managers fit.
 */
const shortest = 12
const longest = 128

/** What the lists of leaked passwords are made of; compared after digits and signs around it are taken away. */
const common = new Set([
  'password', 'passw0rd', 'passwordpassword', 'pass', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'letmein',
  'welcome', 'admin', 'administrator', 'iloveyou', 'sakura', 'himawari', 'doraemon', 'pokemon', 'shiyakusho',
  'yakusho', 'shichoson', 'daicho', 'jouhou', 'joho', 'security', 'himitsu', 'abc', 'test', 'guest', 'user',
  'secret', 'master', 'changeme', 'default', 'monkey', 'dragon', 'football', 'baseball', 'sunshine', 'princess',
]) // prettier-ignore

/** The first thing wrong with a password; null when it will do. `words`: the person's login ID and name. */
export function passwordFault(password: string, words: readonly string[]): PasswordFault | null {
  const characters = Array.from(password.normalize('NFKC'))
  if (characters.length < shortest) return 'tooShort'
  if (characters.length > longest) return 'tooLong'
  const plain = characters.join('').toLowerCase()
  const personal = words
    .flatMap((word) => [word, ...word.split(/\s+/u)])
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => Array.from(word).length >= (/^[\x21-\x7e]*$/u.test(word) ? 3 : 2))
  if (personal.some((word) => plain.includes(word))) return 'personal'
  if (isPattern(Array.from(plain))) return 'pattern'
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (common.has(core) || common.has(plain)) return 'common'
  return null
}

/** One character, or a piece of up to four, over and over; or characters in a row (1234…, abcd…, also backwards). */
function isPattern(characters: readonly string[]): boolean {
  for (let size = 1; size <= 4; size += 1)
    if (characters.every((character, at) => character === characters[at % size])) return true
  const points = characters.map((character) => character.codePointAt(0) ?? 0)
  const steps = points.slice(1).map((point, at) => point - (points[at] ?? 0))
  const inARow = steps.filter((step) => step === 1 || step === -1 || step === 0).length
  return inARow >= steps.length * 0.75
}
