'use server'
import { defineAction } from '@/lib/platform/actions'
import { readNotices } from './commands'
import { markReadSchema } from './schema'

/** 読んだことにする・すべて読んだことにする */
export const markRead = defineAction({
  permission: 'self.manage',
  input: markReadSchema,
  run: readNotices,
  refusals: {},
  done: () => '/notices',
})
