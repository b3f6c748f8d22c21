export type DepartmentRow = {
  id: bigint
  code: string
  name: string
  parentId: bigint | null
  /** YYYY-MM-DD, both days included; `validTo` null = still valid. */
  validFrom: string
  validTo: string | null
}
export const successionKinds = ['rename', 'merge', 'split', 'abolish'] as const
export type SuccessionKind = (typeof successionKinds)[number]
export type Succession = { effectiveOn: string; kind: SuccessionKind; fromId: bigint; toId: bigint }
export type Organization<D extends DepartmentRow = DepartmentRow> = {
  departments: readonly D[]
  successions: readonly Succession[]
}

export function isCurrent(department: DepartmentRow, day: string): boolean {
  return department.validFrom <= day && (department.validTo === null || day <= department.validTo)
}

export function currentDepartments<D extends DepartmentRow>(
  departments: readonly D[],
  day: string,
): readonly D[] {
  return departments.filter((department) => isCurrent(department, day))
}

/** The line from the department itself up to its bureau. */
export function lineOf<D extends DepartmentRow>(departments: readonly D[], id: bigint): readonly D[] {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const line: D[] = []
  for (let at = byId.get(id); at !== undefined && !line.includes(at);) {
    line.push(at)
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return line
}

/** 「市民部 市民課」: the line of a department in words, from the top. */
export function placeInWords(departments: readonly (DepartmentRow & { name: string })[], id: bigint): string {
  return [...lineOf(departments, id)]
    .reverse()
    .map(({ name }) => name)
    .join(' ')
}

/** 部局: the top unit of the line, which may be a single 課 (会計課, 各委員会事務局). */
export function bureauOf<D extends DepartmentRow>(departments: readonly D[], id: bigint): D | null {
  return lineOf(departments, id).at(-1) ?? null
}

/** Which departments answer today for what this one had; follows chains of reorganisations. */
export function successorsOf<D extends DepartmentRow>(
  organization: Organization<D>,
  id: bigint,
  day: string,
): readonly D[] {
  const found = new Set<D>()
  const seen = new Set<bigint>()
  const follow = (from: bigint) => {
    if (seen.has(from)) return
    seen.add(from)
    const department = organization.departments.find((row) => row.id === from)
    if (department && isCurrent(department, day)) return void found.add(department)
    for (const step of organization.successions) {
      if (step.fromId === from && step.effectiveOn <= day) follow(step.toId)
    }
  }
  follow(id)
  return [...found]
}
