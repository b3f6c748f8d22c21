import { z } from 'zod'

/** Where a page of the inbox begins: `<moment>~<id>`, as the page before said; anything else is the beginning. */
const place = z
  .string()
  .regex(/^[0-9T:.+ -]{10,40}~(?:[a-z]+-)?\d{1,18}$/u)
  .transform((text) => {
    const at = text.lastIndexOf('~')
    return { since: text.slice(0, at), id: text.slice(at + 1) }
  })
export type InboxPlace = z.output<typeof place>

export function readPlace(text: unknown): InboxPlace | null {
  return place.safeParse(text).data ?? null
}

export function placeHref({ since, id }: InboxPlace, kind: InboxKind | null = null): string {
  const after = `${since}~${id}`
  return `/inbox?${new URLSearchParams(kind === null ? { after } : { kind, after }).toString()}`
}

/** The kinds of what waits, by which the list can be narrowed. */
export const inboxKinds = ['approval', 'returned', 'review', 'seen', 'stuck'] as const
export type InboxKind = (typeof inboxKinds)[number]

export function readInboxKind(text: unknown): InboxKind | null {
  return z.enum(inboxKinds).safeParse(text).data ?? null
}

/** The number of a proposal as it stands in a URL; null when it cannot be one. */
export function readProposalId(text: string): bigint | null {
  return /^[1-9]\d{0,17}$/u.test(text) ? BigInt(text) : null
}

/** From which item on a page of a proposal begins: the place of the last one shown. */
export function readAfterPlace(text: unknown): number {
  return Number(
    z
      .string()
      .regex(/^\d{1,6}$/u)
      .catch('0')
      .parse(text),
  )
}

const count = z.coerce.number().int().min(0).max(1000).catch(0)
const decided = z.object({
  done: z.literal('decided'),
  approved: count,
  passed: count,
  baseChanged: count,
  refused: count,
})

/** What approving several at once led to, as the address says it; null when it says something else. */
export function readDecided(params: Record<string, unknown>) {
  return decided.safeParse(params).data ?? null
}
