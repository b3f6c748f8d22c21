import type { Organization } from '@/lib/domain/department'
import { resolveDepartment } from '@/lib/domain/department-name'
import type { DepartmentEntry, SuccessionEntry } from '@/lib/domain/organization-plan'
import {
  departmentFileColumns,
  departmentFileRow,
  successionFileColumns,
  successionFileRow,
} from '@/lib/features/departments/schema'
import { sampleTable } from './sample-files'

export type SampleOrganization = { departments: DepartmentEntry[]; successions: SuccessionEntry[] }

/** The organisation of all days as the two files tell it. */
export async function readOrganization(): Promise<SampleOrganization> {
  const departments = await sampleTable('organization.csv', departmentFileColumns)
  const history = await sampleTable('organization-history.csv', successionFileColumns)
  return {
    departments: departments.map((cells) => departmentFileRow.parse(cells)),
    successions: history.flatMap((cells) => successionFileRow.parse(cells)),
  }
}

/** What was known of it on a day: nothing that began or closed later. */
export function organizationOn(
  { departments, successions }: SampleOrganization,
  day: string,
): SampleOrganization {
  return {
    departments: departments
      .filter((entry) => entry.validFrom <= day)
      .map((entry) => ({
        ...entry,
        validTo: entry.validTo !== null && entry.validTo < day ? entry.validTo : null,
      })),
    successions: successions.filter((step) => step.effectiveOn <= day),
  }
}

/** The days on which departments changed, in order. */
export function reorganisationDays({ successions }: SampleOrganization): string[] {
  return [...new Set(successions.map((step) => step.effectiveOn))].sort()
}

/** The code of the department that a ledger means, as the organisation stands on a day. */
export function departmentCode(
  organization: SampleOrganization,
  bureau: string,
  name: string,
  day: string,
): string {
  const found = resolveDepartment(numbered(organization), { bureau, name }, day)
  if (found.kind === 'found') return found.department.code
  if (found.kind === 'renamed') return found.former.code
  throw new Error(`${bureau}/${name}: ${found.kind}`)
}

/** The same with numbers for keys, as the rule wants it: places in the file, not those of a database. */
function numbered({ departments, successions }: SampleOrganization): Organization {
  const ids = new Map(departments.map((entry, at) => [entry.code, BigInt(at + 1)]))
  const idOf = (code: string) => ids.get(code) ?? 0n
  return {
    departments: departments.map((entry) => ({
      ...entry,
      id: idOf(entry.code),
      parentId: entry.parentCode === null ? null : idOf(entry.parentCode),
    })),
    successions: successions.map((step) => ({
      ...step,
      fromId: idOf(step.fromCode),
      toId: idOf(step.toCode),
    })),
  }
}

/** Where a department's assets lay on a day before it opened: its predecessor's code, or its own. */
export function predecessorOn(organization: SampleOrganization, code: string, day: string): string {
  const department = organization.departments.find((entry) => entry.code === code)
  if (!department || department.validFrom <= day) return code
  const step = organization.successions.find((known) => known.toCode === code && known.effectiveOn > day)
  return step ? predecessorOn(organization, step.fromCode, day) : code
}
