'use server'
import { z } from 'zod'
import { remindersLabels as words } from '@/lib/labels/review-reminders'
import { defineAction } from '@/lib/platform/actions'
import { remindNow as remind } from './reminder-commands'
import { key } from './schema'

/** 今すぐ知らせる */
export const remindNow = defineAction({
  permission: 'review.manage',
  input: z.object({ id: key }),
  run: remind,
  refusals: { notFound: words.notFound, notOpen: words.closed },
  done: ({ people }, { id }) => `/reviews/${id}/reminders?done=${people > 0 ? 'reminded' : 'remindedNobody'}`,
})
