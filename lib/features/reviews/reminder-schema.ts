import { z } from 'zod'
import { noticeKinds } from '@/lib/domain/notice'
import { usualReminders, type ReminderPlan } from '@/lib/domain/reminders'
import { reminderFormLabels as words } from '@/lib/labels/review-reminders'

const count = (usual: number, most: number) =>
  z.preprocess(
    (given) => (given === '' || given === undefined ? usual : given),
    z.coerce
      .number(words.numberUnfit(most))
      .int(words.numberUnfit(most))
      .min(1, words.numberUnfit(most))
      .max(most, words.numberUnfit(most)),
  )

/** 「14、7、1」: days before the end; none: only the opening and the last day are told. */
const days = z
  .string()
  .default(words.usualDays(usualReminders.days))
  .transform((given, context) => {
    const parts = given
      .normalize('NFKC')
      .split(words.daySeparators)
      .filter((part) => part !== '')
    const found = [...new Set(parts.map(Number))].sort((a, b) => b - a)
    const fits = (each: number) => Number.isInteger(each) && each >= 1 && each <= 90
    if (found.length > 10 || !found.every(fits))
      context.addIssue({ code: 'custom', message: words.daysUnfit })
    return found
  })

/** The fields of the form's section お知らせ. */
export const reminderFields = {
  reminderDays: days,
  overdueEvery: count(usualReminders.overdueEvery, 30),
  toHeadAfter: count(usualReminders.toHeadAfter, 60),
  toOfficerAfter: count(usualReminders.toOfficerAfter, 90),
}
type ReminderFields = z.output<z.ZodObject<typeof reminderFields>>

/** What the form asks for as the rules want it; a field that contradicts another is said by `wrong`. */
export function plannedReminders(
  { reminderDays, ...rest }: ReminderFields,
  wrong: (field: string, message: string) => void,
): ReminderPlan {
  if (rest.toOfficerAfter < rest.toHeadAfter) wrong('toOfficerAfter', words.officerBeforeHead)
  return { days: reminderDays, ...rest }
}

/** As review_reminders keeps it. */
export const keptReminders = z
  .object({
    reminder_days: z.array(z.number()),
    overdue_every: z.number(),
    to_head_after: z.number(),
    to_officer_after: z.number(),
  })
  .transform((kept): ReminderPlan => ({
    days: kept.reminder_days,
    overdueEvery: kept.overdue_every,
    toHeadAfter: kept.to_head_after,
    toOfficerAfter: kept.to_officer_after,
  }))

/** A plan as the form's fields show it. */
export function reminderValues(plan: ReminderPlan): Record<string, string> {
  return {
    reminderDays: words.usualDays(plan.days),
    overdueEvery: String(plan.overdueEvery),
    toHeadAfter: String(plan.toHeadAfter),
    toOfficerAfter: String(plan.toOfficerAfter),
  }
}

/** Who was told what, as review_notices answers it. */
export const toldNotices = z.array(
  z.object({
    id: z.string(),
    at: z.coerce.date(),
    kind: z.enum(noticeKinds),
    department: z.string().nullable(),
    person: z.string(),
    readAt: z.coerce.date().nullable(),
    mail: z.enum(['queued', 'sending', 'sent', 'failed', 'gaveUp', 'unsure']).nullable(),
    maybeTwice: z.boolean(),
  }),
)
export type ShownTold = {
  id: string
  at: string
  kind: string
  department: string
  person: string
  isRead: boolean
  mail: string | null
}
