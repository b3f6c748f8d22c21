'use server'
import { deputyRefusalWords, endDeputyRefusalWords } from '@/lib/labels/deputies'
import { defineAction } from '@/lib/platform/actions'
import { endDeputy, nameDeputy } from './commands'
import { endDeputySchema, nameDeputySchema } from './schema'

/*
 * Each act stands twice: for one's own post, and for whoever manages those of others. The page takes the one that the
 * viewer holds; the permission decides, here and in the database, whose posts it reaches.
 */
const name = {
  input: nameDeputySchema,
  run: nameDeputy,
  refusals: deputyRefusalWords,
  done: ({ isAbsence, isOnlyClerk }: { isAbsence: boolean; isOnlyClerk: boolean }) =>
    `/deputies?done=${isAbsence ? 'absent' : isOnlyClerk ? 'onlyClerk' : 'named'}`,
}
const end = {
  input: endDeputySchema,
  run: endDeputy,
  refusals: endDeputyRefusalWords,
  done: () => '/deputies?done=ended',
}

export const nameOwnDeputy = defineAction({ permission: 'deputy.name', ...name })
export const nameAnyDeputy = defineAction({ permission: 'grant.manageApprovers', ...name })
export const endOwnDeputy = defineAction({ permission: 'deputy.name', ...end })
export const endAnyDeputy = defineAction({ permission: 'grant.manageApprovers', ...end })
