import { expect, test } from 'vitest'
import { passwordFaults, passwordLabels } from '@/lib/labels/sign-in'
import { readPasswordChange } from './schema'

const words = ['tanaka', '田中 花子']
const good = { present: 'kari-no-kotoba', chosen: 'umi yama sora kaze', repeated: 'umi yama sora kaze' }

test('what is right comes back as the input', () => {
  expect(readPasswordChange({ ...good, next: '/assets' }, words)).toEqual({
    input: { ...good, next: '/assets' },
  })
})

test('a password that is too short and not repeated is told of both at once', () => {
  expect(readPasswordChange({ ...good, chosen: 'mijikai', repeated: 'mijika' }, words)).toEqual({
    errors: { chosen: [passwordFaults.tooShort], repeated: [passwordLabels.notRepeated] },
  })
})

test('an empty present password does not hide what is wrong with the new one', () => {
  expect(readPasswordChange({ ...good, present: '', chosen: 'mijikai', repeated: '' }, words)).toEqual({
    errors: {
      present: [passwordLabels.missing],
      chosen: [passwordFaults.tooShort],
      repeated: [passwordLabels.notRepeated],
    },
  })
})

test('what is wrong is told in the order of the fields', () => {
  const answer = readPasswordChange({ ...good, present: '', chosen: 'mijikai', repeated: '' }, words)
  expect('errors' in answer && Object.keys(answer.errors)).toEqual(['present', 'chosen', 'repeated'])
})

test('a form without its fields is refused, not broken', () => {
  expect(readPasswordChange({}, words)).toHaveProperty('errors')
})
