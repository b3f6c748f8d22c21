import { addDays } from './calendar'
import { addBusinessDays, businessDaysBetween, isBusinessDay } from './business-days'

/** When a review reminds: days before the due day; the other three in business days after it. */
export type ReminderPlan = {
  days: readonly number[]
  overdueEvery: number
  toHeadAfter: number
  toOfficerAfter: number
}
export const usualReminders: ReminderPlan = {
  days: [14, 7, 1],
  overdueEvery: 3,
  toHeadAfter: 3,
  toOfficerAfter: 5,
}

export const recipients = ['answerer', 'head', 'officer'] as const
export type Recipient = (typeof recipients)[number]
export type ReminderKind =
  | 'reviewOpened'
  | 'reviewSoon'
  | 'reviewToday'
  | 'reviewOverdue'
  | 'reviewOverdueHead'
  | 'reviewOverdueOfficer'

/** A reminder that is due; `part` is what of the review and department it is: nobody is told one part twice. */
export type DueReminder = { kind: ReminderKind; to: Recipient; part: string; day: string }

/** An open review as a department that has not certified sees it; `open`: rows without a settled answer. */
export type Reminded = { openedOn: string; dueOn: string; open: number; plan: ReminderPlan }

export function onOrBeforeBusinessDay(day: string): string {
  let at = day
  while (!isBusinessDay(at)) at = addDays(at, -1)
  return at
}

/**
 * What is due to be told on a day: the opening; the given days before the end and the last day itself, moved to the
 * business day before; from the next business day after the end on, every so many business days: first to who answers,
 * later to the head, later to the bureau's officer. What fell due since the business day before last and was missed
 * comes too, of several the last. Where nothing is left to answer, the head certifies and is told instead.
 */
export function dueReminders({ openedOn, dueOn, open, plan }: Reminded, today: string): DueReminder[] {
  const since = addBusinessDays(today, -2)
  const answerer = open > 0 ? 'answerer' : 'head'
  if (dueOn >= today) {
    const nearest = [0, ...plan.days]
      .sort((a, b) => a - b)
      .map((before) => ({ before, day: onOrBeforeBusinessDay(addDays(dueOn, -before)) }))
      .find(({ day }) => since <= day && day <= today && day > openedOn)
    const opened: DueReminder = { kind: 'reviewOpened', to: 'answerer', part: 'opened', day: today }
    if (!nearest) return [opened]
    const { before, day } = nearest
    const kind = before === 0 ? 'reviewToday' : 'reviewSoon'
    return [opened, { kind, to: answerer, part: `before/${before}`, day }]
  }
  const days: string[] = []
  for (let day = today; day >= since && day > dueOn; day = addDays(day, -1))
    if (isBusinessDay(day)) days.push(day)
  const lines = [
    { kind: 'reviewOverdue', told: 'answerer', after: 1 },
    { kind: 'reviewOverdueHead', told: 'head', after: plan.toHeadAfter },
    { kind: 'reviewOverdueOfficer', told: 'officer', after: plan.toOfficerAfter },
  ] as const
  return lines.flatMap(({ kind, told, after }): DueReminder[] => {
    if (open === 0 && told === 'head') return []
    const day = days.find((each) => isTurn(businessDaysBetween(dueOn, each) - after, plan.overdueEvery))
    const to = told === 'answerer' ? answerer : told
    return day === undefined ? [] : [{ kind, to, part: `${told}/${day}`, day }]
  })
}

function isTurn(after: number, every: number): boolean {
  return after >= 0 && after % every === 0
}
