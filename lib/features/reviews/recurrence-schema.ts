import { z } from 'zod'
import { recurrenceRefusals, statementRefusals, stopRefusals } from '@/lib/domain/review-answers'
import { reviewFormErrors as errors } from '@/lib/labels/review-words'
import { writtenDay } from '@/lib/platform/written-day'
import { key } from './schema'

const id = z.string().transform(BigInt)
/** Full-width digits are read as well. */
const number = (most: number) =>
  z
    .string()
    .transform((typed) => Number(typed.normalize('NFKC').trim() || Number.NaN))
    .pipe(z.number(errors.dayUnfit).int(errors.dayUnfit).min(1, errors.dayUnfit).max(most, errors.dayUnfit))

export const recurrenceSchema = z.object({
  template: z
    .string()
    .regex(/^[1-9]\d{0,17}$/u, errors.templateRequired)
    .transform(BigInt),
  opensMonth: number(12),
  opensDay: number(31),
  dueMonth: number(12),
  dueDay: number(31),
})
export type RecurrenceContent = z.output<typeof recurrenceSchema>
export const stopSchema = z.object({ id: key, version: z.coerce.number().int().positive() })

export const keptRecurrence = z.union([
  z.object({ outcome: z.literal('saved'), id }),
  z.object({ outcome: z.enum(recurrenceRefusals) }),
])
export const stopped = z.object({ outcome: z.enum(['stopped', ...stopRefusals]) })

export const statementSchema = z.object({
  seen: key,
  text: z.string().trim().min(10, errors.statementLength).max(2000, errors.statementLength),
  from: writtenDay(errors.opensOnRequired),
})
export const written = z.union([
  z.object({ outcome: z.literal('saved'), id }),
  z.object({ outcome: z.enum(statementRefusals) }),
])

/** A review that comes every year, in words. */
export type ShownRecurrence = {
  id: string
  version: string
  title: string
  href: string
  opens: string
  due: string
  next: string | null
  state: string
  isStoppable: boolean
  last: { href: string; title: string } | null
}

export type ShownStatement = { key: string; text: string; from: string; by: string; state: string }
