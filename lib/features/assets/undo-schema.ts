import { z } from 'zod'
import { undoFormErrors as errors } from '@/lib/labels/undo'

/** Which version of an asset is to be brought back, and the one that was seen. */
export const undoSchema = z.object({
  number: z
    .string()
    .regex(/^[1-9]\d{0,17}$/u)
    .transform(BigInt),
  version: z.coerce.number().int(),
  to: z.coerce.number().int(),
  reason: z.string().trim().min(1, errors.reasonRequired).max(1000, errors.tooLong),
})
export type Undo = z.output<typeof undoSchema>

/** The version that an address names; null when it names none. */
export function readVersion(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null
}
