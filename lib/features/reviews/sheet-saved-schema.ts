import type { Answer } from '@/lib/domain/review'
import type { Objection } from '@/lib/domain/review-objections'
import { answerLabels, objectionLabels, sheetLabels as words } from '@/lib/labels/review-sheet'
import type { Verdict } from '@/lib/platform/actions'
import type { Outcome } from '@/lib/platform/change'

/** What became of one row, as the command answers it. */
export type SavedAnswer = {
  number: bigint
  outcome: 'saved' | 'conflict' | 'gone' | 'closed' | 'refused'
  version: number
  objections: Objection[]
  theirs: { answer: Answer | null; note: string | null; by: string | null } | null
}

/** The same for the page that is still open: the version to go on with, or what speaks against it in words. */
export type SavedRow = {
  number: string
  version: number
  isSaved: boolean
  /** Whether the row is answered 変更なし now, where somebody else answered it. */
  theirs: { isUnchanged: boolean; note: string } | null
  message: string | null
  /** The version of what was given to each question of the row. */
  given: { place: number; version: number }[]
}

export function savedRows(outcome: Outcome<{ rows: SavedAnswer[] }, never>): Outcome<SavedRow[], never> {
  if ('refused' in outcome) return outcome
  return {
    result: outcome.result.rows.map((row) => ({
      number: String(row.number),
      version: row.version,
      isSaved: row.outcome === 'saved',
      theirs: row.theirs && { isUnchanged: row.theirs.answer === 'unchanged', note: row.theirs.note ?? '' },
      message: messageOf(row),
      given: [],
    })),
  }
}

type SavedGiven = {
  place: number
  number?: string | undefined
  outcome: string
  version: number
  theirs?: { by?: string | undefined } | undefined
}

/** Rows whose questions were answered, beside what became of the rows themselves. */
export function withGiven(
  rows: readonly SavedRow[],
  sent: readonly { number: bigint; version: number }[],
  given: readonly SavedGiven[],
): SavedRow[] {
  return sent.map(({ number, version }) => {
    const name = String(number)
    const row = rows.find((each) => each.number === name) ?? {
      ...{ number: name, version, isSaved: true, theirs: null, message: null, given: [] },
    }
    const mine = given.filter((each) => each.number === name)
    const wrong = mine.find(({ outcome }) => outcome !== 'saved')
    return {
      ...row,
      isSaved: row.isSaved && !wrong,
      message: row.message ?? (wrong ? messageOfGiven(wrong) : null),
      given: mine
        .filter(({ outcome }) => outcome === 'saved')
        .map(({ place, version: at }) => ({ place, version: at })),
    }
  })
}

function messageOfGiven({ outcome, theirs }: SavedGiven): string {
  return outcome === 'conflict' ? words.givenConflict(theirs?.by ?? null) : words.givenRefused
}

function messageOf({ outcome, objections, theirs }: SavedAnswer): string | null {
  if (outcome === 'saved') return null
  if (outcome === 'conflict')
    return words.conflictBy(
      theirs?.by ?? null,
      theirs?.answer ? answerLabels[theirs.answer] : words.notAnswered,
    )
  if (outcome === 'gone') return words.gone
  if (outcome === 'closed') return words.closed
  return words.rowRefused(objections.map((each) => objectionLabels[each]).join('、'))
}

/** A form with nothing changed, or with rows that could not be saved, comes back and says so. */
export async function savedFromForm(
  answers: readonly unknown[],
  save: () => Promise<Outcome<{ rows: SavedAnswer[] }, never>>,
  given: readonly SavedGiven[] = [],
): Promise<Verdict<{ saved: number }, never>> {
  const wrong = given.find(({ outcome }) => outcome !== 'saved')
  if (wrong) return { review: messageOfGiven(wrong) }
  if (answers.length === 0)
    return given.length > 0 ? { result: { saved: given.length } } : { review: words.nothingChanged }
  const outcome = await save()
  if ('refused' in outcome) return outcome
  const left = outcome.result.rows.filter((row) => row.outcome !== 'saved')
  if (left.length > 0) {
    const [only] = left
    const message = only && outcome.result.rows.length === 1 ? messageOf(only) : null
    return { review: message ?? words.rowsConflict(left.length) }
  }
  return { result: { saved: outcome.result.rows.length } }
}
