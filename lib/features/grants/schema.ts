import { z } from 'zod'
import { roles, type Role, type Scope } from '@/lib/domain/access'
import { executiveBodyCodes } from '@/lib/domain/reference'
import { grantFormLabels as words } from '@/lib/labels/people-forms'
import { writtenDayOrNone } from '@/lib/platform/written-day'

/** A role to give: days are YYYY-MM-DD, `until` included; null = no end set. */
export type NewGrant = {
  personId: bigint
  role: Role
  scope: Scope
  validFrom: string
  until: string | null
}
/** A grant as the person saw it: another version is refused. */
export type SeenGrant = { id: bigint; version: number }

const key = z
  .string()
  .regex(/^\d{1,18}$/u)
  .transform(BigInt)
const grantable = roles.filter((role) => role !== 'system')

/** The form that gives one role; which scope follows from the choices that it has. */
export const giveGrantInput = z
  .object({
    person: key,
    role: z.enum(grantable, { error: words.chooseRole }),
    scope: z
      .enum(['department', 'schools', 'executiveBody', 'everything', ''], { error: words.chooseScope })
      .default(''),
    department: z.string().default(''),
    executiveBody: z.string().default(''),
    validFrom: writtenDayOrNone,
    until: writtenDayOrNone,
    open: z.string().default(''),
  })
  .transform((typed, context) => {
    const scope = scopeOf(typed.scope, typed.department, typed.executiveBody)
    if (typeof scope === 'string') {
      context.addIssue({ code: 'custom', path: [scope], message: words.missing[scope] })
      return z.NEVER
    }
    return {
      personId: typed.person,
      role: typed.role,
      scope,
      validFrom: typed.validFrom,
      until: typed.until,
      /** Given without an end, e.g. to the CISO. */
      isOpen: typed.open === 'on',
    }
  })

/** The scope, or the field that is still missing. */
function scopeOf(
  kind: string,
  department: string,
  executiveBody: string,
): Scope | 'scope' | 'department' | 'executiveBody' {
  if (kind === 'everything' || kind === 'schools') return { kind }
  if (kind === 'department')
    return /^\d{1,18}$/u.test(department) ? { kind, departmentId: BigInt(department) } : 'department'
  if (kind !== 'executiveBody') return 'scope'
  return executiveBodyCodes.some((code) => code === executiveBody)
    ? { kind, code: executiveBody }
    : 'executiveBody'
}

export const endGrantInput = z.object({ grant: key, version: z.coerce.number().int(), person: key })

/** The ticked rows of the renewal: a box's name is `grant-<id>`, its value the version that was seen. */
export const renewGrantsInput = z.record(z.string(), z.string()).transform((typed, context): SeenGrant[] => {
  const seen = Object.entries(typed).flatMap(([name, value]) => {
    const id = /^grant-(\d{1,18})$/u.exec(name)?.[1]
    return id !== undefined && /^\d{1,9}$/u.test(value) ? [{ id: BigInt(id), version: Number(value) }] : []
  })
  if (seen.length === 0) context.addIssue({ code: 'custom', path: ['grants'], message: words.chooseGrants })
  return seen
})
