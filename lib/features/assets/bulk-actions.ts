'use server'
import { bulkEditRefusals } from '@/lib/labels/bulk-edit'
import { defineAction } from '@/lib/platform/actions'
import { editTogether } from './bulk-commands'
import { bulkEditSchema } from './bulk-schema'

/** 選んだ情報資産をまとめて変更する */
export const bulkEditAssets = defineAction({
  permission: 'asset.edit',
  input: bulkEditSchema,
  run: editTogether,
  refusals: bulkEditRefusals,
  done: ({ numbers, submitted }) =>
    `/assets/bulk?done=${submitted ? 'submitted' : 'edited'}&count=${numbers.length}`,
})
