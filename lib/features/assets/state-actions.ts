'use server'
import {
  cancelRefusals,
  confirmRefusals,
  disposeRefusals,
  registerRefusals,
  transferRefusals,
} from '@/lib/labels/asset-refusals'
import { defineAction } from '@/lib/platform/actions'
import { cancelAsset, confirmAssets } from './state-commands'
import { disposeFromForm, transferFromForm } from './state-form-commands'
import { cancelSchema, disposeSchema, seenSchema, transferSchema } from './state-schema'
import { submitForRegistration } from './submit-commands'

/** 提出する: a classified draft waits for its registration. */
export const submitAsset = defineAction({
  permission: 'asset.edit',
  input: seenSchema,
  run: submitForRegistration,
  refusals: registerRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=submitted`,
})

/** 変わりがないことを確認する */
export const confirmAsset = defineAction({
  permission: 'asset.edit',
  input: seenSchema,
  run: confirmAssets,
  refusals: confirmRefusals,
  done: ({ numbers }) => `/assets/${numbers[0]}?done=confirmed`,
})

/** 廃棄を提出する */
export const disposeAsset = defineAction({
  permission: 'asset.dispose',
  input: disposeSchema,
  run: disposeFromForm,
  refusals: disposeRefusals,
  done: ({ numbers }, [disposal]) => submittedAt(numbers[0], disposal?.reviewId),
})

/** 所管課の変更を提出する */
export const transferAsset = defineAction({
  permission: 'asset.transfer',
  input: transferSchema,
  run: transferFromForm,
  refusals: transferRefusals,
  done: ({ numbers }, { reviewId }) => submittedAt(numbers[0], reviewId),
})

/** 下書きを取り消す */
export const withdrawDraft = defineAction({
  permission: 'asset.cancel',
  input: cancelSchema,
  run: cancelAsset,
  refusals: cancelRefusals,
  done: ({ number }) => `/assets/${number}?done=cancelled`,
})

/** The asset, or the sheet from which the form was opened. */
function submittedAt(number: bigint | undefined, reviewId: bigint | undefined): string {
  return `${reviewId === undefined ? `/assets/${number}` : `/reviews/${reviewId}/sheet`}?done=submitted`
}
