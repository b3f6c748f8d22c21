import { z } from 'zod'
import { movesSchema } from './reclassification-schema'
import { questionsFormSchema } from './question-schema'
import { editSeen, reviewContent, scopeFormSchema } from './schema'

const copied = z.object({
  copiedFrom: z
    .string()
    .regex(/^\d{1,18}$/u)
    .transform(BigInt)
    .nullable()
    .catch(null),
})

/** The form of a review: its scope to be counted, a new review, or one that is edited; each asks for its own fields. */
export const reviewFormSchema = z.record(z.string(), z.string()).transform((typed, context) => {
  const read = <S extends z.ZodType>(schema: S): z.output<S> => {
    const parsed = schema.safeParse(typed)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  }
  const moves = read(movesSchema)
  if (typed['act'] === 'count') return { act: 'count' as const, scope: read(scopeFormSchema), moves }
  const given = read(reviewContent)
  const questions = read(questionsFormSchema)
  return (typed['id'] ?? '') === ''
    ? { act: 'make' as const, given, questions, moves, ...read(copied) }
    : { act: 'edit' as const, given, questions, moves, ...read(editSeen) }
})
