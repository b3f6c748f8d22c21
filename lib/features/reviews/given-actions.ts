'use server'
import { giveRefusalWords } from '@/lib/labels/review-words'
import { defineAction } from '@/lib/platform/actions'
import { giveFromForm } from './given-commands'
import { filesIn, givenFormSchema } from './given-schema'
import { rowHref, sheetHref } from './search-schema'

/** 質問への答えを保存する: of a department, or of one of its rows. */
export const saveGiven = defineAction({
  permission: 'review.answer',
  input: givenFormSchema,
  run: async (actor, input, data) => giveFromForm(actor, input, await filesIn(data)),
  refusals: giveRefusalWords,
  done: (_, { review, department, number }) =>
    number === null
      ? sheetHref({ review: String(review), department: String(department), done: 'given' })
      : rowHref(review, number, 'given'),
})
