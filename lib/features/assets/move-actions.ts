'use server'
import { moveLabels, moveRefusals } from '@/lib/labels/moves'
import { defineAction } from '@/lib/platform/actions'
import { moveToSuccessors } from './commands'
import { moveSchema } from './move-schema'

/** 後継の課へ移す */
export const moveAssets = defineAction({
  permission: 'asset.moveToSuccessor',
  input: moveSchema,
  run: moveToSuccessors,
  refusals: moveRefusals,
  done: ({ moved }) => `${moveLabels.address}?moved=${moved}`,
})
