import type { Facts } from './loosening'

/** A proposal: one or many changes for one department, with one chain of approvals; all or nothing. */
export const proposalKinds = [
  'registration',
  'change',
  'reclassification',
  'disposal',
  'transfer',
  'merge',
] as const
export type ProposalKind = (typeof proposalKinds)[number]

export const proposalStates = ['submitted', 'approved', 'returned', 'withdrawn', 'overtaken'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalOrigins = [
  'form',
  'import',
  'bulk',
  'undo',
  'merge',
  'review',
  'reclassification',
] as const
export type ProposalOrigin = (typeof proposalOrigins)[number]

export const duties = ['manager', 'accepting', 'officer', 'educationChief', 'ciso'] as const
export type Duty = (typeof duties)[number]

export const stepStates = ['future', 'waiting', 'approved', 'returned', 'void'] as const
export type StepState = (typeof stepStates)[number]

/** Levels to be: a classification that is written when the proposal is approved. */
export type Judged = {
  schemeId: bigint
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  audience: string | null
}

/** One asset of a proposal: what it touches as it was, and as it is to be. */
export type ProposedItem = {
  number: bigint
  kind: ProposalKind
  before: Facts
  after: Facts
  judgement: Judged | null
}
export type Step = {
  place: number
  duty: Duty
  departmentId: bigint
  state: StepState
  decidedBy: bigint | null
  decidedFor: bigint | null
  generation: number
}
export type ProposalModel = {
  state: ProposalState
  submittedBy: bigint
  steps: readonly Step[]
  items: readonly ProposedItem[]
}
/** Whoever decides today: `decidedFor` names the principal whose post they use (代決). */
export type Decider = {
  personId: bigint
  standsInFor: readonly bigint[]
  decidedFor: bigint | null
  mayDo: (step: Step) => boolean
}
export const decideRefusals = [
  'ownSubmission',
  'secondTime',
  'notYours',
  'notWaiting',
  'reasonMissing',
] as const
export type DecideRefusal = (typeof decideRefusals)[number]
export type DecideOutcome = 'approved' | 'passed' | 'returned' | 'baseChanged' | 'overtaken' | DecideRefusal
export type Act = { kind: 'approve' | 'return'; reason: string }
export type Decided = { outcome: DecideOutcome; model: ProposalModel; applied: readonly ProposedItem[] }

/**
 * The state machine of approvals. `ledger` is what the asset says now; null: it has ended. `chain`: the steps that a
 * changed base asks for. Answers the next model and what is written into the ledger; a refusal changes nothing.
 */
export function decide(
  model: ProposalModel,
  act: Act,
  by: Decider,
  ledger: (number: bigint) => Facts | null,
  chain: (items: readonly ProposedItem[]) => readonly Pick<Step, 'duty' | 'departmentId'>[],
): Decided {
  const stay = (outcome: DecideRefusal): Decided => ({ outcome, model, applied: [] })
  const waiting = model.steps.find((step) => step.state === 'waiting')
  if (model.state !== 'submitted' || !waiting) return stay('notWaiting')
  const refused = refusalOf(model, waiting, by)
  if (refused) return stay(refused)
  if (act.kind === 'return') {
    if (act.reason.trim() === '') return stay('reasonMissing')
    const steps = settle(model.steps, waiting, 'returned', by)
    return { outcome: 'returned', model: { ...model, state: 'returned', steps }, applied: [] }
  }
  const now = model.items.map(({ number }) => ledger(number))
  if (now.some((facts) => facts === null)) return overtaken(model)
  if (model.items.some((item, at) => baseChanges(item, now[at] ?? {}).length > 0))
    return shownAgain(model, now, chain)
  const steps = settle(model.steps, waiting, 'approved', by)
  const next = steps.find((step) => isAfter(step, waiting))
  if (next) {
    const opened = steps.map((step) => (step === next ? { ...step, state: 'waiting' as const } : step))
    return { outcome: 'passed', model: { ...model, steps: opened }, applied: [] }
  }
  return { outcome: 'approved', model: { ...model, state: 'approved', steps }, applied: model.items }
}

/** Nobody decides what they, or whom they stand in for, submitted; nor two steps, but the two heads of one transfer. */
function refusalOf(model: ProposalModel, waiting: Step, by: Decider): DecideRefusal | null {
  const behind = [by.personId, ...(by.decidedFor === null ? [] : [by.decidedFor])]
  if ([...behind, ...by.standsInFor].includes(model.submittedBy)) return 'ownSubmission'
  const isSecond = model.steps.some(
    (step) =>
      step.generation === waiting.generation &&
      step.state === 'approved' &&
      !(step.duty === 'manager' && waiting.duty === 'accepting') &&
      [step.decidedBy, step.decidedFor].some((person) => person !== null && behind.includes(person)),
  )
  if (isSecond) return 'secondTime'
  return by.mayDo(waiting) ? null : 'notYours'
}

function isAfter(step: Step, waiting: Step): boolean {
  return step.generation === waiting.generation && step.place === waiting.place + 1
}

function settle(
  steps: readonly Step[],
  waiting: Step,
  state: 'approved' | 'returned',
  by: Decider,
): readonly Step[] {
  const decided = { state, decidedBy: by.personId, decidedFor: by.decidedFor }
  return steps.map((step) => {
    if (step === waiting) return { ...step, ...decided }
    return state === 'returned' && step.state === 'future' ? { ...step, state: 'void' as const } : step
  })
}

function overtaken(model: ProposalModel): Decided {
  return {
    outcome: 'overtaken',
    model: { ...model, state: 'overtaken', steps: voided(model.steps) },
    applied: [],
  }
}

function voided(steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, state: 'void' as const }))
}

/** The base moved: nothing is applied, the items stand anew, and the chain begins again. What holds already drops out. */
function shownAgain(
  model: ProposalModel,
  now: readonly (Facts | null)[],
  chain: (items: readonly ProposedItem[]) => readonly Pick<Step, 'duty' | 'departmentId'>[],
): Decided {
  const items = model.items
    .map((item, at) => ({ ...item, before: picked(now[at] ?? {}, Object.keys(item.before)) }))
    .filter((item) => item.judgement !== null || !holdsAlready(item))
  if (items.length === 0) return overtaken(model)
  const generation = Math.max(...model.steps.map((step) => step.generation)) + 1
  const anew = chain(items).map(({ duty, departmentId }, at): Step => ({
    place: at + 1,
    duty,
    departmentId,
    state: at === 0 ? 'waiting' : 'future',
    decidedBy: null,
    decidedFor: null,
    generation,
  }))
  return {
    outcome: 'baseChanged',
    model: { ...model, items, steps: [...voided(model.steps), ...anew] },
    applied: [],
  }
}

function holdsAlready({ before, after }: ProposedItem): boolean {
  return Object.entries(after).every(([field, value]) => (before[field] ?? null) === value)
}

function picked(facts: Facts, fields: readonly string[]): Facts {
  return Object.fromEntries(fields.map((field) => [field, facts[field] ?? null]))
}

/** The fields of `before` that the ledger says otherwise now. */
export function baseChanges(item: ProposedItem, now: Facts): readonly string[] {
  return Object.keys(item.before).filter((field) => (item.before[field] ?? null) !== (now[field] ?? null))
}

/** Taken back by whoever submitted it (others: by permission, which is asked elsewhere), while nothing is decided for good. */
export function withdraw(model: ProposalModel): ProposalModel | null {
  if (model.state !== 'submitted') return null
  return {
    ...model,
    state: 'withdrawn',
    steps: model.steps.map((step) =>
      step.state === 'waiting' || step.state === 'future' ? { ...step, state: 'void' } : step,
    ),
  }
}

/** What is bundled: an item with where it belongs. */
export type Placed<I> = I & { departmentId: bigint; toDepartmentId: bigint | null }
export type Bundle<I> = { departmentId: bigint; toDepartmentId: bigint | null; items: readonly Placed<I>[] }

/**
 * One bundle a department and a chain, so that one row that needs the CISO holds up no ninety-nine others; what belongs
 * together (a merge) is never split. In the order in which they were given.
 */
export function bundlesOf<I extends { kind: ProposalKind }>(
  items: readonly Placed<I>[],
  chainOf: (item: Placed<I>) => string,
): readonly Bundle<I>[] {
  const bundles = new Map<string, Placed<I>[]>()
  for (const item of items) {
    const chain = item.kind === 'merge' ? 'merge' : chainOf(item)
    const key = [item.departmentId, item.toDepartmentId ?? '', chain].join('/')
    const bundle = bundles.get(key)
    if (bundle) bundle.push(item)
    else bundles.set(key, [item])
  }
  return [...bundles.values()].flatMap((bundle) => {
    const [first] = bundle
    return first
      ? [{ departmentId: first.departmentId, toDepartmentId: first.toDepartmentId, items: bundle }]
      : []
  })
}
