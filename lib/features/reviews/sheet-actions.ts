'use server'
import { defineAction } from '@/lib/platform/actions'
import { defineSave } from '@/lib/platform/save'
import { saveReviewAnswers } from './answer-commands'
import { givenTo } from './given-commands'
import { readShow, sheetHref } from './search-schema'
import { autosaveSchema, rowSchema, sheetSchema } from './sheet-form-schema'
import { savedFromForm, savedRows, withGiven } from './sheet-saved-schema'

/** What somebody answers, saved as they answer: rows that others answered meanwhile stay as they are. */
export const autosaveAnswers = defineSave({
  permission: 'review.answer',
  input: autosaveSchema,
  run: async (actor, { review, department, rows }) => {
    // Questions first: what is required of a row is there when the row is answered.
    const told = rows.flatMap(({ given }) => given)
    const given = told.length === 0 ? [] : await givenTo(actor, { review, department }, told)
    const answers = rows.flatMap(({ answer }) => ('answer' in answer || 'note' in answer ? [answer] : []))
    const saved = savedRows(
      answers.length === 0 ? { result: { rows: [] } } : await saveReviewAnswers(actor, { review, answers }),
    )
    if ('refused' in saved) return saved
    return {
      result: withGiven(
        saved.result,
        rows.map(({ answer }) => answer),
        given,
      ),
    }
  },
  refusals: {},
})

/** この画面の回答を保存する */
export const saveSheet = defineAction({
  permission: 'review.answer',
  input: sheetSchema,
  run: async (actor, { review, department, answers, given }) => {
    const told = given.length === 0 ? [] : await givenTo(actor, { review, department }, given)
    return savedFromForm(answers, () => saveReviewAnswers(actor, { review, answers }), told)
  },
  refusals: {},
  done: (_, { review, department, show }) =>
    sheetHref({
      review: String(review),
      department: String(department),
      show: readShow(show),
      done: 'saved',
    }),
})

/** One row that was opened: 変更なし, taken back, or its note. */
export const answerRow = defineAction({
  permission: 'review.answer',
  input: rowSchema,
  run: async (actor, { review, answers }) =>
    savedFromForm(answers, () => saveReviewAnswers(actor, { review, answers })),
  refusals: {},
  done: (_, { review, department }) =>
    sheetHref({ review: String(review), department: String(department), done: 'saved' }),
})
