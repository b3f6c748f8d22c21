import { expect, test } from 'vitest'
import { inPlainWords } from './plain-words'

test('a password in a URL does not reach a log', () => {
  const words = inPlainWords(new Error('cannot reach postgresql://daicho_serve:p4ss:w0rd@db:5432/daicho'))
  expect(words).toBe('cannot reach postgresql://daicho_serve:…@db:5432/daicho')
})

test('keys and named secrets do not reach a log', () => {
  const words = inPlainWords(new Error(`password=abc, key ${'0f'.repeat(32)}\n  at somewhere`))
  expect(words).toBe('password=… key … at somewhere')
})

test('an error keeps its code, and several addresses of one name are told together', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
  expect(inPlainWords(new AggregateError([refused, 'timeout']))).toBe(
    'connect ECONNREFUSED 127.0.0.1:5432 (ECONNREFUSED); timeout',
  )
})

test('the row that the database quotes stays out', () => {
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(山田)' })
  expect(inPlainWords(error)).toBe('duplicate key (23505)')
})
