'use server'
import { adoptRefusalWords } from '@/lib/labels/review-adoption'
import { defineAction } from '@/lib/platform/actions'
import { adoptProposed } from './adopt-commands'
import { adoptSchema } from './adopt-schema'
import { sheetHref } from './search-schema'

/** 対応表のとおりでよい: for one row, or for all that follow. */
export const adoptFollowing = defineAction({
  permission: 'asset.reclassify',
  input: adoptSchema,
  run: adoptProposed,
  refusals: adoptRefusalWords,
  done: (_, { review, department }) =>
    sheetHref({ review: String(review), department: String(department), done: 'adopted' }),
})
