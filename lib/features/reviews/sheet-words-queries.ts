import { mayBeUnchanged, type Objection } from '@/lib/domain/review-objections'
import type { Vocabulary } from '@/lib/features/assets/vocabulary-queries'
import { kindLabels } from '@/lib/labels/asset'
import {
  answerLabels,
  answerProposalLabels,
  findingLabels,
  objectionLabels,
  sheetLabels as words,
} from '@/lib/labels/review-sheet'
import { momentInWords } from '@/lib/labels/sign-in'
import { shownQuestions } from './given-words-queries'
import { givenToRow, type SheetRowFound, type ShownSheet, type ShownSheetRow } from './sheet-schema'

type Book = { vocabulary: Pick<Vocabulary, 'zones' | 'schemes'>; names: ReadonlyMap<bigint, string> }

/** A row of a sheet in words, with where each answer leads; without links for who may only look. */
export function shownSheetRow(
  row: SheetRowFound,
  sheet: ShownSheet,
  { vocabulary, names }: Book,
): ShownSheetRow {
  const zone = vocabulary.zones.find(({ code }) => code === row.zoneCell)
  const scheme = vocabulary.schemes.find(({ id }) => id === String(row.schemeId))
  const isMoving = row.proposalState === 'submitted'
  const review = sheet.review.id
  const asset = `/assets/${row.number}`
  return {
    number: String(row.number),
    name: row.name,
    version: row.version,
    answer: row.answer,
    isUnchanged: row.answer === 'unchanged',
    note: row.note ?? '',
    said: row.answer && answerLabels[row.answer],
    by: bylineOf(row),
    open: openOf(row),
    // A question is answered in the same row: the box waits for it, not for the row to be opened.
    isFree: mayBeUnchanged(
      row.objections.filter((each) => each !== 'requiredQuestion'),
      row.opened,
    ),
    isFreeOnceOpened: mayBeUnchanged(row.objections, true),
    marks: marksOf(row),
    proposal:
      row.proposalId === null || row.proposalState === null
        ? null
        : { href: `/proposals/${row.proposalId}`, state: answerProposalLabels[row.proposalState] },
    to: row.toDepartmentId === null ? null : words.to(names.get(row.toDepartmentId) ?? ''),
    levels: scheme ? { family: scheme.family, levels: scheme.levels, codes: row.levels } : null,
    becomes: becomesOf(row, sheet, vocabulary.schemes),
    zone: zone ? { label: zone.label } : row.zoneCell === 'notApplicable' ? 'notApplicable' : 'notEntered',
    kind: kindLabels[row.kindCode],
    questions: shownQuestions(BigInt(review), sheet.askedOfRows, 'asset', givenToRow.parse(row.given)),
    links:
      sheet.mayAnswer && !isMoving && !row.objections.includes('ended')
        ? {
            row: `/reviews/${review}/sheet/${row.number}`,
            change: `${asset}/reclassify?review=${review}`,
            edit: `${asset}/edit?review=${review}`,
            disposed: `${asset}/dispose?review=${review}`,
            notOurs: `${asset}/transfer?review=${review}`,
          }
        : null,
  }
}

const keepsFromAdopting = new Set<Objection>(['ended', 'changedSince', 'openProposal'])

/** While the scheme is still to change: the levels of the new version, or (without any) the judgement of a person. */
function becomesOf(row: SheetRowFound, { versions, mayAnswer }: ShownSheet, schemes: Vocabulary['schemes']) {
  if (!versions || !(row.proposed || row.judgeAnew)) return null
  const scheme = schemes.find(({ id }) => id === versions.to.id)
  if (!scheme || !row.proposed) return { levels: null, mayAdopt: false, mayAdoptOpened: false }
  const levels = { family: scheme.family, levels: scheme.levels, codes: row.proposed }
  const isOpen = row.answer === null || !row.settled
  const mayAdoptOpened =
    mayAnswer &&
    isOpen &&
    row.objections.includes('schemeToChange') &&
    !row.objections.some((each) => keepsFromAdopting.has(each))
  return { levels, mayAdopt: mayAdoptOpened && !row.objections.includes('mustOpen'), mayAdoptOpened }
}

/** What an answer that is not settled waits for; null: nothing. */
function openOf({ answer, settled, proposalState }: SheetRowFound): string | null {
  if (answer === null || settled) return null
  if (proposalState === 'submitted') return words.waitsForTaker
  return answer === 'notOurs' ? words.waitsForRouting : words.unsettled
}

function bylineOf({ answeredBy, answeredAt, inBulk }: SheetRowFound): string | null {
  if (answeredBy === null || answeredAt === null) return null
  const by = words.answeredBy(answeredBy, momentInWords(answeredAt))
  return inBulk ? `${by}　${words.inBulk}` : by
}

/**
 * What is to be looked at: what keeps back a plain 変更なし first, then what the frozen values show. A settled answer has
 * dealt with both, but for a question that is still open.
 */
function marksOf({ objections, findings, opened, answer, settled }: SheetRowFound): string[] {
  const isSettled = answer !== null && settled
  const against = isSettled
    ? objections.filter((each) => each === 'requiredQuestion')
    : objections.filter((each) => each !== 'mustOpen' || !opened)
  const told: string[] = against.map((each) => objectionLabels[each])
  const left = isSettled ? findings.filter((each) => each !== 'retiredScheme') : findings
  const shown = left.map((each) => findingLabels[each]).filter((each) => !told.includes(each))
  return [...told, ...shown, ...(opened ? [words.opened] : [])]
}
