import 'server-only'
import { levelAxes } from '@/lib/domain/scheme'
import { importFieldLabels } from '@/lib/labels/import-fields'
import { noticeWords, problemWords } from '@/lib/labels/import-problems'
import { importLabels, previewLabels as words } from '@/lib/labels/import-preview'
import { axisLabels } from '@/lib/labels/scheme'
import { changesInWords } from '@/lib/labels/trail-words'
import { levelShown, readAsInWords } from '@/lib/labels/import-values'
import { emptyCellLabels, zoneLabels } from '@/lib/labels/zones'
import { assetFieldLabels } from '@/lib/labels/asset'
import type { RowRecord } from './page-schema'
import type { ShownImportRow } from './shown-schema'

/** A row in words: what would come of it, and each remark at its cell. */
export function rowInWords(row: RowRecord, names: ReadonlyMap<bigint, string>): ShownImportRow {
  const at = (cell: string) => importLabels.cell(row.sheetName, cell)
  const about = <T extends { args?: readonly string[] }>(one: T) => ({ ...one, args: one.args ?? [] })
  return {
    place: row.place,
    kind: row.kind ?? 'refused',
    line: row.line,
    where: importLabels.line(row.sheetName, row.line),
    sheet: row.sheetName,
    name: typeof row.read['name'] === 'string' ? row.read['name'] : null,
    department:
      row.target === 'standard'
        ? words.standard
        : row.departmentId === null
          ? null
          : (names.get(row.departmentId) ?? null),
    levels: levelsOf(row),
    problems: row.problems.map((problem) => ({
      cell: at(problem.cell),
      what: problemWords[problem.code].what(about(problem)),
      mend: problemWords[problem.code].mend(about(problem)),
    })),
    notices: row.notices.map((notice) => ({
      cell: at(notice.cell),
      text: noticeWords[notice.code](about(notice)),
    })),
    readings: row.readings.map(({ cell, field, written, readAs }) => ({
      cell: at(cell),
      text: words.readAs(written, importFieldLabels[field], readAsInWords(field, readAs)),
    })),
    changes: changesOf(row),
    double:
      row.kind !== 'double'
        ? null
        : row.doubleLine === null
          ? words.doubleFirst
          : words.doubleOf(row.doubleLine),
    skipReason: row.skipReason,
    isMended: row.isMended,
    hasMoved: row.hasMoved,
    isDraft: row.target === 'asset' && row.kind === 'new' && Object.keys(row.levels).length === 0,
    present: presentOf(row),
  }
}

function levelsOf({ levels }: RowRecord): string[] {
  return levelAxes.flatMap((axis) => (levels[axis] ? [`${axisLabels[axis]}${levelShown(levels[axis])}`] : []))
}

/** Where what the row means can be seen as it is now. */
function presentOf({ target, assetNumber }: RowRecord): ShownImportRow['present'] {
  if (assetNumber === null) return null
  return target === 'standard'
    ? { href: '/standard-ledger', label: words.standardNow }
    : { href: `/assets/${assetNumber}`, label: words.asset }
}

/** Before → after, field by field; a zone is two columns, and one word. */
function changesOf({ changes, proposes }: RowRecord): ShownImportRow['changes'] {
  const proposed = new Set(proposes)
  const isProposed = (columns: readonly string[]) => columns.some((column) => proposed.has(column))
  const [code, none] = [changes['zone_code'], changes['zone_not_applicable']]
  const zone =
    code || none
      ? [
          {
            field: assetFieldLabels.zoneCode,
            before: zoneWord(code?.[0], none?.[0]),
            after: zoneWord(code?.[1], none?.[1]),
            isProposed: isProposed(['zone_code', 'zone_not_applicable']),
          },
        ]
      : []
  const others = Object.entries(changes).filter(([column]) => !column.startsWith('zone_'))
  return [
    ...zone,
    ...others.flatMap(([column, change]) =>
      changesInWords({ [column]: change }, {}).map((said) => ({
        ...said,
        ...(column === 'importance' && {
          before: levelShown(said.before),
          after: levelShown(said.after),
        }),
        isProposed: proposed.has(column),
      })),
    ),
  ]
}

function zoneWord(code: unknown, isNotApplicable: unknown): string {
  if (isNotApplicable === true) return emptyCellLabels.notApplicable
  const known = Object.entries(zoneLabels).find(([each]) => each === code)
  return known?.[1] ?? emptyCellLabels.notEntered
}
