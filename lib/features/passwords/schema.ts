import { z } from 'zod'
import { passwordLabels } from '@/lib/labels/sign-in'
import type { FormState } from '@/lib/platform/form-state'

/** The three fields of an own change, and where to go afterwards. */
export const changePasswordInput = z
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

export const resetPasswordInput = z.object({
  person: z
    .string()
    .regex(/^\d{1,18}$/u)
    .transform(BigInt),
})

/** What a reset answers: as any form, or the one-time password, which nobody sees a second time. */
export type ResetState = FormState | { status: 'issued'; password: string; until: string }
