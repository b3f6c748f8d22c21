import { z } from 'zod'
import { passwordFaults, passwordLabels } from '@/lib/labels/sign-in'
import { passwordFault } from '@/lib/platform/auth/password-rules'
import type { FormState } from '@/lib/platform/form-state'

/** The three fields of an own change, and where to go afterwards. */
const changePasswordInput = z
  .object({
    present: z.string().min(1, passwordLabels.missing),
    chosen: z.string().min(1, passwordLabels.missing),
    repeated: z.string(),
    next: z.string().default(''),
  })
  .refine((typed) => typed.chosen === typed.repeated, {
    path: ['repeated'],
    message: passwordLabels.notRepeated,
  })
  .refine((typed) => typed.chosen !== typed.present, { path: ['chosen'], message: passwordLabels.same })

type ChangedPassword = { present: string; chosen: string; next: string }

/** What was typed, or everything that is wrong with it by field. `words`: the person's login ID and name. */
export function readPasswordChange(
  typed: unknown,
  words: readonly string[],
): { input: ChangedPassword } | { errors: Record<string, string[]> } {
  const parsed = changePasswordInput.safeParse(typed)
  const issues = parsed.error?.issues ?? []
  const chosen = chosenInput.safeParse(typed).data?.chosen ?? ''
  const fault = chosen === '' ? null : passwordFault(chosen, words)
  if (parsed.success && !fault) return { input: parsed.data }
  const errors: Record<string, string[]> = {}
  for (const field of ['present', 'chosen', 'repeated']) {
    const issue = issues.find(({ path }) => path[0] === field)?.message
    const message = issue ?? (field === 'chosen' && fault ? passwordFaults[fault] : undefined)
    if (message !== undefined) errors[field] = [message]
  }
  return { errors }
}
const chosenInput = z.object({ chosen: z.string() })

export const resetPasswordInput = z.object({
  person: z
    .string()
    .regex(/^\d{1,18}$/u)
    .transform(BigInt),
})

/** What a reset answers: as any form, or the one-time password, which nobody sees a second time. */
export type ResetState = FormState | { status: 'issued'; password: string; until: string }
