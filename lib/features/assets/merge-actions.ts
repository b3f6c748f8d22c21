'use server'
import { mergeRefusalWords } from '@/lib/labels/merge'
import { defineAction } from '@/lib/platform/actions'
import { proposeMerge } from './merge-commands'
import { mergeSchema } from './merge-schema'

/** 統合を提出する */
export const mergeAssets = defineAction({
  permission: 'asset.merge',
  input: mergeSchema,
  run: proposeMerge,
  refusals: mergeRefusalWords,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=submitted`,
})
