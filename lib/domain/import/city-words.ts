import type { CategoryCode } from '../reference'
import type { Level, SchemeFamily, SchemeStatus } from '../scheme'
import type { DepartmentRow, Organization, SuccessionKind } from '../department'

/** What the city calls things, as JSON: ids travel as texts. `reach`: departments that this person may bring in. */
export type CityWords = {
  departments: readonly DepartmentWord[]
  successions: readonly SuccessionWord[]
  schemes: readonly SchemeWord[]
  reach?: readonly string[]
}
export type DepartmentWord = {
  id: string
  code: string
  name: string
  parentId: string | null
  validFrom: string
  validTo: string | null
  category: CategoryCode
}
type SuccessionWord = { effectiveOn: string; kind: SuccessionKind; fromId: string; toId: string }
export type SchemeWord = {
  code: string
  label: string
  family: SchemeFamily
  status: SchemeStatus
  levels: readonly Level[]
}

/** Under which scheme a sheet's levels are read. */
export const fileSchemes = ['current', 'earlier', 'education'] as const
export type FileScheme = (typeof fileSchemes)[number]

export type CityDepartment = DepartmentRow & { category: CategoryCode }
export type City = {
  today: string
  organization: Organization<CityDepartment>
  levels: Readonly<Record<FileScheme, readonly Level[]>>
  /** Departments that the importer may bring in: of several that bear a name, these go first. */
  reach: ReadonlySet<bigint>
  /** What 分類体系 calls each of them. */
  schemeOfLabel: ReadonlyMap<string, FileScheme>
}

/** The same, ready for the rules. `today` YYYY-MM-DD. */
export function cityOf(words: CityWords, today: string): City {
  const schemes: Record<FileScheme, SchemeWord | undefined> = {
    current: words.schemes.find(({ family, status }) => family === 'municipal' && status === 'inForce'),
    earlier: words.schemes.find(({ family, status }) => family === 'municipal' && status === 'retired'),
    education: words.schemes.find(({ family, status }) => family === 'education' && status === 'inForce'),
  }
  return {
    today,
    organization: {
      departments: words.departments.map((row) => ({
        ...row,
        id: BigInt(row.id),
        parentId: row.parentId === null ? null : BigInt(row.parentId),
      })),
      successions: words.successions.map(({ effectiveOn, kind, fromId, toId }) => ({
        effectiveOn,
        kind,
        fromId: BigInt(fromId),
        toId: BigInt(toId),
      })),
    },
    levels: {
      current: schemes.current?.levels ?? [],
      earlier: schemes.earlier?.levels ?? [],
      education: schemes.education?.levels ?? [],
    },
    reach: new Set((words.reach ?? []).map(BigInt)),
    schemeOfLabel: new Map(
      fileSchemes.flatMap((as) => (schemes[as] ? [[schemes[as].label, as] as const] : [])),
    ),
  }
}
