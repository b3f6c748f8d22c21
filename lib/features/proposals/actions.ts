'use server'
import { decisionRefusalWords, seenRefusalWords, withdrawRefusalWords } from '@/lib/labels/proposal-words'
import { defineAction } from '@/lib/platform/actions'
import {
  approveFromInbox,
  decideProposalFromForm,
  seeDecisions as see,
  withdrawProposal as withdraw,
} from './commands'
import { bulkSchema, decideSchema, seenSchema, withdrawSchema } from './schema'

/** 承認する・差し戻す: one proposal */
export const decideProposal = defineAction({
  permission: 'proposal.decide',
  input: decideSchema,
  run: decideProposalFromForm,
  refusals: decisionRefusalWords,
  done: ({ outcome }, { id, back }) => `${back}?done=${outcome}${back === '/inbox' ? `&of=${id}` : ''}`,
})

/** 選んだ提出を承認する */
export const approveProposals = defineAction({
  permission: 'proposal.decide',
  input: bulkSchema,
  run: approveFromInbox,
  refusals: {},
  done: ({ approved, passed, baseChanged, refused }) =>
    `/inbox?done=decided&approved=${approved}&passed=${passed}&baseChanged=${baseChanged}&refused=${refused}`,
})

/** 取り下げる */
export const withdrawProposal = defineAction({
  permission: 'asset.edit',
  input: withdrawSchema,
  run: withdraw,
  refusals: withdrawRefusalWords,
  done: (_, { back }) => `${back}?done=withdrawn`,
})

/** 後閲した */
export const seeDecisions = defineAction({
  permission: 'proposal.decide',
  input: seenSchema,
  run: see,
  refusals: seenRefusalWords,
  done: () => '/inbox?done=seen',
})
