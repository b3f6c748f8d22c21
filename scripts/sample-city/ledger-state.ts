import type { ClassificationOccasion } from '@/lib/domain/asset'
import type { ClassificationContent, SchemeChoice } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'
import type { SeenAsset } from '@/lib/features/assets/state-commands'
import { read } from '@/lib/platform/read'
import type { Actors } from './actors'
import { earlierLevels, reasonOf } from './judgement'
import { schemeDays } from './plan'
import type { SampleRow } from './sample-row'
import { levelsOn } from './stories'

/** What the loader remembers between its steps; what the database knows, it asks the database. */
export type LedgerState = {
  rows: ReadonlyMap<string, SampleRow>
  /** 資産番号 and the department of today, by the row's key. */
  entered: Map<string, { number: bigint; department: string }>
  departmentIds: Map<string, bigint>
  schemeIds: ReadonlyMap<string, bigint>
  /** The standard school ledger's rows by name. */
  standardIds: Map<string, bigint>
}

export function rowOf(state: LedgerState, key: string): SampleRow {
  const row = state.rows.get(key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}

export function departmentId(state: LedgerState, code: string): bigint {
  const id = state.departmentIds.get(code)
  if (id === undefined) throw new Error(`no department ${code}`)
  return id
}

/** The scheme that a row's family had in force on a day. */
export function schemeOn(state: LedgerState, row: SampleRow, day: string): SchemeChoice & { code: string } {
  const municipal = day < schemeDays.municipal2024 ? 'municipal-earlier' : 'municipal-2024'
  const code = row.family === 'education' ? 'education-2025' : municipal
  const schemeId = state.schemeIds.get(code)
  if (schemeId === undefined) throw new Error(`no scheme ${code}`)
  return { code, schemeId, schemeFamily: row.family }
}

/** How a person judged a row on a day, under the scheme of that day. */
export function judgementOn(
  state: LedgerState,
  row: SampleRow,
  day: string,
  occasion: ClassificationOccasion,
  reason?: (levels: LevelCodes) => string,
): ClassificationContent {
  const { code, schemeId } = schemeOn(state, row, day)
  const final = levelsOn(row.key, day, row.levels)
  const levels = code === 'municipal-earlier' ? earlierLevels(final, row.content.personalData) : final
  const because = reason?.(final) ?? reasonOf(row, levels)
  return {
    schemeId,
    levels,
    audience: row.audience,
    reason: because,
    occasion,
    answers: null,
    proposed: null,
  }
}

/** The rows as somebody sees them now: their numbers and versions, in the order of the keys. */
export async function seenBy(
  actors: Actors,
  login: string,
  state: LedgerState,
  keys: readonly string[],
): Promise<SeenAsset[]> {
  const numbers = keys.map((key) => state.entered.get(key)?.number ?? 0n)
  const rows = await read(
    await actors.may(login, 'asset.read'),
    (db) =>
      db.$queryRaw<SeenAsset[]>`select number, version from assets where number = any (${numbers}::bigint[])`,
  )
  return numbers.map((number, at) => {
    const row = rows.find((found) => found.number === number)
    if (!row) throw new Error(`${keys[at] ?? ''} is out of ${login}'s sight`)
    return row
  })
}
