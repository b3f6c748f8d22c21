import { z } from 'zod'
import { roles, type Role, type Scope } from '@/lib/domain/access'
import { allowedScopes } from '@/lib/domain/granting'
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

/** The form that gives one role. */
export const giveGrantInput = z
  .object({
    person: key,
    role: z.enum(grantable, { error: words.chooseRole }),
    department: z.string().default(''),
    executiveBody: z.string().default(''),
    validFrom: writtenDayOrNone,
    until: writtenDayOrNone,
    open: z.string().default(''),
  })
  .transform((typed, context) => {
    const { scope, wrong } = scopeOf(typed)
    if (!scope) {
      context.addIssue({ code: 'custom', path: ['department'], message: wrong })
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

type Typed = { role: Role; department: string; executiveBody: string }

/** The role decides what it counts over; one executive body may be chosen instead. Else what is wrong, in words. */
function scopeOf({
  role,
  department,
  executiveBody,
}: Typed): { scope: Scope; wrong?: never } | { scope: null; wrong: string } {
  const body = executiveBodyCodes.find((code) => code === executiveBody)
  if (body) return { scope: { kind: 'executiveBody', code: body } }
  const [usual] = allowedScopes[role]
  if (usual === 'everything' || usual === 'schools')
    return department === '' ? { scope: { kind: usual } } : { scope: null, wrong: words.departmentNotAsked }
  return /^\d{1,18}$/u.test(department)
    ? { scope: { kind: 'department', departmentId: BigInt(department) } }
    : { scope: null, wrong: words.departmentMissing }
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
