import { z } from 'zod'
import { proposalKinds } from '@/lib/domain/proposal'
import { schemeFamilies } from '@/lib/domain/scheme'
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
})

/** The completion report within reach, as review_report answers it. */
export const reportAnswer = z.object({
  closedAt: z.coerce.date(),
  closedBy: z.string().nullable(),
  departments: z.array(department),
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
    signed: string | null
  }[]
  statement: string | null
  reopened: { name: string; when: string; reason: string }[]
}
