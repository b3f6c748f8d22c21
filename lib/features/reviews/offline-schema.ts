import { z } from 'zod'
import {
  answerOfflineRefusals,
  keepOfflineRefusals,
  offlineKinds,
  offlineProblems,
} from '@/lib/domain/offline-answers'
import { answers } from '@/lib/domain/review'
import { offlineFormErrors as errors } from '@/lib/labels/offline'

const key = z
  .string()
  .regex(/^[1-9]\d{0,17}$/u)
  .transform(BigInt)
const count = z.number().int()
const schoolState = z.enum(['open', 'certified', 'returned', 'reopened'])

/** What offline_page answers. */
export const offlinePage = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['scheduled', 'open', 'closed']),
  schools: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      state: schoolState,
      open: z.boolean(),
      rows: count,
      answered: count,
    }),
  ),
  waiting: z.array(z.object({ id: z.string(), file: z.string(), at: z.coerce.date() })),
  brought: z.array(
    z.object({
      workbook: z.string(),
      file: z.string(),
      by: z.string().nullable(),
      at: z.coerce.date(),
      school: z.string(),
      sheet: z.string(),
      sheetName: z.string(),
    }),
  ),
})

/** What show_offline answers: a workbook that was read, with what each of its rows would do. */
export const shownOffline = z.object({
  id: z.string(),
  review: z.string(),
  title: z.string(),
  state: z.enum(['shown', 'answered']),
  file: z.string(),
  sha256: z.string(),
  by: z.string().nullable(),
  at: z.coerce.date(),
  answeredAt: z.coerce.date().nullable(),
  unread: z.array(z.string()),
  mine: z.boolean(),
  seal: z.string().nullable(),
  unplaced: count,
  schools: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      state: schoolState.nullable(),
      rows: count,
      answer: count,
      same: count,
      stale: count,
      refused: count,
      blank: count,
      check: z.string().nullable(),
      signed: z.object({ id: z.string(), name: z.string(), bytes: count, sha256: z.string() }).nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      place: count,
      sheet: z.string(),
      line: count,
      department: z.string().nullable(),
      number: z.string().nullable(),
      name: z.string().nullable(),
      answer: z.enum(answers).nullable(),
      note: z.string().nullable(),
      was: z.enum(answers).nullable(),
      kind: z.enum(offlineKinds),
      problems: z.array(
        z.object({
          code: z.enum(offlineProblems),
          cell: z.string().optional(),
          written: z.string().optional(),
        }),
      ),
      given: z.array(z.object({ place: count, value: z.string().nullable() })),
    }),
  ),
})
export type ShownOffline = z.output<typeof shownOffline>
export type OfflinePage = z.output<typeof offlinePage>

export const keptOffline = z.union([
  z.object({ outcome: z.literal('kept'), id: key }),
  z.object({ outcome: z.enum(keepOfflineRefusals) }),
])
export const keptSheet = z.union([
  z.object({ outcome: z.literal('saved'), id: key, sha256: z.string() }),
  z.object({ outcome: z.literal('gone') }),
])
export const answeredOffline = z.union([
  z.object({
    outcome: z.literal('answered'),
    review: key,
    file: z.string(),
    fileSha256: z.string(),
    schools: z.array(
      z.object({
        id: key,
        sheet: z.string(),
        sheetName: z.string(),
        sha256: z.string(),
        numbers: z.array(z.string()),
        left: count,
      }),
    ),
  }),
  z.object({ outcome: z.literal('same') }),
  z.object({ outcome: z.enum(answerOfflineRefusals) }),
])

export const bringSchema = z.object({ review: key })
export const signSchema = z.object({ review: key, workbook: key, department: key })
export const answerSchema = z.object({
  review: key,
  workbook: key,
  seal: z.string().max(64),
  leave: z.literal('1').optional(),
})

export type FileSentIn = { name: string; content: Uint8Array }

/** The file of a form's field, without folders and control characters in its name. `errors`: what is said where there is none. */
export async function fileIn(
  data: FormData,
  field: string,
  mostBytes: number,
): Promise<{ file: FileSentIn } | { wrong: string }> {
  const sent = data.get(field)
  // A field without a file comes as an empty one, whose name is lost on the way ("undefined").
  if (!sent || typeof sent === 'string' || (sent.size === 0 && ['', 'undefined'].includes(sent.name)))
    return { wrong: errors.noFile }
  if (sent.size > mostBytes) return { wrong: errors.tooLarge(mostBytes) }
  const name = sent.name.replaceAll(/[\p{Cc}/\\]/gu, '').trim()
  if (name === '' || name.length > 200) return { wrong: errors.fileName }
  return { file: { name, content: new Uint8Array(await sent.arrayBuffer()) } }
}

export function offlineHref(review: string, workbook?: string, done?: string): string {
  const below = workbook === undefined ? '' : `/${workbook}`
  return `/reviews/${review}/offline${below}${done === undefined ? '' : `?done=${done}`}`
}
export const signedSheetHref = (review: string, sheet: string) => `/reviews/${review}/offline/signed/${sheet}`
/** The workbook of one school, or of all that may still be answered. */
export const offlineWorkbookHref = (review: string, code?: string) =>
  `/reviews/${review}/offline/workbook${code === undefined ? '' : `?school=${encodeURIComponent(code)}`}`
