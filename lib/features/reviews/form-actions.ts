'use server'
import { reviewFormLabels } from '@/lib/labels/review-report'
import { keepRefusalWords } from '@/lib/labels/review-words'
import { defineAction } from '@/lib/platform/actions'
import { editReview, makeReview } from './commands'
import { countScope } from './form-queries'
import { countMoves } from './reclassification-queries'
import { reviewFormSchema } from './form-schema'

/** この内容で作る・変更を保存する・件数を確かめる: one form, so that what was typed stays whatever is pressed. */
export const saveReview = defineAction({
  permission: 'review.manage',
  input: reviewFormSchema,
  run: async (actor, input) => {
    if (input.act === 'make') return makeReview(actor, input)
    if (input.act === 'edit') return editReview(actor, input)
    if (input.moves)
      return { review: await countMoves(actor, input.scope, input.moves), title: reviewFormLabels.countTitle }
    const { assets, departments } = await countScope(actor, input.scope)
    return { review: reviewFormLabels.counted(assets, departments), title: reviewFormLabels.countTitle }
  },
  refusals: keepRefusalWords,
  done: ({ id }, { act }) => `/reviews/${id}?done=${act === 'edit' ? 'edited' : 'made'}`,
})
