'use server'
import { standardAssetRefusals as refusals } from '@/lib/labels/standard-assets-pages'
import { importHref } from '@/lib/features/imports/schema'
import { alignRefusals, deriveRefusals } from '@/lib/labels/schools'
import { defineAction } from '@/lib/platform/actions'
import { alignToStandard } from './align-commands'
import { addStandardAssets, editStandardAsset } from './commands'
import { addStandardAssetInput, editStandardAssetInput } from './schema'
import { deriveSchoolLedgers } from './school-commands'
import { alignInput, deriveInput } from './school-schema'

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

/** 標準に合わせる: the page of the import that comes of it shows before → after. */
export const alignAssets = defineAction({
  permission: 'asset.import',
  input: alignInput,
  run: alignToStandard,
  refusals: alignRefusals,
  done: ({ id }) => importHref(id),
})

export const deriveLedgers = defineAction({
  permission: 'standardLedger.derive',
  input: deriveInput,
  run: deriveSchoolLedgers,
  refusals: deriveRefusals,
  done: ({ rows, schools }) => `/standard-ledger/schools?derived=${rows}&of=${schools}`,
})
