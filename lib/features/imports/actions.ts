'use server'
import { importRefusalWords as refusals } from '@/lib/labels/import-forms'
import { defineAction } from '@/lib/platform/actions'
import { cancelOwnImport, skipOwnRows, tryOwnImportAgain, unskipOwnRow } from './act-commands'
import { confirmOwnImport } from './confirm-commands'
import { confirmImportSchema, importActSchema, skipRowsSchema, unskipRowSchema } from './form-schema'
import { importHref } from './schema'

/** 台帳に取り込む */
export const confirmImport = defineAction({
  permission: 'asset.import',
  input: confirmImportSchema,
  run: confirmOwnImport,
  refusals,
  done: ({ id }) => importHref(id),
})

/** 取り込みを中止する */
export const cancelImport = defineAction({
  permission: 'asset.import',
  input: importActSchema,
  run: cancelOwnImport,
  refusals,
  done: ({ id }) => importHref(id),
})

/** もう一度取り込む */
export const tryImportAgain = defineAction({
  permission: 'asset.import',
  input: importActSchema,
  run: tryOwnImportAgain,
  refusals,
  done: ({ id }) => importHref(id),
})

/** 選んだ行を見送る・取り込めない行をすべて見送る */
export const skipRows = defineAction({
  permission: 'asset.import',
  input: skipRowsSchema,
  run: skipOwnRows,
  refusals,
  done: ({ id }, { show }) => importHref(id, { show, done: 'skipped' }),
})

/** 見送りをやめる */
export const unskipRow = defineAction({
  permission: 'asset.import',
  input: unskipRowSchema,
  run: unskipOwnRow,
  refusals,
  done: ({ id }) => importHref(id, { show: 'skipped', done: 'unskipped' }),
})
