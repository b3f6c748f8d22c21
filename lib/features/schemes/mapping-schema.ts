import { z } from 'zod'
import { levelAxes, type Level, type SchemeFamily } from '@/lib/domain/scheme'
import { mappingConditions, type MappingLine } from '@/lib/domain/scheme-mapping'
import { mappingLabels } from '@/lib/labels/scheme-mapping'

type VersionLevels = {
  code: string
  label: string
  levels: Pick<Level, 'axis' | 'code' | 'label' | 'rank'>[]
}
/** What a mapping says between two versions; levels from the strictest down. */
export type FoundMapping = {
  family: SchemeFamily
  from: VersionLevels
  to: VersionLevels
  lines: MappingLine[]
  /** A review opened by it: it stays as it is. */
  isUsed: boolean
}

/** Two versions of one family with a mapping between them; versions by code. */
export type ListedMapping = {
  from: string
  to: string
  fromLabel: string
  toLabel: string
  family: SchemeFamily
  /** Every level of the earlier version has its line. */
  whole: boolean
  /** A review opened by it: it stays as it is. */
  used: boolean
  /** The version that it leads to is in force: a review may open by it. */
  inForce: boolean
}

const version = z.string().regex(/^[\w-]{1,60}$/u)
const line = z.object({
  axis: z.enum(levelAxes),
  fromCode: z.string(),
  condition: z.enum(mappingConditions),
  toCode: z.string().nullable(),
})
const field = new RegExp(`^(${levelAxes.join('|')})-(.+)-(personal|notPersonal)$`, 'u')

/** The name of the control that says what becomes of a level. */
export function mappingField(axis: string, fromCode: string, condition: 'personal' | 'notPersonal'): string {
  return `${axis}-${fromCode}-${condition}`
}

/** The value of a choice: a level of the new version, or the judgement of a person. */
export function mappingChoice(toCode: string | null): string {
  return toCode === null ? 'judge' : `to:${toCode}`
}

/** A version as an address holds it; '' when it is none. */
export function readVersion(text: unknown): string {
  return version.catch('').parse(text)
}

/** Both conditions of a level become one line where they say the same. */
export const mappingSchema = z
  .looseObject({ from: version, to: version, seen: z.string().max(20_000) })
  .transform(({ from, to, seen, ...fields }, context) => {
    const chosen = new Map<string, Pick<MappingLine, 'axis' | 'fromCode'> & Record<string, string>>()
    for (const [name, value] of Object.entries(fields)) {
      const [, axis, fromCode, condition] = field.exec(name) ?? []
      if (axis === undefined || fromCode === undefined || condition === undefined) continue
      if (typeof value !== 'string' || !/^(?:judge|to:.+)$/u.test(value)) {
        context.addIssue({ code: 'custom', path: [name], message: mappingLabels.choose })
        continue
      }
      const key = `${axis} ${fromCode}`
      const known = chosen.get(key) ?? { axis: axis as MappingLine['axis'], fromCode }
      chosen.set(key, { ...known, [condition]: value })
    }
    const lines = [...chosen.values()].flatMap(({ axis, fromCode, ...said }): MappingLine[] => {
      const { personal, notPersonal } = said as { personal?: string; notPersonal?: string }
      const toCode = (value: string) => (value === 'judge' ? null : value.slice(3))
      if (personal !== undefined && personal === notPersonal)
        return [{ axis, fromCode, condition: 'always', toCode: toCode(personal) }]
      return [
        ...(personal === undefined
          ? []
          : [{ axis, fromCode, condition: 'personal' as const, toCode: toCode(personal) }]),
        ...(notPersonal === undefined
          ? []
          : [{ axis, fromCode, condition: 'notPersonal' as const, toCode: toCode(notPersonal) }]),
      ]
    })
    const before = z.array(line).safeParse(parsed(seen))
    return { from, to, lines, seen: before.success ? before.data : [] }
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
