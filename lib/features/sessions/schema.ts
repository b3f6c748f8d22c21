import { z } from 'zod'
import { signInLabels } from '@/lib/labels/sign-in'

/** What may be typed to sign in; the login ID in any width and case. */
export const signInInput = z.object({
  loginId: z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase().slice(0, 64))
    .pipe(z.string().min(1, signInLabels.missing.loginId)),
  password: z.string().min(1, signInLabels.missing.password),
})
export type SignInInput = z.output<typeof signInInput>

/** Which session to end, and the page of this portal to return to. */
export const endSessionInput = z.object({
  session: z
    .string()
    .regex(/^\d{1,18}$/u)
    .transform(BigInt),
  back: z.string().default('/sessions'),
})
