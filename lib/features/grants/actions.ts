'use server'
import type { z } from 'zod'
import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { giveRefusalLabels, grantRefusalsInWords } from '@/lib/labels/people-forms'
import { defineAction } from '@/lib/platform/actions'
import { endGrants, giveGrants, renewGrants, type GrantManager } from './commands'
import { endGrantInput, giveGrantInput, renewGrantsInput, type SeenGrant } from './schema'

/*
 * Each act stands twice: for whoever manages clerks only, and for whoever manages every role. The page takes the one
 * that the viewer holds; the permission decides, here and in the database, which roles it reaches.
 */
const give = {
  input: giveGrantInput,
  run: (actor: GrantManager, { isOpen, ...input }: z.output<typeof giveGrantInput>) => {
    const { today } = actor.viewer
    const until = isOpen ? null : (input.until ?? fiscalYearEnd(fiscalYearOf(today)))
    return giveGrants(actor, [{ ...input, validFrom: input.validFrom ?? today, until }])
  },
  refusals: giveRefusalLabels,
  done: (_result: unknown, input: { personId: bigint }) => `/people/${input.personId.toString()}?done=given`,
}
const end = {
  input: endGrantInput,
  run: (actor: GrantManager, { grant, version }: z.output<typeof endGrantInput>) =>
    endGrants(actor, [{ id: grant, version }]),
  refusals: grantRefusalsInWords,
  done: (_result: unknown, input: { person: bigint }) => `/people/${input.person.toString()}?done=grantEnded`,
}
const renew = {
  input: renewGrantsInput,
  run: (actor: GrantManager, seen: SeenGrant[]) =>
    renewGrants(actor, seen, fiscalYearEnd(fiscalYearOf(actor.viewer.today) + 1)),
  refusals: grantRefusalsInWords,
  done: ({ ids }: { ids: bigint[] }) => `/people/renewal?renewed=${ids.length}`,
}

export const giveClerkGrant = defineAction({ permission: 'grant.manageClerks', ...give })
export const giveAnyGrant = defineAction({ permission: 'grant.manageApprovers', ...give })
export const endClerkGrant = defineAction({ permission: 'grant.manageClerks', ...end })
export const endAnyGrant = defineAction({ permission: 'grant.manageApprovers', ...end })
export const renewClerkGrants = defineAction({ permission: 'grant.manageClerks', ...renew })
export const renewAnyGrants = defineAction({ permission: 'grant.manageApprovers', ...renew })
