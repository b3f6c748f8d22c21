/** What every canary may use: declared, not made, since a test only asks whether it would compile. */
export const preamble = `
import { z } from 'zod'
import { registerAssets } from '@/lib/features/assets/state-commands'
import { listAssets } from '@/lib/features/assets/queries'
import { defineAction } from '@/lib/platform/actions'
import { authorize, type May } from '@/lib/platform/authorize'
import { change, recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import type { Viewer } from '@/lib/platform/viewer'
declare const viewer: Viewer
declare const mayRegister: May<'asset.register'>
declare const mayEdit: May<'asset.edit'>
const event = { action: 'asset.edited', subjectType: 'assets', subjectId: 1n } as const
const input = z.object({}).transform(() => [{ number: 1n, version: 1 }])
const refusals = {
  notFound: '', stale: '', ownSubmission: '', notDraft: '', unclassified: '',
} as never
const done = () => '/'
`

/** Each must be refused by the compiler, in these words. */
export const lockCanaries: Record<string, { code: string; says: RegExp }> = {
  'a plain viewer does not register': {
    code: `void registerAssets(viewer, [])`,
    says: /'Viewer' is not assignable to parameter of type 'May<"asset.register">'/,
  },
  'a permission to edit does not register': {
    code: `void registerAssets(mayEdit, [])`,
    says: /'May<"asset.edit">' is not assignable to parameter of type 'May<"asset.register">'/,
  },
  'a plain viewer does not list': {
    code: `void listAssets(viewer, {} as never)`,
    says: /not assignable to parameter of type 'May/,
  },
  'nobody makes a token by hand': {
    code: `const forged: May<'asset.register'> = { viewer, permission: 'asset.register' }; void forged`,
    says: /Property '\[allowed\]' is missing/,
  },
  'nobody makes up a viewer': {
    code: `const forged: Viewer = { personId: 1n, name: '', loginId: '', sessionId: 1n, mustChangePassword: false,
      passwordReset: null, grants: [], today: '', referenceEdition: 1n, sampleData: false, clockMoved: false }; void forged`,
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
    code: `defineAction({ input, run: registerAssets, refusals, done })`,
    says: /'permission' is missing/,
  },
  'an action’s permission is the one that its command wants': {
    code: `defineAction({ permission: 'asset.edit', input, run: registerAssets, refusals, done })`,
    says: /not assignable to type 'May<"asset.register">'|"asset.register"/,
  },
  'an action has words for each refusal': {
    code: `defineAction({ permission: 'asset.register', input, run: registerAssets, refusals: { stale: '' }, done })`,
    says: /is missing the following properties|not assignable to type 'Record/,
  },
}

/** The same doors, used as they are meant to be: this must compile, or the refusals above would prove nothing. */
export const lockControl = `
void registerAssets(authorize(viewer, 'asset.register'), [{ number: 1n, version: 1 }])
void registerAssets(mayRegister, [])
void listAssets(authorize(viewer, 'asset.read'), {} as never)
void change(mayEdit, () => Promise.resolve({ result: 1, events: [event] as const }))
void change(mayEdit, () => Promise.resolve({ refused: 'stale' as const }))
void recordAccess(mayEdit, event)
void read(mayEdit, (db) => db.$queryRaw\`select 1\`)
defineAction({ permission: 'asset.register', input, run: registerAssets, refusals, done })
`
