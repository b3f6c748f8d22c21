import { z } from 'zod'
import { readDate } from '@/lib/domain/japanese-date'
import { dateErrorLabels } from '@/lib/labels/dates'

/** A day as people write it, in 和暦 or 西暦 → YYYY-MM-DD; null when left empty. */
export const writtenDayOrNone = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = readDate(text, '9999-12-31') // only its notices need today
    if (read.kind === 'blank') return null
    if (read.kind === 'date') return read.date
    context.addIssue({ code: 'custom', message: dateErrorLabels[read.reason] })
    return z.NEVER
  })

/** The same where a day is needed; `missing` says so in words. */
export function writtenDay(missing: string) {
  return writtenDayOrNone.transform((day, context) => {
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}
