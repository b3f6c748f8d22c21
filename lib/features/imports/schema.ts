import { z } from 'zod'
import {
  importShows,
  uploadRefusals,
  type ImportShow,
  type UploadRefusal,
} from '@/lib/domain/import/import-state'

const count = z.number().default(0)

/** An import's numbers, as the database counts them. */
export const importCounts = z.object({
  new: count,
  changed: count,
  unchanged: count,
  double: count,
  refused: count,
  skipped: count,
  noticed: count,
  /** New rows without levels: they become drafts and are not submitted. */
  draftsOnly: count,
  /** Assets of the same departments of which the file says nothing. */
  notInFile: count,
})
export type ImportCounts = z.output<typeof importCounts>

const key = z.string().regex(/^[1-9]\d{0,17}$/u)

/** A key as an address holds it; null when it is none. */
export function readImportKey(text: unknown): bigint | null {
  const read = key.safeParse(text)
  return read.success ? BigInt(read.data) : null
}

/** The place of a row in its file, 1…; null when it is none. */
export function readRowPlace(text: unknown): number | null {
  const read = z.coerce.number().int().min(1).max(50_000).safeParse(text)
  return read.success ? read.data : null
}

export type ImportSearch = {
  show: ImportShow | null
  after: number
  done: string | null
  refused: UploadRefusal | null
}

/** What the address of an import says beside its key; what is wrong in it counts as not said. */
export function readImportSearch(params: Record<string, string | string[] | undefined>): ImportSearch {
  return {
    show: z
      .enum(importShows)
      .nullable()
      .catch(null)
      .parse(params['show'] ?? null),
    after: z.coerce
      .number()
      .int()
      .min(0)
      .catch(0)
      .parse(params['after'] ?? 0),
    done: z
      .string()
      .max(20)
      .nullable()
      .catch(null)
      .parse(params['done'] ?? null),
    refused: readUploadRefusal(params['refused']),
  }
}

type Place = { show?: ImportShow | null; after?: number; done?: string }

export function importHref(id: string | bigint, { show, after, done }: Place = {}, below = ''): string {
  const query = new URLSearchParams()
  if (show) query.set('show', show)
  if (after) query.set('after', String(after))
  if (done) query.set('done', done)
  const said = query.toString()
  return `/assets/import/${id}${below}${said === '' ? '' : `?${said}`}`
}

/** The page of one row, which leads back to where it was opened. */
export function importRowHref(id: string, place: number, show: ImportShow): string {
  return importHref(id, { show }, `/rows/${place}`)
}

/** Why the last file was not taken in, as the address says; null when it says nothing known. */
export function readUploadRefusal(given: unknown): UploadRefusal | null {
  return z
    .enum(uploadRefusals)
    .nullable()
    .catch(null)
    .parse(given ?? null)
}

/** Which sheet is asked for, from 0; null: the first that is taken. */
export function readSheetIndex(text: unknown): number | null {
  const read = z
    .string()
    .regex(/^\d{1,3}$/u)
    .safeParse(text)
  return read.success ? Number(read.data) : null
}
