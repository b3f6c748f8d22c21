import { z } from 'zod'
import { proposalKinds } from '@/lib/domain/proposal'
import { schemeFamilies } from '@/lib/domain/scheme'
import { reviewQuestions } from './question-schema'
import { progressDepartment, signed } from './progress-schema'

const numbers = z.array(z.string())

const department = progressDepartment.extend({
  late: z.boolean(),
  disposedNumbers: numbers,
  addedNumbers: numbers,
  changes: z.partialRecord(z.enum([...proposalKinds, 'edit']), z.number().int()),
  levels: z.array(
    z.object({
      family: z.enum(schemeFamilies),
      level: z.string(),
      before: z.number().int(),
      after: z.number().int(),
    }),
  ),
  certificate: signed.extend({ statement: z.string(), hash: z.string() }).nullable(),
  /** To the questions until closing: of the department itself, or (rows) counted over its assets. */
  given: z
    .array(
      z.object({
        place: z.number().int(),
        value: z.string().nullable(),
        fileName: z.string().nullable(),
        rows: z.number().int().nullable(),
      }),
    )
    .default([]),
})

/** The completion report within reach, as review_report answers it. */
export const reportAnswer = z.object({
  closedAt: z.coerce.date(),
  closedBy: z.string().nullable(),
  departments: z.array(department),
  questions: reviewQuestions.default([]),
})
export type ReportDepartment = z.output<typeof department>

type NamedAsset = { number: string; name: string; department: string }
/** The report in words, as the page and its paper show it. */
export type Report = {
  closed: string
  answers: { lines: { name: string; rows: number; share: number }[]; total: number }
  bulk: number
  changes: { name: string; rows: number }[]
  levels: { key: string; name: string; before: number; after: number }[]
  disposed: NamedAsset[]
  added: NamedAsset[]
  late: { name: string; bureau: string | null }[]
  statements: {
    key: string
    name: string
    bureau: string | null
    rows: number
    certified: string | null
    hash: string | null
    /** Which of the texts; 0: none. */
    text: number
    signed: string | null
  }[]
  /** The texts that were certified, each in full. */
  texts: string[]
  /** How many rows were answered in bulk: a line a bureau, below it its departments. */
  bulks: { key: string; name: string; isBureau: boolean; rows: number; bulk: number; share: number }[]
  given: { key: string; question: string; department: string; answer: string }[]
  reopened: { name: string; when: string; reason: string }[]
}
