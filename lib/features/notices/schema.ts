import { z } from 'zod'

/** Which notices are read now: one, or all of them. */
export const markReadSchema = z.object({
  id: z.union([
    z.literal('all').transform(() => null),
    z
      .string()
      .regex(/^[1-9]\d{0,17}$/u)
      .transform((given) => [BigInt(given)]),
  ]),
})

/** A notice as its page shows it. */
export type ShownNotice = {
  id: string
  what: string
  todo: string
  href: string | null
  day: string
  isMailed: boolean
}
