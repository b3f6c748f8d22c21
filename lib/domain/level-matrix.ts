import { leadingAxis, levelsOf } from './classification'
import type { ZoneNetwork } from './reference'
import type { LevelDefinition, SchemeFamily, SchemeStatus } from './scheme'

/** How many 有効 assets share a family, a scheme version, a leading level (null = 未分類) and a zone cell. */
export type CountedCell = {
  family: SchemeFamily
  /** Id of the scheme version. */
  scheme: string
  level: string | null
  /** A zone's code, or notApplicable, or notEntered. */
  zone: string
  assets: number
}
export type MatrixScheme = {
  id: string
  code: string
  family: SchemeFamily
  label: string
  status: SchemeStatus
  levels: readonly LevelDefinition[]
}
export type MatrixZone = { code: string; label: string; network: ZoneNetwork }
export type MatrixRow = {
  /** null = 未分類. */
  level: { code: string; label: string; rank: number; of: number } | null
  /** Set where levels of more than one scheme version are shown. */
  scheme: { code: string; label: string } | null
  counts: number[]
  total: number
}
export type LevelMatrix = {
  family: SchemeFamily
  /** Zone cells: the network's own zones, others that hold something, then 対象外 and 未入力. */
  columns: { zone: string; label: string | null }[]
  rows: MatrixRow[]
  columnTotals: number[]
  total: number
}

const networkOfFamily: Record<SchemeFamily, ZoneNetwork> = { municipal: 'municipal', education: 'school' }
const withoutZone = ['notApplicable', 'notEntered']
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/**
 * Leading level × zone of one family: every cell of the family lies in exactly one row and column, whatever its zone
 * and scheme version, so that rows, columns and the whole add up.
 */
export function levelMatrix(
  family: SchemeFamily,
  all: readonly CountedCell[],
  schemes: readonly MatrixScheme[],
  zones: readonly MatrixZone[],
): LevelMatrix {
  const cells = all.filter((cell) => cell.family === family)
  const columns = columnsOf(family, cells, zones)
  const rows = rowsOf(family, cells, schemes).map(({ matches, ...row }) => {
    const counts = columns.map(({ zone }) =>
      sum(cells.filter((cell) => cell.zone === zone && matches(cell)).map((cell) => cell.assets)),
    )
    return { ...row, counts, total: sum(counts) }
  })
  const columnTotals = columns.map((_, at) => sum(rows.map((row) => row.counts[at] ?? 0)))
  return { family, columns, rows, columnTotals, total: sum(columnTotals) }
}

function columnsOf(family: SchemeFamily, cells: readonly CountedCell[], zones: readonly MatrixZone[]) {
  const used = new Set(cells.map((cell) => cell.zone))
  const own = zones.filter((zone) => zone.network === networkOfFamily[family])
  const others = zones.filter((zone) => zone.network !== networkOfFamily[family] && used.has(zone.code))
  return [
    ...[...own, ...others].map(({ code, label }) => ({ zone: code, label })),
    ...withoutZone.map((zone) => ({ zone, label: null })),
  ]
}

type RowRule = Pick<MatrixRow, 'level' | 'scheme'> & { matches: (cell: CountedCell) => boolean }

/** The scheme in force with all its levels, then levels of other versions that are still in use, then 未分類. */
function rowsOf(
  family: SchemeFamily,
  cells: readonly CountedCell[],
  schemes: readonly MatrixScheme[],
): RowRule[] {
  const ofFamily = schemes
    .filter((scheme) => scheme.family === family)
    .sort((a, b) => Number(b.status === 'inForce') - Number(a.status === 'inForce'))
  const inUse = (scheme: MatrixScheme, level: string) =>
    cells.some((cell) => cell.scheme === scheme.id && cell.level === level && cell.assets !== 0)
  const rows = ofFamily.flatMap((scheme) => {
    const levels = levelsOf(scheme.levels, leadingAxis[family])
    return levels.flatMap((level, at): (RowRule & { scheme: NonNullable<MatrixRow['scheme']> })[] => {
      if (scheme.status !== 'inForce' && !inUse(scheme, level.code)) return []
      return [
        {
          level: { code: level.code, label: level.label, rank: levels.length - at, of: levels.length },
          scheme: { code: scheme.code, label: scheme.label },
          matches: (cell) => cell.scheme === scheme.id && cell.level === level.code,
        },
      ]
    })
  })
  const isAmbiguous = new Set(rows.map((row) => row.scheme.code)).size > 1
  return [
    ...rows.map((row) => (isAmbiguous ? row : { ...row, scheme: null })),
    { level: null, scheme: null, matches: (cell) => cell.level === null },
  ]
}

/** From how many assets on a cell is as full as step 1, 2, 3, 4: even steps of the logarithm up to the largest cell. */
export function heatSteps(largest: number): number[] {
  const steps = [0, 0.25, 0.5, 0.75].map((part) => Math.ceil(largest ** part))
  return largest < 1 ? [] : [...new Set(steps)]
}

/** 0 for an empty cell, else 1–4. */
export function heatOf(count: number, steps: readonly number[]): number {
  return count < 1 ? 0 : steps.filter((step) => count >= step).length
}
