'use server'
import { answerOfflineWords, keepOfflineWords, signWords } from '@/lib/labels/offline'
import { defineAction } from '@/lib/platform/actions'
import { answerOffline, attachSignedSheet, bringOffline } from './offline-commands'
import { answerSchema, bringSchema, offlineHref, signSchema } from './offline-schema'

/** 回答のブックを読み取る */
export const bringAnswers = defineAction({
  permission: 'review.answerOffline',
  input: bringSchema,
  run: bringOffline,
  refusals: keepOfflineWords,
  done: ({ id }, { review }) => offlineHref(String(review), String(id)),
})

/** 署名された紙を付ける */
export const signAnswers = defineAction({
  permission: 'review.answerOffline',
  input: signSchema,
  run: attachSignedSheet,
  refusals: signWords,
  done: (_, { review, workbook }) => offlineHref(String(review), String(workbook), 'signed'),
})

/** 見直しに回答する */
export const answerOnPaper = defineAction({
  permission: 'review.answerOffline',
  input: answerSchema,
  run: answerOffline,
  refusals: answerOfflineWords,
  done: (_, { review, workbook }) => offlineHref(String(review), String(workbook), 'answered'),
})
