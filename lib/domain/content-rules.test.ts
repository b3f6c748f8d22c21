import { expect, test } from 'vitest'
import { brokenRules, hasLostLetter, keptText } from './content-rules'

test('lines end in one way, however they were typed or pasted', () => {
  expect(keptText(' 一行目\r\n二行目\r三行目\u000B四行目\n')).toBe('一行目\n二行目\n三行目\n四行目')
})

test('what nobody sees is not kept; a tab and rare letters are', () => {
  expect(keptText('名\u0000簿\u001f\ufffe\ud842')).toBe('名簿')
  expect(keptText('𠮷野\t髙﨑①')).toBe('𠮷野\t髙﨑①')
  expect(keptText(keptText('a\u0001\r\u0001\nb'))).toBe(keptText('a\u0001\r\u0001\nb'))
})

test('a letter that was lost on the way is found', () => {
  expect([hasLostLetter('名�簿'), hasLostLetter('名簿')]).toEqual([true, false])
})

test('people without personal data, and a use of My Number without it, cannot be', () => {
  expect(brokenRules({ personalData: 'none', dataSubjects: 3 })).toEqual([
    { field: 'dataSubjects', rule: 'subjectsWithoutPersonal' },
  ])
  expect(brokenRules({ personalData: 'personal', myNumberUse: 'use' })).toEqual([
    { field: 'myNumberUse', rule: 'myNumberUseOnlySpecific' },
  ])
})
