'use server'
import { standardAssetRefusals as refusals } from '@/lib/labels/standard-assets-pages'
import { deriveRefusals } from '@/lib/labels/schools'
import { defineAction } from '@/lib/platform/actions'
import { addStandardAssets, editStandardAsset } from './commands'
import { addStandardAssetInput, editStandardAssetInput } from './schema'
import { deriveSchoolLedgers } from './school-commands'
import { deriveInput } from './school-schema'

const done = () => '/standard-ledger?saved=1'

export const addToStandardLedger = defineAction({
  permission: 'standardLedger.edit',
  input: addStandardAssetInput,
  run: (actor, input) => addStandardAssets(actor, [input]),
  refusals,
  done,
})

export const saveStandardAsset = defineAction({
  permission: 'standardLedger.edit',
  input: editStandardAssetInput,
  run: editStandardAsset,
  refusals,
  done,
})

export const deriveLedgers = defineAction({
  permission: 'standardLedger.derive',
  input: deriveInput,
  run: deriveSchoolLedgers,
  refusals: deriveRefusals,
  done: ({ rows, schools }) => `/standard-ledger/schools?derived=${rows}&of=${schools}`,
})
