import { z } from 'zod'
import { roles, type Grant } from '@/lib/domain/access'

/** When a password was reset, and by whom. */
export type PasswordReset = { at: Date; by: string }

const id = z.string().transform(BigInt)

const grant = z
  .object({
    id,
    role: z.enum(roles),
    scopeKind: z.enum(['department', 'schools', 'executiveBody', 'everything']),
    departmentId: id.nullable(),
    department: z.string().nullable(),
    bureau: z.string().nullable(),
    executiveBodyCode: z.string().nullable(),
    executiveBody: z.string().nullable(),
    validFrom: z.string(),
    until: z.string().nullable(),
    deputyFor: id.nullable(),
    deputyForName: z.string().nullable(),
  })
  .transform(({ scopeKind, departmentId, executiveBodyCode, ...rest }) => ({
    ...rest,
    scope: scopeOf(scopeKind, departmentId, executiveBodyCode),
  }))

/** What resume_session answers; ids travel as text, since JSON numbers lose digits. */
export const viewerAnswer = z
  .object({
    sessionId: id,
    personId: id,
    name: z.string(),
    loginId: z.string(),
    mustChangePassword: z.boolean(),
    passwordReset: z.object({ at: z.coerce.date(), by: z.string() }).nullable(),
    grants: z.array(grant),
    today: z.iso.date(),
    city: z.string().nullable(),
    referenceEdition: id,
    sampleData: z.boolean(),
    clockMoved: z.boolean(),
    waiting: z.number().int(),
    notices: z.number().int(),
  })
  .nullable()

function scopeOf(
  kind: Grant['scope']['kind'],
  departmentId: bigint | null,
  code: string | null,
): Grant['scope'] {
  if (kind === 'department' && departmentId !== null) return { kind, departmentId }
  if (kind === 'executiveBody' && code !== null) return { kind, code }
  if (kind === 'schools' || kind === 'everything') return { kind }
  throw new Error('a grant without its scope')
}
