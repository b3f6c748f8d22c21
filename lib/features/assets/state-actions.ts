'use server'
import {
  cancelRefusals,
  confirmRefusals,
  disposeRefusals,
  registerRefusals,
} from '@/lib/labels/asset-refusals'
import { defineAction } from '@/lib/platform/actions'
import { cancelAsset, confirmAssets, disposeFromForm, registerAssets } from './state-commands'
import { cancelSchema, disposeSchema, seenSchema } from './state-schema'

/** 登録する: a draft becomes 有効. */
export const registerAsset = defineAction({
  permission: 'asset.register',
  input: seenSchema,
  run: registerAssets,
  refusals: registerRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=registered`,
})

/** 変わりがないことを確認する */
export const confirmAsset = defineAction({
  permission: 'asset.edit',
  input: seenSchema,
  run: confirmAssets,
  refusals: confirmRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=confirmed`,
})

/** 廃棄を記録する */
export const disposeAsset = defineAction({
  permission: 'asset.dispose',
  input: disposeSchema,
  run: disposeFromForm,
  refusals: disposeRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=disposed`,
})

/** 下書きを取り消す */
export const withdrawDraft = defineAction({
  permission: 'asset.cancel',
  input: cancelSchema,
  run: cancelAsset,
  refusals: cancelRefusals,
  done: ({ number }) => `/assets/${number}?done=cancelled`,
})
