'use server'
import { undoRefusals } from '@/lib/labels/undo'
import { defineAction } from '@/lib/platform/actions'
import { undoTo } from './undo-commands'
import { undoSchema } from './undo-schema'

/** この内容に戻す */
export const undoAsset = defineAction({
  permission: 'asset.reclassify',
  input: undoSchema,
  run: undoTo,
  refusals: undoRefusals,
  done: ({ wrote, submitted }, { number }) =>
    `/assets/${number}?done=${submitted ? (wrote ? 'editedAndSubmitted' : 'submitted') : 'edited'}`,
})
