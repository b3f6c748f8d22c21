import { z } from 'zod'
import { giveRefusals } from '@/lib/domain/review-answers'
import { reviewQuestions } from './question-schema'

const version = z.number().int()

/** What a department has given to one of its questions, as review_department answers it. */
export const givenOfDepartment = z.array(
  z.object({
    place: z.number().int(),
    version,
    value: z.string().nullable(),
    file: z.string().nullable(),
    fileName: z.string().nullable(),
    bytes: z.number().int().nullable(),
    by: z.string().nullable(),
    at: z.coerce.date(),
  }),
)
export type Given = z.output<typeof givenOfDepartment>[number]

/** The part of review_department that the questions are about. */
export const askedOfDepartment = {
  questions: reviewQuestions,
  given: givenOfDepartment,
  /** What is required and not given yet: of the department, and how many of its rows lack something. */
  missing: z.object({ questions: z.number().int(), rows: z.number().int() }),
}

/** A question with what was given to it, in words. */
export type ShownQuestion = {
  place: number
  kind: 'text' | 'choice' | 'yesNo' | 'file'
  label: string
  required: boolean
  choices: string[]
  version: number
  value: string
  /** The answer for who may only look; null while there is none. */
  said: string | null
  file: { href: string; name: string } | null
  by: string | null
}

/** What save_review_given answers for each. */
export const savedGiven = z.array(
  z.object({
    place: z.number().int(),
    number: z.string().optional(),
    outcome: z.enum(['saved', 'refused', ...giveRefusals]),
    version,
    theirs: z.object({ value: z.string().optional(), by: z.string().optional() }).optional(),
  }),
)
export const savedFile = z.union([
  z.object({ outcome: z.literal('saved'), id: z.string().transform(BigInt) }),
  z.object({ outcome: z.enum(giveRefusals) }),
])

const key = z.string().regex(/^[1-9]\d{0,17}$/u)
const field = /^given-(\d)$/u

/** The form of questions: each place with the version that was seen and what was typed; files come beside it. */
export const givenFormSchema = z
  .looseObject({ review: key, department: key, number: key.or(z.literal('')).default('') })
  .transform(({ review, department, number, ...fields }) => {
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
    const seen = (place: number) => Number(/^\d{1,9}$/u.exec(text(`seen-${place}`))?.[0] ?? 0)
    return {
      review: BigInt(review),
      department: BigInt(department),
      number: number === '' ? null : BigInt(number),
      texts: Object.keys(fields).flatMap((name) => {
        const place = Number(field.exec(name)?.[1] ?? 0)
        return place > 0 ? [{ place, version: seen(place), value: text(name) }] : []
      }),
      seen,
    }
  })
export type GivenForm = z.output<typeof givenFormSchema>

/** The files that were chosen, each with the place of its question; a field left empty sends a file without content. */
export async function filesIn(
  data: FormData,
): Promise<{ place: number; name: string; content: Uint8Array }[]> {
  const found = [...data.entries()].flatMap(([name, value]) => {
    const place = Number(/^file-(\d)$/u.exec(name)?.[1] ?? 0)
    return place > 0 && typeof value !== 'string' && (value.size > 0 || value.name !== '')
      ? [{ place, file: value }]
      : []
  })
  return Promise.all(
    found.map(async ({ place, file }) => ({
      place,
      // Without folders and control characters, whatever the browser sent.
      name: file.name.replaceAll(/[\p{Cc}/\\]/gu, ''),
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}
