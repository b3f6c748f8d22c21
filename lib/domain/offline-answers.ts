import type { Answer } from './review'

/** Why a cell of a workbook of answers can't be taken. */
const readingProblems = [
  'unreadable',
  'numberMissing',
  'numberUnreadable',
  'ticketMissing',
  'answerUnknown',
  'noteTooLong',
  'givenTooLong',
  'givenUnknown',
] as const
/** Why a row that was read can't be written; the database's doors use the same words. */
const rowProblems = [
  'otherReview',
  'double',
  'notInReview',
  'certified',
  'closed',
  'unfit',
  'waiting',
  'ended',
  'openProposal',
  'schemeToChange',
] as const
export const offlineProblems = [...readingProblems, ...rowProblems] as const
export type OfflineProblemCode = (typeof offlineProblems)[number]
export type OfflineProblem = { cell: string; code: (typeof readingProblems)[number]; written: string }

/** A line of a workbook of answers, as it was read. `number` null: a question to the school of `code` itself. */
export type OfflineRow = {
  sheet: string
  line: number
  number: string | null
  code: string | null
  /** Of the review, and of the asset and the answer when the workbook was written out. */
  review: string | null
  assetVersion: number | null
  answerVersion: number | null
  answer: Answer | null
  note: string | null
  given: { place: number; version: number; value: string | null }[]
  problems: OfflineProblem[]
}

/** Rows in a workbook, and bytes of it. */
export const offlineLimits = { rows: 5_000, bytes: 3 * 1024 * 1024 } as const
export const keepOfflineRefusals = ['closed', 'empty', 'tooMany', 'noSchool'] as const
export const answerOfflineRefusals = ['gone', 'changed', 'refused', 'stale', 'nothing', 'unsigned'] as const
export type AnswerOfflineRefusal = (typeof answerOfflineRefusals)[number]
export const offlineKinds = ['answer', 'same', 'stale', 'refused', 'blank'] as const
export type OfflineKind = (typeof offlineKinds)[number]

/**
 * 回答票の版: which review, and how its answers stood when it was written out: `12-3.0.1` is review 12, the row's answer in
 * its third version, then the version of each question's answer that a column is there for.
 */
export function ticketOf(review: string, answerVersion: number, givenVersions: readonly number[]): string {
  return [`${review}-${answerVersion}`, ...givenVersions].join('.')
}

export function readTicket(
  text: string,
): { review: string; answerVersion: number; givenVersions: number[] } | null {
  const found = /^([1-9]\d{0,17})-(\d{1,9})((?:\.\d{1,9}){0,6})$/u.exec(text)
  if (!found) return null
  const [, review = '', answer = '', given = ''] = found
  return {
    review,
    answerVersion: Number(answer),
    givenVersions: given.split('.').slice(1).map(Number),
  }
}
