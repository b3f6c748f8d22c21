'use server'
import { defineAction } from '@/lib/platform/actions'
import { draftRefusals, editRefusals } from '@/lib/labels/asset-refusals'
import { assetFormSchema } from './form-schema'
import { draftFromForm, editFromForm } from './form-commands'

/** 下書きを保存する */
export const draftAsset = defineAction({
  permission: 'asset.create',
  input: assetFormSchema,
  run: draftFromForm,
  refusals: draftRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=drafted`,
})

/** Changes what is written; levels of a draft too. */
export const editAsset = defineAction({
  permission: 'asset.edit',
  input: assetFormSchema,
  run: editFromForm,
  refusals: editRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=edited`,
})

/** Changes the levels or the zone of a registered asset, and what is written about it. */
export const reclassifyAsset = defineAction({
  permission: 'asset.reclassify',
  input: assetFormSchema,
  run: editFromForm,
  refusals: editRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=reclassified`,
})
