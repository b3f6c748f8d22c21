'use server'
import { defineAction } from '@/lib/platform/actions'
import { draftRefusals, editRefusals } from '@/lib/labels/asset-refusals'
import { assetFormSchema } from './form-schema'
import { draftFromForm, editFromForm } from './form-commands'

/** 下書きを保存する・提出する */
export const draftAsset = defineAction({
  permission: 'asset.create',
  input: assetFormSchema,
  run: draftFromForm,
  refusals: draftRefusals,
  done: ({ numbers, submitted }, { reviewId }) =>
    submitted && reviewId !== undefined
      ? sheetAfter(reviewId)
      : `/assets/${numbers[0]}?done=${submitted ? 'submitted' : 'drafted'}`,
})

/** Changes what is written; what loosens is submitted. A draft's levels change too, and it may be handed in. */
export const editAsset = defineAction({
  permission: 'asset.edit',
  input: assetFormSchema,
  run: editFromForm,
  refusals: editRefusals,
  done: (edited, { reviewId }) =>
    reviewId === undefined
      ? `/assets/${edited.numbers[0]}?done=${waysDone(edited)}`
      : sheetAfter(reviewId, edited),
})

/** Submits other levels or another zone of a registered asset; what else is written changes at once. */
export const reclassifyAsset = defineAction({
  permission: 'asset.reclassify',
  input: assetFormSchema,
  run: editFromForm,
  refusals: editRefusals,
  done: ({ numbers }, { reviewId }) =>
    reviewId === undefined ? `/assets/${numbers[0]}?done=submitted` : sheetAfter(reviewId),
})

type Edited = { wrote: boolean; submitted: boolean }

/** Back to the sheet from which the form was opened. */
function sheetAfter(reviewId: bigint, edited: Edited = { wrote: false, submitted: true }): string {
  const done = !edited.submitted ? 'wrote' : edited.wrote ? 'wroteAndSubmitted' : 'submitted'
  return `/reviews/${reviewId}/sheet?done=${done}`
}

function waysDone({ wrote, submitted }: Edited): string {
  if (!submitted) return 'edited'
  return wrote ? 'editedAndSubmitted' : 'submitted'
}
