'use server'
import {
  certifyRefusalWords,
  closeRefusalWords,
  reopenRefusalWords,
  restRefusalWords,
  returnRefusalWords,
  signOffRefusalWords,
  startRefusalWords,
} from '@/lib/labels/review-words'
import { defineAction } from '@/lib/platform/actions'
import { answerRest as answerTheRest } from './answer-commands'
import { certifyDepartment as certify, signOffBureau as signOff } from './certify-commands'
import {
  closeReview as close,
  reopenDepartment as reopen,
  returnDepartment as sendBack,
  startReview as start,
} from './commands'
import { certifySchema, editSeen, reasonSchema, restSchema, signOffSchema } from './schema'
import { sheetHref } from './search-schema'

/** 今すぐ始める */
export const openNow = defineAction({
  permission: 'review.manage',
  input: editSeen,
  run: start,
  refusals: startRefusalWords,
  done: ({ id }) => `/reviews/${id}?done=opened`,
})

/** 残りをすべて変更なしと回答する */
export const answerRest = defineAction({
  permission: 'review.answer',
  input: restSchema,
  run: answerTheRest,
  refusals: restRefusalWords,
  done: (_, { review, department, back }) =>
    back === 'inbox'
      ? '/inbox?done=rest'
      : sheetHref({ review: String(review), department: String(department), done: 'rest' }),
})

/** 証明する */
export const certifyDepartment = defineAction({
  permission: 'review.certify',
  input: certifySchema,
  run: certify,
  refusals: certifyRefusalWords,
  done: (_, { review, department }) =>
    sheetHref({ review: String(review), department: String(department), done: 'certified' }),
})

/** 部局を確認する */
export const signOffBureau = defineAction({
  permission: 'review.signOff',
  input: signOffSchema,
  run: signOff,
  refusals: signOffRefusalWords,
  done: (_, { review }) => `/reviews/${review}?done=signedOff`,
})

/** 差し戻す */
export const returnDepartment = defineAction({
  permission: 'review.manage',
  input: reasonSchema,
  run: sendBack,
  refusals: returnRefusalWords,
  done: ({ id }) => `/reviews/${id}?done=returned`,
})

/** 締め切る */
export const closeReview = defineAction({
  permission: 'review.manage',
  input: editSeen,
  run: close,
  refusals: closeRefusalWords,
  done: ({ id }) => `/reviews/${id}/report?done=closed`,
})

/** 再び開く */
export const reopenDepartment = defineAction({
  permission: 'review.manage',
  input: reasonSchema,
  run: reopen,
  refusals: reopenRefusalWords,
  done: ({ id }) => `/reviews/${id}?done=reopened`,
})
