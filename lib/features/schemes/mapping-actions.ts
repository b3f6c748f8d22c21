'use server'
import { mappingRefusalWords } from '@/lib/labels/scheme-mapping'
import { defineAction } from '@/lib/platform/actions'
import { keepMapping } from './mapping-commands'
import { mappingSchema } from './mapping-schema'

/** 対応表を保存する */
export const keepSchemeMapping = defineAction({
  permission: 'scheme.edit',
  input: mappingSchema,
  run: keepMapping,
  refusals: mappingRefusalWords,
  done: ({ to }) => `/schemes?version=${encodeURIComponent(to)}&done=mapping`,
})
