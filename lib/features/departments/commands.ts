import 'server-only'
import type {
  Closing,
  DepartmentEntry,
  OrganizationPlan,
  SuccessionEntry,
} from '@/lib/domain/organization-plan'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate } from '@/lib/platform/day'

type Actor = May<'organization.manage'>
export type OrganizationRefusal =
  'nothingToDo' | 'codeTaken' | 'unknownDepartment' | 'alreadyClosed' | 'closesBeforeItBegan'

/** Adds departments; an entry's parent stands before it or is there already. */
export function addDepartments(actor: Actor, entries: readonly DepartmentEntry[]) {
  return reorganize(actor, { add: entries, close: [], succeed: [] })
}

/** Gives departments their last day. */
export function closeDepartments(actor: Actor, closings: readonly Closing[]) {
  return reorganize(actor, { add: [], close: closings, succeed: [] })
}

type Reorganization = {
  add: readonly DepartmentEntry[]
  close: readonly Closing[]
  succeed: readonly SuccessionEntry[]
}

/**
 * A year's reorganisation, all or nothing: new departments, old ones closed, successions recorded. Assets move
 * afterwards by a command of their own. Answers the ids of the departments added, by code.
 */
export async function reorganize(
  actor: Actor,
  plan: Reorganization | OrganizationPlan,
): Promise<Outcome<{ ids: ReadonlyMap<string, bigint> }, OrganizationRefusal>> {
  return change(
    actor,
    async (db) => {
      const known = new Map((await db.department.findMany({ select: kept })).map((row) => [row.code, row]))
      const events: AuditEvent[] = []
      const ids = new Map<string, bigint>()
      for (const layer of layersOf(plan.add)) {
        if (layer.some((entry) => known.has(entry.code))) return { refused: 'codeTaken' }
        const rows = layer.map((entry) => rowOf(entry, known))
        if (!rows.every((row) => row !== null)) return { refused: 'unknownDepartment' }
        for (const row of await db.department.createManyAndReturn({ data: rows, select: kept })) {
          known.set(row.code, row)
          ids.set(row.code, row.id)
          events.push({ action: 'department.added', subjectType: 'departments', subjectId: row.id })
        }
      }
      for (const { code, validTo } of plan.close) {
        const department = known.get(code)
        if (!department) return { refused: 'unknownDepartment' }
        if (department.validTo) return { refused: 'alreadyClosed' }
        if (asDate(validTo) < department.validFrom) return { refused: 'closesBeforeItBegan' }
        await db.department.update({
          where: { id: department.id },
          data: { validTo: asDate(validTo) },
          select: { id: true },
        })
        events.push({ action: 'department.closed', subjectType: 'departments', subjectId: department.id })
      }
      const recorded = await addSuccessions(db, plan.succeed, known)
      if (recorded === null) return { refused: 'unknownDepartment' }
      const [first, ...others] = [...events, ...recorded]
      return first ? { result: { ids }, events: [first, ...others] } : { refused: 'nothingToDo' }
    },
    atLength,
  )
}

const kept = { id: true, code: true, validFrom: true, validTo: true } as const
type Kept = { id: bigint; code: string; validFrom: Date; validTo: Date | null }

/** Rows of one statement can't name each other's ids: departments go in by layers, above before below. */
function layersOf(entries: readonly DepartmentEntry[]): DepartmentEntry[][] {
  const layers: DepartmentEntry[][] = []
  const layerOf = new Map<string, number>()
  for (const entry of entries) {
    const above = entry.parentCode === null ? undefined : layerOf.get(entry.parentCode)
    const at = above === undefined ? 0 : above + 1
    layerOf.set(entry.code, at)
    ;(layers[at] ??= []).push(entry)
  }
  return layers
}

function rowOf(
  { parentCode, validFrom, validTo, ...entry }: DepartmentEntry,
  known: ReadonlyMap<string, Kept>,
) {
  const parent = parentCode === null ? null : known.get(parentCode)
  if (parent === undefined) return null
  return {
    ...entry,
    parentId: parent && parent.id,
    validFrom: asDate(validFrom),
    validTo: validTo === null ? null : asDate(validTo),
  }
}

async function addSuccessions(
  db: WriteDb,
  successions: readonly SuccessionEntry[],
  known: ReadonlyMap<string, Kept>,
): Promise<AuditEvent[] | null> {
  const data = successions.map((step) => ({
    effectiveOn: asDate(step.effectiveOn),
    kind: step.kind,
    fromId: known.get(step.fromCode)?.id,
    toId: known.get(step.toCode)?.id,
  }))
  const whole = data.filter(
    (row): row is typeof row & { fromId: bigint; toId: bigint } =>
      row.fromId !== undefined && row.toId !== undefined,
  )
  if (whole.length < data.length) return null
  const rows = await db.departmentSuccession.createManyAndReturn({ data: whole, select: { id: true } })
  return rows.map(({ id }) => ({
    action: 'department.succeeded',
    subjectType: 'department_successions',
    subjectId: id,
  }))
}
