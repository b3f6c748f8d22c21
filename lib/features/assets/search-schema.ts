import { z } from 'zod'

/** How a list is asked for: everything lives in the URL, and what the URL says wrongly is passed over. */
const codes = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (Array.isArray(given) ? given : [given]))
const oneOf = <T extends string>(...known: [T, ...T[]]) => z.enum(known).catch(known[0])
const code = z.string().regex(/^[A-Za-z0-9]{1,40}$/)
const codeList = codes
  .transform((given) => given.filter((each) => code.safeParse(each).success))
  .transform((given) => (given.length > 0 ? given : undefined))
  .optional()
  .catch(undefined)
const place = z
  .string()
  .regex(/^\d{1,18}~[^\0]{0,300}$/s)
  .optional()
  .catch(undefined)

const schema = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 100) || undefined)
    .optional()
    .catch(undefined),
  zone: codeList,
  kind: codeList,
  personal: codeList,
  state: codeList,
  confidentiality: codeList,
  integrity: codeList,
  availability: codeList,
  importance: codeList,
  department: code.optional().catch(undefined),
  category: code.optional().catch(undefined),
  body: code.optional().catch(undefined),
  family: z.enum(['municipal', 'education']).optional().catch(undefined),
  scheme: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .optional()
    .catch(undefined),
  unconfirmed: z.literal('1').optional().catch(undefined),
  /** Only what waits for approval. */
  proposed: z.literal('1').optional().catch(undefined),
  sort: oneOf('number', 'name', 'updated', 'level'),
  direction: oneOf('asc', 'desc'),
  after: place,
  before: place,
  /** Whether the conditions to choose from are shown. */
  panel: z.literal('open').optional().catch(undefined),
})

export type AssetSearch = z.infer<typeof schema>
export type SearchParams = Record<string, string | string[] | undefined>

export const pageSize = 30
/** States of the list when none is chosen: what a department still answers for. */
export const currentStates = ['draft', 'active']

export function readSearch(params: SearchParams): AssetSearch {
  return schema.parse(params)
}

/** The same search as URL parameters; `change` replaces parts, undefined removes them. Paging starts anew. */
export function searchHref(search: AssetSearch, change: Partial<AssetSearch> = {}): string {
  const params = new URLSearchParams()
  const wanted = { ...search, after: undefined, before: undefined, ...change }
  for (const [key, value] of Object.entries(wanted)) {
    if (
      value === undefined ||
      (key === 'sort' && value === 'number') ||
      (key === 'direction' && value === 'asc')
    )
      continue
    for (const each of Array.isArray(value) ? value : [value]) params.append(key, each)
  }
  const query = params.toString()
  return query ? `/assets?${query}` : '/assets'
}

/** The list that somebody came from, with its filters, as the browser says (same origin only); else the whole ledger. */
export function listCameFrom(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/assets'
  const { pathname, search } = new URL(referer)
  return pathname === '/assets' ? pathname + search : '/assets'
}

/** 資産番号 as it stands in a URL; null when it cannot be one. */
export function readNumber(text: string): bigint | null {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null
}
