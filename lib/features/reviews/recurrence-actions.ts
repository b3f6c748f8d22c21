'use server'
import { recurrenceRefusalWords, statementRefusalWords, stopRefusalWords } from '@/lib/labels/review-words'
import { defineAction } from '@/lib/platform/actions'
import {
  makeRecurrence as make,
  stopRecurrence as stop,
  writeStatement as write,
} from './recurrence-commands'
import { recurrenceSchema, statementSchema, stopSchema } from './recurrence-schema'

/** 毎年の見直しにする */
export const makeRecurrence = defineAction({
  permission: 'review.manage',
  input: recurrenceSchema,
  run: make,
  refusals: recurrenceRefusalWords,
  done: () => '/reviews/recurring?done=recurring',
})

/** やめる */
export const stopRecurrence = defineAction({
  permission: 'review.manage',
  input: stopSchema,
  run: stop,
  refusals: stopRefusalWords,
  done: () => '/reviews/recurring?done=recurringStopped',
})

/** 証明文を改める */
export const writeStatement = defineAction({
  permission: 'review.manage',
  input: statementSchema,
  run: write,
  refusals: statementRefusalWords,
  done: () => '/reviews/statement?done=statement',
})
