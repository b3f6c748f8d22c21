import { z } from 'zod'

/** The key of a job in the library's queue. */
export const retryJobSchema = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,17}$/u)
    .transform((given) => BigInt(given)),
})
