import { expect, test } from 'vitest'
import { questionsFormSchema, questionValues } from './question-schema'

const choice = {
  askedOf: 'asset' as const,
  kind: 'choice' as const,
  label: '保管の場所',
  required: true,
  choices: ['庁内', '庁外'],
}

test('what the form shows of a question is the question again', () => {
  expect(questionsFormSchema.parse(questionValues([choice]))).toEqual([choice])
})

test('places left empty between questions close up', () => {
  const typed = { qLabel2: '一つ目', qKind2: 'text', qLabel5: '二つ目', qKind5: 'yesNo', qRequired5: 'on' }
  expect(questionsFormSchema.parse(typed).map(({ label, required }) => [label, required])).toEqual([
    ['一つ目', false],
    ['二つ目', true],
  ])
})

test.each([
  ['a choice of one', { qLabel1: 'a', qKind1: 'choice', qChoices1: 'x' }, 'qChoices1'],
  ['the same twice', { qLabel1: 'a', qKind1: 'choice', qChoices1: 'x\nx' }, 'qChoices1'],
  ['no way to answer', { qLabel1: 'a' }, 'qKind1'],
  ['choices without a question', { qChoices1: 'x\ny' }, 'qLabel1'],
])('%s is said at its field', (_, typed, field) => {
  const parsed = questionsFormSchema.safeParse(typed)
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
})
