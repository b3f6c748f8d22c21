import type { SuccessionKind } from './department'
import type { CategoryCode, ExecutiveBodyCode } from './reference'

/** A department as a list names it. Days are YYYY-MM-DD, both included; `parentCode` may name one of the same list. */
export type DepartmentEntry = {
  code: string
  name: string
  categoryCode: CategoryCode
  executiveBodyCode: ExecutiveBodyCode
  parentCode: string | null
  validFrom: string
  validTo: string | null
}
export type SuccessionEntry = { effectiveOn: string; kind: SuccessionKind; fromCode: string; toCode: string }
/** A department's last day, inclusive. */
export type Closing = { code: string; validTo: string }

export type OrganizationPlan = {
  /** Above before below. */
  add: DepartmentEntry[]
  close: Closing[]
  succeed: SuccessionEntry[]
  unchanged: { departments: number; successions: number }
}
export type PlanProblem =
  | { kind: 'twice' | 'unknownParent' | 'circle' | 'unknownDepartment'; code: string }
  | {
      kind: 'differs'
      code: string
      field: keyof DepartmentEntry
      theirs: string | null
      ours: string | null
    }

type Known = { departments: readonly DepartmentEntry[]; successions: readonly SuccessionEntry[] }

/**
 * What a list of departments and reorganisations adds to those that are there. What is there already stays: a list may
 * close a department but never rewrites one.
 */
export function planOrganization(
  known: Known,
  list: Known,
): { plan: OrganizationPlan; problems: PlanProblem[] } {
  const problems: PlanProblem[] = []
  const present = new Map(known.departments.map((entry) => [entry.code, entry]))
  const listed = new Map(list.departments.map((entry) => [entry.code, entry]))
  const plan: OrganizationPlan = {
    add: [],
    close: [],
    succeed: [],
    unchanged: { departments: 0, successions: 0 },
  }
  for (const code of repeated(list.departments.map((entry) => entry.code)))
    problems.push({ kind: 'twice', code })
  for (const entry of listed.values()) {
    const before = present.get(entry.code)
    if (!before) plan.add.push(entry)
    else {
      const differences = differencesOf(before, entry)
      problems.push(...differences)
      if (before.validTo === null && entry.validTo !== null)
        plan.close.push({ code: entry.code, validTo: entry.validTo })
      else if (differences.length === 0) plan.unchanged.departments += 1
    }
    if (entry.parentCode !== null && !present.has(entry.parentCode) && !listed.has(entry.parentCode))
      problems.push({ kind: 'unknownParent', code: entry.parentCode })
  }
  const depths = new Map(plan.add.map((entry) => [entry.code, depthOf(entry, listed)]))
  for (const [code, depth] of depths) if (depth === null) problems.push({ kind: 'circle', code })
  plan.add.sort((a, b) => (depths.get(a.code) ?? 0) - (depths.get(b.code) ?? 0))

  const recorded = new Set(known.successions.map(keyOf))
  for (const step of list.successions) {
    for (const code of [step.fromCode, step.toCode])
      if (!present.has(code) && !listed.has(code)) problems.push({ kind: 'unknownDepartment', code })
    if (recorded.has(keyOf(step))) plan.unchanged.successions += 1
    else plan.succeed.push(step)
  }
  return { plan, problems }
}

const compared = ['name', 'categoryCode', 'executiveBodyCode', 'parentCode', 'validFrom'] as const

function differencesOf(before: DepartmentEntry, entry: DepartmentEntry): PlanProblem[] {
  const fields = compared.filter((field) => before[field] !== entry[field])
  const closedOtherwise =
    before.validTo !== null && entry.validTo !== null && before.validTo !== entry.validTo
  return [...fields, ...(closedOtherwise ? (['validTo'] as const) : [])].map((field) => ({
    kind: 'differs',
    code: entry.code,
    field,
    theirs: before[field],
    ours: entry[field],
  }))
}

/** How many of the list stand above it; null when its line leads back to itself. */
function depthOf(entry: DepartmentEntry, listed: ReadonlyMap<string, DepartmentEntry>): number | null {
  const seen = new Set([entry.code])
  for (let above = entry.parentCode; above !== null; above = listed.get(above)?.parentCode ?? null) {
    if (seen.has(above)) return null
    seen.add(above)
  }
  return seen.size
}

const keyOf = (step: SuccessionEntry) => `${step.fromCode} ${step.toCode} ${step.effectiveOn}`

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]
}
