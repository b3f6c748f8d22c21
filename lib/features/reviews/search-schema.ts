import { z } from 'zod'
import { reviewRowLabels } from '@/lib/labels/review-sheet'

export const sheetShows = ['open', 'all', 'changed'] as const
export type SheetShow = (typeof sheetShows)[number]

const key = z.string().regex(/^[1-9]\d{0,17}$/u)

/** A key as an address holds it: of a review, a department, an asset; null when it is none. */
export function readKey(text: unknown): bigint | null {
  const read = key.safeParse(text)
  return read.success ? BigInt(read.data) : null
}

/** Which rows of a sheet are shown; what the address says wrongly counts as not said. */
export function readShow(text: unknown): SheetShow {
  return z.enum(sheetShows).catch('open').parse(text)
}

type SheetPlace = {
  review: string
  department: string
  show?: SheetShow
  after?: string
  /** Answers that were certified are changed. */
  mends?: boolean
  done?: string
}

export function sheetHref({ review, department, show, after, mends, done }: SheetPlace): string {
  const query = new URLSearchParams({ department })
  if (show && show !== 'open') query.set('show', show)
  if (after) query.set('after', after)
  if (mends) query.set('mend', '1')
  if (done) query.set('done', done)
  return `/reviews/${review}/sheet?${query.toString()}`
}

/** The page of one row of a sheet. */
export function rowHref(review: bigint, number: bigint, done?: string): string {
  return `/reviews/${review}/sheet/${number}${done === undefined ? '' : `?done=${done}`}`
}

/** Back from a form of an asset: to the asset, or to its row of the review from which the form was opened. */
export function backFromForm(asset: { number: bigint; name: string }, review: string | undefined) {
  return review === undefined
    ? { href: `/assets/${asset.number}`, label: asset.name }
    : { href: `/reviews/${review}/sheet/${asset.number}`, label: reviewRowLabels.title }
}
