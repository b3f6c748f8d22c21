import { z } from 'zod'

const codes = z.array(z.string()).optional()

/** Which assets a review covers, as it is kept; an absent part narrows nothing. */
export const scopeSchema = z.object({
  categories: codes,
  bureaus: codes,
  zones: codes,
  levels: z.object({ confidentiality: codes, importance: codes }).optional(),
  family: z.enum(['municipal', 'education']).optional(),
  unconfirmedBefore: z.string().optional(),
})
export type ReviewScope = z.output<typeof scopeSchema>

type Option = { value: string; label: string }
/** What a scope can be chosen from. */
export type ScopeChoices = Record<
  'categories' | 'bureaus' | 'zones' | 'confidentiality' | 'importance' | 'families',
  Option[]
>
