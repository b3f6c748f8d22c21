'use server'
import { disownRefusalWords, routeRefusalWords } from '@/lib/labels/review-words'
import { defineAction } from '@/lib/platform/actions'
import { disownRow as disown, routeRow as route } from './route-commands'
import { disownSchema, routeSchema } from './route-schema'
import { rowHref } from './search-schema'

/** 分からないので事務局に任せる */
export const disownRow = defineAction({
  permission: 'review.answer',
  input: disownSchema,
  run: disown,
  refusals: disownRefusalWords,
  done: ({ review, number }) => rowHref(review, number, 'disowned'),
})

/** 課を決める */
export const routeRow = defineAction({
  permission: 'review.manage',
  input: routeSchema,
  run: route,
  refusals: routeRefusalWords,
  done: ({ review, wasGivenBack }) =>
    `/reviews/${review}/route?done=${wasGivenBack ? 'givenBack' : 'routed'}`,
})
