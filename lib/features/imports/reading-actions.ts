'use server'
import { importRefusalWords as refusals } from '@/lib/labels/import-forms'
import { defineAction } from '@/lib/platform/actions'
import { answerWordsSchema, mendRowSchema, readAgainSchema } from './form-schema'
import { answerOwnWords, readOwnAgain } from './layout-commands'
import { mendOwnRow } from './mend-commands'
import { importHref } from './schema'

/** この読み方で読み直す */
export const readFileAgain = defineAction({
  permission: 'asset.import',
  input: readAgainSchema,
  run: readOwnAgain,
  refusals,
  done: ({ id }) => importHref(id),
})

/** 決めて読み直す */
export const answerFileWords = defineAction({
  permission: 'asset.import',
  input: answerWordsSchema,
  run: answerOwnWords,
  refusals,
  done: ({ id }) => importHref(id),
})

/** この行を直す */
export const mendRow = defineAction({
  permission: 'asset.import',
  input: mendRowSchema,
  run: mendOwnRow,
  refusals,
  done: ({ id }, { show }) => importHref(id, { show, done: 'mended' }),
})
