import { z } from 'zod'
import type { KindCode, PersonalData } from '@/lib/domain/asset'
import type { AssetFinding } from '@/lib/domain/asset-findings'
import type { LevelCodes } from '@/lib/domain/classification'
import type { ProposalState } from '@/lib/domain/proposal'
import type { Answer, DepartmentState, ReviewState } from '@/lib/domain/review'
import type { ReviewQuestion } from '@/lib/domain/review-question'
import type { Objection } from '@/lib/domain/review-objections'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import type { ReviewVersions } from './reclassification-schema'
import { askedOfDepartment, givenOfDepartment, type ShownQuestion } from './given-schema'

const count = z.number().int()
const counts = z.object({
  rows: count,
  none: count,
  unchanged: count,
  change: count,
  disposed: count,
  notOurs: count,
  unsettled: count,
  bulk: count,
})
export type SheetCounts = z.output<typeof counts>

/** A department's part of a review, as review_department answers it. `seal`: the hash that a certificate binds to. */
export const departmentPart = counts.extend({
  id: z.string().transform(BigInt),
  state: z.enum(['open', 'certified', 'returned', 'reopened']),
  returnedReason: z.string().nullable(),
  reopenReason: z.string().nullable(),
  answerable: z.boolean(),
  /** How many rows 「残りは変更なし」 would answer now. */
  free: count,
  seal: z.string(),
  statement: z.string(),
  mayAnswer: z.boolean(),
  mayCertify: z.boolean(),
  certifiesFor: z.string().nullable(),
  ...askedOfDepartment,
  additions: z.array(z.string().transform(BigInt)),
  lastCertificate: z
    .object({
      by: z.string(),
      for: z.string().nullable(),
      at: z.coerce.date(),
      state: z.enum(['standing', 'voided', 'returned']),
    })
    .nullable(),
})

export type SheetHead = {
  id: bigint
  version: number
  title: string
  state: ReviewState
  dueOn: string
  openedAt: Date | null
  answerers: string
  part: z.output<typeof departmentPart>
  /** Of a review that moves assets to another version of their scheme. */
  versions: ReviewVersions | null
}

export type SheetRowFound = {
  number: bigint
  name: string
  version: number
  answer: Answer | null
  settled: boolean
  inBulk: boolean
  note: string | null
  opened: boolean
  answeredBy: string | null
  answeredAt: Date | null
  proposalId: bigint | null
  proposalState: ProposalState | null
  toDepartmentId: bigint | null
  kindCode: KindCode
  zoneCell: string
  schemeId: bigint | null
  family: SchemeFamily | null
  levels: LevelCodes
  /** In a reclassification: the levels that follow from the mapping, or that nothing does. */
  proposed: LevelCodes | null
  judgeAnew: boolean
  personalData: PersonalData | null
  dataSubjects: number | null
  lastConfirmedOn: string | null
  findings: AssetFinding[]
  objections: Objection[]
  /** As the database answers it: givenToRow reads it. */
  given: unknown
}

export const givenToRow = givenOfDepartment

/** The same in words, as the sheet shows it. */
export type ShownSheetRow = {
  number: string
  name: string
  version: number
  answer: Answer | null
  isUnchanged: boolean
  note: string
  /** The answer in words with who gave it; null while there is none. */
  said: string | null
  by: string | null
  /** What is still open about an answer that was given. */
  open: string | null
  /** It can be answered 変更なし as it stands, without being opened first. */
  isFree: boolean
  isFreeOnceOpened: boolean
  marks: string[]
  /** What the review asks of each asset, with what was given for this one. */
  questions: ShownQuestion[]
  proposal: { href: string; state: string } | null
  to: string | null
  levels: { family: SchemeFamily; levels: readonly Level[]; codes: LevelCodes } | null
  /** What becomes of the levels under the new version: they follow, or a person judges. Null: nothing is to become. */
  becomes: { levels: ShownSheetRow['levels']; mayAdopt: boolean; mayAdoptOpened: boolean } | null
  zone: { label: string } | 'notApplicable' | 'notEntered'
  kind: string
  links: { row: string; change: string; edit: string; disposed: string; notOurs: string } | null
}

/** How a sheet stands, in words. */
export type ShownSheet = {
  review: { id: string; title: string; isOpen: boolean; due: string; days: string }
  department: { id: string; name: string; state: DepartmentState }
  counts: SheetCounts
  free: number
  /** Rows without an answer that must be opened one by one. */
  blocked: number
  mayAnswer: boolean
  mayCertify: boolean
  returnedReason: string | null
  reopenReason: string | null
  certified: string | null
  /** Certified: answers can be changed once the person says so, since the certificate is void then. */
  mayMend: boolean
  wasVoided: boolean
  headsOnly: boolean
  versions: ReviewVersions | null
  /** What the review asks of the department. */
  questions: ShownQuestion[]
  /** What the review asks of each asset, as it is asked. */
  askedOfRows: readonly ReviewQuestion[]
  /** What is required and not given yet, in words; empty: nothing. */
  missing: string
}
