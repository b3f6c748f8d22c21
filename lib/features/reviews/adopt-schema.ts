import { z } from 'zod'
import { key } from './schema'

/** One press of 「対応表のとおりでよい」: `number` names one row; without it all rows that the person saw. */
export const adoptSchema = z.object({
  review: key,
  department: key,
  number: key.nullable().catch(null),
  seen: z.coerce.number().int().nonnegative().catch(0),
})
