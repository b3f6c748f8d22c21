'use server'
import { importRefusalWords as refusals } from '@/lib/labels/import-forms'
import { defineAction } from '@/lib/platform/actions'
import { endMappingSchema, rememberMappingSchema } from './form-schema'
import { endOwnMapping, rememberOwnMapping } from './mapping-commands'
import { importHref } from './schema'

/** 読み方を覚える */
export const rememberMapping = defineAction({
  permission: 'asset.import',
  input: rememberMappingSchema,
  run: rememberOwnMapping,
  refusals,
  done: ({ id }) => importHref(id, { done: 'remembered' }),
})

/** 使わない */
export const endMapping = defineAction({
  permission: 'asset.import',
  input: endMappingSchema,
  run: endOwnMapping,
  refusals,
  done: () => '/assets/import/mappings?done=ended',
})
