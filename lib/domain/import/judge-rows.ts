import type { AssetContent } from '../asset-content'
import type { LevelCodes } from '../classification'
import { foldName } from '../department-name'
import type { FileScheme } from './city-words'
import type { ImportField } from './import-field'
import { contentOfNew } from './new-content'
import type { CellNotice, CellProblem, NoticeCode, OutcomeKind, ProblemCode } from './problems'
import type { RowRead } from './read-row'
import { changesOf, levelChanges, type Blanks, type Changes } from './row-changes'

/** An asset that the importer may see. Ended = disposed of, merged, or withdrawn. */
export type KnownAsset = {
  number: string
  departmentId: string
  content: AssetContent
  levels: LevelCodes
  scheme: FileScheme
  isEnded: boolean
}
export type JudgedRow = Omit<RowRead, 'given' | 'blank'> & {
  place: number
  given: Iterable<ImportField>
  blank: Iterable<ImportField>
}
export type RowOutcome = {
  place: number
  kind: OutcomeKind
  number: string | null
  /** The row that says the same asset first. */
  doubleOf: number | null
  changes: Changes
  problems: readonly CellProblem[]
  notices: readonly CellNotice[]
}
export type JudgingChoices = { blanks: Blanks; today: string }

/**
 * What each row would do: 資産番号 decides which asset it is, else department + name + medium (NFKC, without spaces).
 * Of two rows for one asset the first stands if both say the same; else both wait for a person.
 */
export function judgeRows(
  rows: readonly JudgedRow[],
  ledger: readonly KnownAsset[],
  choices: JudgingChoices,
): RowOutcome[] {
  const known = new LedgerOf(ledger)
  const first = new Map<string, { row: JudgedRow; outcome: RowOutcome }>()
  return rows.map((row) => {
    const outcome = judgeRow(row, known, choices)
    if (outcome.kind === 'refused') return outcome
    const key = outcome.number ?? keyOf(row.department?.id ?? '', row.content.name, row.content.medium)
    const before = first.get(key)
    if (!before) {
      first.set(key, { row, outcome })
      return outcome
    }
    outcome.kind = 'double'
    outcome.doubleOf = before.row.place
    if (!saySame(before.row, row, choices.today)) before.outcome.kind = 'double'
    return outcome
  })
}

const keyOf = (department: string, name: string | undefined, medium: string | null | undefined) =>
  JSON.stringify([department, foldName(name ?? null), foldName(medium ?? null)])

class LedgerOf {
  readonly #byNumber: ReadonlyMap<string, KnownAsset>
  readonly #byName = new Map<string, KnownAsset[]>()
  constructor(assets: readonly KnownAsset[]) {
    this.#byNumber = new Map(assets.map((asset) => [asset.number, asset]))
    for (const asset of assets) {
      const key = keyOf(asset.departmentId, asset.content.name, null)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), asset])
    }
  }
  numbered(number: string): KnownAsset | null {
    return this.#byNumber.get(number) ?? null
  }
  named(department: string, name: string): readonly KnownAsset[] {
    return this.#byName.get(keyOf(department, name, null)) ?? []
  }
}

function judgeRow(row: JudgedRow, ledger: LedgerOf, choices: JudgingChoices): RowOutcome {
  const problems: CellProblem[] = [...row.problems]
  const notices: CellNotice[] = [...row.notices]
  const place = { cell: row.nameCell, field: 'name' as const, written: row.content.name ?? '' }
  const problem = (code: ProblemCode, args: readonly string[] = []) => {
    problems.push({ ...place, code, ...(args.length > 0 ? { args } : {}) })
    return null
  }
  const notice = (code: NoticeCode) => notices.push({ ...place, code })
  const asset = problems.length > 0 ? null : find(row, ledger, problem, notice)
  const changes =
    asset === null ? {} : { ...changesOf(row, asset.content, choices.blanks), ...levelChanges(row, asset) }
  if (asset && row.scheme === 'earlier' && asset.scheme === 'current') notice('alreadyNew')
  if (asset?.isEnded && Object.keys(changes).length > 0) problem('assetEnded')
  if (asset === null && problems.length === 0) {
    if (Object.keys(row.levels).length === 0) notice('levelsMissing')
    if (contentOfNew(row, choices.today)?.zone === null) notice('zoneNotEntered')
  }
  const isSame = asset !== null && Object.keys(changes).length === 0
  const kind: OutcomeKind =
    problems.length > 0 ? 'refused' : asset === null ? 'new' : isSame ? 'unchanged' : 'changed'
  return { place: row.place, kind, number: asset?.number ?? null, doubleOf: null, changes, problems, notices }
}

function find(
  row: JudgedRow,
  ledger: LedgerOf,
  problem: (code: ProblemCode, args?: readonly string[]) => null,
  notice: (code: NoticeCode) => void,
): KnownAsset | null {
  const [department, name] = [row.department?.id ?? '', row.content.name ?? '']
  if (row.number !== null) {
    const asset = ledger.numbered(row.number)
    if (!asset) return problem('numberUnknown', [row.number])
    const [isOtherName, isOtherDepartment] = [
      foldName(asset.content.name) !== foldName(name),
      department !== '' && asset.departmentId !== department,
    ]
    if (isOtherName && isOtherDepartment) return problem('numberOfAnother', [row.number, asset.content.name])
    return isOtherDepartment ? problem('departmentMoves') : asset
  }
  const named = ledger.named(department, name)
  const living = named.filter(({ isEnded }) => !isEnded)
  const medium = foldName(row.content.medium ?? null)
  const exact = living.filter((asset) => foldName(asset.content.medium) === medium)
  if (exact.length > 1)
    return problem(
      'severalMatch',
      exact.map(({ number }) => number),
    )
  if (exact[0]) return exact[0]
  const loose = living.filter((asset) => medium === '' || foldName(asset.content.medium) === '')
  if (loose.length > 1)
    return problem(
      'severalMatch',
      loose.map(({ number }) => number),
    )
  if (loose[0] && living.length === 1) {
    notice('matchedWithoutMedium')
    return loose[0]
  }
  if (living.length === 0 && named.length > 0) notice('sameNameEnded')
  return null
}

/** Two rows of one file for one asset: the same in the end, however they are written. */
function saySame(one: JudgedRow, other: JudgedRow, today: string): boolean {
  const [left, right] = [contentOfNew(one, today), contentOfNew(other, today)]
  return JSON.stringify([left, sorted(one.levels)]) === JSON.stringify([right, sorted(other.levels)])
}

const sorted = (levels: Partial<LevelCodes>) => Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1))
