import { expect, test } from 'vitest'
import { momentInWords } from './sign-in'

test('a moment is told in the Japanese calendar and in Tokyo, wherever the server stands', () => {
  expect(momentInWords(new Date('2026-03-31T23:30:00Z'))).toBe('令和8年4月1日(水) 08:30')
})
