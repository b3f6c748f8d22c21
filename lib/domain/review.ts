import { daysBetween } from './calendar'
import { mayBeUnchanged, type Objection } from './review-objections'

/** 定期見直し: every asset of a frozen scope is answered for, by department; the head certifies exactly the answers. */
export const answers = ['unchanged', 'change', 'disposed', 'notOurs'] as const
export type Answer = (typeof answers)[number]

export const reviewStates = ['scheduled', 'open', 'closed'] as const
export type ReviewState = (typeof reviewStates)[number]

/** How a department stands, as progress shows it; late is said beside it. */
export const departmentStates = ['notBegun', 'inProgress', 'answered', 'certified', 'returned'] as const
export type DepartmentState = (typeof departmentStates)[number]
export type KeptState = 'open' | 'certified' | 'returned' | 'reopened'

export type Row = {
  number: bigint
  departmentId: bigint
  version: number
  answer: Answer | null
  /** Nothing is left to do for the answer but what was submitted for it. */
  settled: boolean
  inBulk: boolean
  opened: boolean
  objections: readonly Objection[]
  /** Where 「自分の課ではない」 goes, until it is accepted. */
  toDepartmentId: bigint | null
}

export type ReviewModel = {
  state: 'open' | 'closed'
  rows: readonly Row[]
  /** Departments with a standing certificate, and the answers it is bound to. */
  standing: ReadonlyMap<bigint, string>
  returned: ReadonlySet<bigint>
  /** Departments whose bureau signed off; the bureau of a department is the caller's to know. */
  signedOff: ReadonlySet<bigint>
  reopened: ReadonlySet<bigint>
}

export type Counts = {
  rows: number
  none: number
  unchanged: number
  change: number
  disposed: number
  notOurs: number
  unsettled: number
  bulk: number
}

const nothing: Counts = {
  rows: 0,
  none: 0,
  unchanged: 0,
  change: 0,
  disposed: 0,
  notOurs: 0,
  unsettled: 0,
  bulk: 0,
}

/** Adds up: a bureau is the sum of its departments, a review of its bureaus; nothing is counted twice or left out. */
export function totalsOf(parts: readonly Counts[]): Counts {
  const total = { ...nothing }
  for (const part of parts)
    for (const key of Object.keys(nothing) as (keyof Counts)[]) total[key] += part[key]
  return total
}

export function countsOf(rows: readonly Row[]): Counts {
  const of = (wanted: (row: Row) => boolean) => rows.filter(wanted).length
  return {
    rows: rows.length,
    none: of(({ answer }) => answer === null),
    unchanged: of(({ answer }) => answer === 'unchanged'),
    change: of(({ answer }) => answer === 'change'),
    disposed: of(({ answer }) => answer === 'disposed'),
    notOurs: of(({ answer }) => answer === 'notOurs'),
    unsettled: of(({ answer, settled }) => answer !== null && !settled),
    bulk: of(({ inBulk }) => inBulk),
  }
}

/** Late is what is not certified after the due day; a day before it is not. */
export function departmentState(
  counts: Counts,
  kept: KeptState,
  dueOn: string,
  today: string,
): { state: DepartmentState; late: boolean; daysLeft: number } {
  const daysLeft = daysBetween(today, dueOn)
  const late = kept !== 'certified' && daysLeft < 0 && counts.rows > 0
  if (kept === 'certified' || kept === 'returned') return { state: kept, late, daysLeft }
  if (counts.none === 0 && counts.unsettled === 0) return { state: 'answered', late, daysLeft }
  return { state: counts.none === counts.rows ? 'notBegun' : 'inProgress', late, daysLeft }
}

export type AnswerOutcome = 'saved' | 'conflict' | 'refused' | 'closed' | 'gone'

/** Whether a department's answers may still change: of a closed review only where it was opened again. */
export function isAnswerable(model: ReviewModel, departmentId: bigint): boolean {
  return model.state === 'open' || model.reopened.has(departmentId)
}

/**
 * Saves one answer at the version that was seen: another version is a conflict and nothing is overwritten. An answer
 * is settled where it is 変更なし, or where `submitted` stands behind it.
 */
export function answerRow(
  model: ReviewModel,
  told: { number: bigint; version: number; answer: Answer | null; submitted?: boolean },
): { outcome: AnswerOutcome; model: ReviewModel } {
  const row = model.rows.find(({ number }) => number === told.number)
  if (!row) return { outcome: 'gone', model }
  if (!isAnswerable(model, row.departmentId)) return { outcome: 'closed', model }
  if (row.version !== told.version) return { outcome: 'conflict', model }
  if (told.answer === 'unchanged' && !mayBeUnchanged(row.objections, row.opened))
    return { outcome: 'refused', model }
  const settled = told.answer === 'unchanged' || (told.answer !== null && (told.submitted ?? false))
  const next = { ...row, version: row.version + 1, answer: told.answer, settled, inBulk: false }
  return { outcome: 'saved', model: withRows(model, [next]) }
}

/** 残りは変更なし: all that nobody answered and nothing speaks against; never more than the person saw. */
export function answerRest(
  model: ReviewModel,
  departmentId: bigint,
  seen: number,
): { outcome: 'saved' | 'countChanged' | 'closed' | 'nothing'; model: ReviewModel } {
  if (!isAnswerable(model, departmentId)) return { outcome: 'closed', model }
  const free = model.rows.filter(
    (row) => row.departmentId === departmentId && row.answer === null && row.objections.length === 0,
  )
  if (free.length === 0) return { outcome: 'nothing', model }
  if (free.length > seen) return { outcome: 'countChanged', model }
  const answered = free.map((row): Row => ({
    ...row,
    version: row.version + 1,
    answer: 'unchanged',
    settled: true,
    inBulk: true,
  }))
  return { outcome: 'saved', model: withRows(model, answered) }
}

/** Marks a row as looked at; whoever certified before did not see that, so it counts as a change. */
export function openRow(model: ReviewModel, number: bigint): ReviewModel {
  const row = model.rows.find((each) => each.number === number)
  if (!row || row.opened || !isAnswerable(model, row.departmentId)) return model
  return withRows(model, [{ ...row, version: row.version + 1, opened: true }])
}

/** An asset went to another department: its row goes along, unless it is certified where it is. */
export function moveRow(model: ReviewModel, number: bigint, to: bigint): ReviewModel {
  const row = model.rows.find((each) => each.number === number)
  if (!row || row.departmentId === to || model.standing.has(row.departmentId)) return model
  if (!isAnswerable(model, row.departmentId) || !isAnswerable(model, to)) return model
  const accepted = row.answer === 'notOurs' && row.toDepartmentId === to
  const moved: Row = { ...row, version: row.version + 1, departmentId: to }
  if (accepted) Object.assign(moved, { answer: null, settled: false, toDepartmentId: null })
  return withRows(model, [moved])
}

export type CertifyOutcome =
  'certified' | 'changed' | 'notAnswered' | 'unsettled' | 'alreadyCertified' | 'closed' | 'nothing'

/** Certifies exactly the answers that were seen. */
export function certify(
  model: ReviewModel,
  departmentId: bigint,
  seen: string,
): { outcome: CertifyOutcome; model: ReviewModel } {
  const rows = model.rows.filter((row) => row.departmentId === departmentId)
  const { none, unsettled } = countsOf(rows)
  const outcome: CertifyOutcome = model.standing.has(departmentId)
    ? 'alreadyCertified'
    : !isAnswerable(model, departmentId)
      ? 'closed'
      : rows.length === 0
        ? 'nothing'
        : sealOf(model, departmentId) !== seen
          ? 'changed'
          : none > 0
            ? 'notAnswered'
            : unsettled > 0
              ? 'unsettled'
              : 'certified'
  if (outcome !== 'certified') return { outcome, model }
  const returned = new Set(model.returned)
  returned.delete(departmentId)
  const reopened = new Set(model.reopened)
  reopened.delete(departmentId)
  const standing = new Map(model.standing).set(departmentId, seen)
  return { outcome, model: { ...model, standing, returned, reopened } }
}

/** The exact answers of a department in one text: what a certificate binds to. */
export function sealOf(model: ReviewModel, departmentId: bigint): string {
  return model.rows
    .filter((row) => row.departmentId === departmentId)
    .map(
      ({ number, version, answer, opened }) =>
        `${number}|${version}|${answer ?? '-'}|${opened ? 'opened' : ''}`,
    )
    .join('\n')
}

/** The secretariat sends a certified department back: its certificate ends, its answers stay. */
export function returnDepartment(model: ReviewModel, departmentId: bigint): ReviewModel {
  if (model.state !== 'open' || !model.standing.has(departmentId)) return model
  const ended = withoutCertificates(model, [departmentId])
  return { ...ended, returned: new Set(ended.returned).add(departmentId) }
}

export function closeReview(model: ReviewModel): ReviewModel {
  return { ...model, state: 'closed', reopened: new Set() }
}

/** One department of a closed review is opened again. */
export function reopenDepartment(model: ReviewModel, departmentId: bigint): ReviewModel {
  if (model.state !== 'closed') return model
  const ended = withoutCertificates(model, [departmentId])
  return { ...ended, reopened: new Set(ended.reopened).add(departmentId) }
}

/** Rows change: what was certified over them, before or after, is void. */
function withRows(model: ReviewModel, changed: readonly Row[]): ReviewModel {
  const byNumber = new Map(changed.map((row) => [row.number, row]))
  const touched = new Set(changed.map(({ departmentId }) => departmentId))
  for (const row of model.rows) if (byNumber.has(row.number)) touched.add(row.departmentId)
  const rows = model.rows.map((row) => byNumber.get(row.number) ?? row)
  return withoutCertificates({ ...model, rows }, [...touched])
}

function withoutCertificates(model: ReviewModel, departmentIds: readonly bigint[]): ReviewModel {
  const standing = new Map(model.standing)
  const signedOff = new Set(model.signedOff)
  for (const id of departmentIds) if (standing.delete(id)) signedOff.delete(id)
  return { ...model, standing, signedOff }
}
