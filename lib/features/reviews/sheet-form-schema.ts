import { z } from 'zod'
import { sheetFormErrors } from '@/lib/labels/review-sheet'

const key = z
  .string()
  .regex(/^[1-9]\d{0,17}$/u)
  .transform(BigInt)
const note = z.string().trim().max(1000, sheetFormErrors.noteTooLong)

/** What was changed of one row; what is absent stays as it is. */
export type RowAnswer = {
  number: bigint
  version: number
  answer?: 'unchanged' | null
  note?: string
  opened?: boolean
}

/** What was given to a question of a row; an empty text takes it back. */
export type RowGiven = { number: bigint; place: number; version: number; value: string }

const place = z.number().int().min(1).max(9)
const value = z.string().max(2000, sheetFormErrors.givenTooLong)

const changed = z
  .object({
    number: key,
    version: z.number().int(),
    unchanged: z.boolean().optional(),
    note: note.optional(),
    given: z
      .array(z.object({ place, version: z.number().int().min(0), value }))
      .max(9)
      .default([]),
  })
  .transform(({ number, version, unchanged, note: typed, given }) => ({
    answer: {
      number,
      version,
      ...(unchanged === undefined ? {} : { answer: unchanged ? ('unchanged' as const) : null }),
      ...(typed === undefined ? {} : { note: typed }),
    } satisfies RowAnswer,
    given: given.map((each): RowGiven => ({ number, ...each })),
  }))

/** Rows that were changed since the last request, as the sheet sends them while somebody answers. */
export const autosaveSchema = z.object({
  review: key,
  department: key,
  rows: z.array(changed).min(1).max(200),
})

const given = /^given-(\d{1,18})-(\d)$/u
const row = /^row-(\d{1,18})$/u
const seen = z.string().regex(/^\d{1,9}:[01]$/u)

/** The sheet sent as one form: only what differs from what was shown counts. */
export const sheetSchema = z
  .looseObject({ review: key, department: key, show: z.string().catch('open') })
  .transform(({ review, department, show, ...fields }, context) => {
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
    const answers = Object.keys(fields).flatMap((name): RowAnswer[] => {
      const number = row.exec(name)?.[1]
      const shown = seen.safeParse(fields[name])
      if (number === undefined || !shown.success) return []
      const [version = '', was] = shown.data.split(':')
      const isTicked = text(`unchanged-${number}`) === 'on'
      const isTickable = text(`tickable-${number}`) === '1'
      const typed = note.safeParse(text(`note-${number}`))
      if (!typed.success)
        context.addIssue({ code: 'custom', path: [`note-${number}`], message: sheetFormErrors.noteTooLong })
      const answer: RowAnswer = { number: BigInt(number), version: Number(version) }
      if (isTickable && isTicked !== (was === '1')) answer.answer = isTicked ? 'unchanged' : null
      if (typed.success && typed.data !== text(`shown-note-${number}`).trim()) answer.note = typed.data
      return 'answer' in answer || 'note' in answer ? [answer] : []
    })
    const told = Object.keys(fields).flatMap((name): RowGiven[] => {
      const [, number, at] = given.exec(name) ?? []
      if (number === undefined || at === undefined || text(name).trim() === text(`shown-${name}`).trim())
        return []
      const typed = value.safeParse(text(name))
      if (!typed.success)
        context.addIssue({ code: 'custom', path: [name], message: sheetFormErrors.givenTooLong })
      const version = Number(/^\d{1,9}$/u.exec(text(`seen-${name}`))?.[0] ?? 0)
      return [{ number: BigInt(number), place: Number(at), version, value: text(name) }]
    })
    return { review, department, show, answers, given: told }
  })

/** One opened row: answered, taken back, or its note. */
export const rowSchema = z
  .object({
    review: key,
    department: key,
    number: key,
    version: z.coerce.number().int(),
    note,
    act: z.enum(['unchanged', 'back', 'note']),
  })
  .transform(({ review, department, number, version, note: typed, act }) => {
    const answer: RowAnswer = { number, version, note: typed, opened: true }
    if (act !== 'note') answer.answer = act === 'unchanged' ? 'unchanged' : null
    return { review, department, answers: [answer] }
  })
