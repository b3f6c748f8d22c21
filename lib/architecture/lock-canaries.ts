/** What every canary may use: declared, not made, since a test only asks whether it would compile. */
export const preamble = `
import { z } from 'zod'
import { decideProposalFromForm } from '@/lib/features/proposals/commands'
import { listAssets } from '@/lib/features/assets/queries'
import { defineAction } from '@/lib/platform/actions'
import { authorize, type May } from '@/lib/platform/authorize'
import { change, recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import type { Viewer } from '@/lib/platform/viewer'
declare const viewer: Viewer
declare const mayDecide: May<'proposal.decide'>
declare const mayEdit: May<'asset.edit'>
const event = { action: 'asset.edited', subjectType: 'assets', subjectId: 1n } as const
const input = z.object({}).transform(() => ({ id: 1n, version: 1, act: 'approve' as const }))
const refusals = {
  notFound: '', stale: '', ownSubmission: '', notYours: '', secondTime: '',
} as never
const done = () => '/'
`

/** Each must be refused by the compiler, in these words. */
export const lockCanaries: Record<string, { code: string; says: RegExp }> = {
  'a plain viewer does not decide': {
    code: `void decideProposalFromForm(viewer, {} as never)`,
    says: /'Viewer' is not assignable to parameter of type 'May<"proposal.decide">'/,
  },
  'a permission to edit does not decide': {
    code: `void decideProposalFromForm(mayEdit, {} as never)`,
    says: /'May<"asset.edit">' is not assignable to parameter of type 'May<"proposal.decide">'/,
  },
  'a plain viewer does not list': {
    code: `void listAssets(viewer, {} as never)`,
    says: /not assignable to parameter of type 'May/,
  },
  'nobody makes a token by hand': {
    code: `const forged: May<'proposal.decide'> = { viewer, permission: 'proposal.decide' }; void forged`,
    says: /Property '\[allowed\]' is missing/,
  },
  'nobody makes up a viewer': {
    code: `const forged: Viewer = { personId: 1n, name: '', loginId: '', sessionId: 1n, mustChangePassword: false,
      passwordReset: null, grants: [], today: '', referenceEdition: 1n, waiting: 0, sampleData: false, clockMoved: false }; void forged`,
    says: /\[secretKey\]/,
  },
  'there is no permission of that name': {
    code: `authorize(viewer, 'asset.destroy')`,
    says: /"asset.destroy"/,
  },
  'a change says what happened': {
    code: `void change(mayEdit, () => Promise.resolve({ result: 1 }))`,
    says: /'events' is missing/,
  },
  'a change says at least one thing': {
    code: `void change(mayEdit, () => Promise.resolve({ result: 1, events: [] as [] }))`,
    says: /Source has 0 element\(s\) but target requires 1/,
  },
  'a plain viewer changes nothing': {
    code: `void change(viewer, () => Promise.resolve({ result: 1, events: [event] as const }))`,
    says: /'Viewer' is not assignable/,
  },
  'an access that is worth auditing is named': {
    code: `void recordAccess(mayEdit)`,
    says: /Expected 2 arguments/,
  },
  'a plain viewer does not read': {
    code: `void read(viewer, (db) => db.$queryRaw\`select 1\`)`,
    says: /'Viewer' is not assignable/,
  },
  'who reads has no object to write with': {
    code: `void read(mayEdit, (db) => db.asset.updateMany({ data: { name: '' } }))`,
    says: /'asset' does not exist/,
  },
  'who reads executes no statement': {
    code: `void read(mayEdit, (db) => db.$executeRaw\`select 1\`)`,
    says: /'\$executeRaw' does not exist/,
  },
  'an action without a permission is none': {
    code: `defineAction({ input, run: decideProposalFromForm, refusals, done })`,
    says: /'permission' is missing/,
  },
  'an action’s permission is the one that its command wants': {
    code: `defineAction({ permission: 'asset.edit', input, run: decideProposalFromForm, refusals, done })`,
    says: /not assignable to type 'May<"proposal.decide">'|"proposal.decide"/,
  },
  'an action has words for each refusal': {
    code: `defineAction({ permission: 'proposal.decide', input, run: decideProposalFromForm, refusals: { stale: '' }, done })`,
    says: /is missing the following properties|not assignable to type 'Record/,
  },
}

/** The same doors, used as they are meant to be: this must compile, or the refusals above would prove nothing. */
export const lockControl = `
void decideProposalFromForm(authorize(viewer, 'proposal.decide'), { id: 1n, version: 1, act: 'approve' })
void decideProposalFromForm(mayDecide, {} as never)
void listAssets(authorize(viewer, 'asset.read'), {} as never)
void change(mayEdit, () => Promise.resolve({ result: 1, events: [event] as const }))
void change(mayEdit, () => Promise.resolve({ refused: 'stale' as const }))
void recordAccess(mayEdit, event)
void read(mayEdit, (db) => db.$queryRaw\`select 1\`)
defineAction({ permission: 'proposal.decide', input, run: decideProposalFromForm, refusals, done })
`
