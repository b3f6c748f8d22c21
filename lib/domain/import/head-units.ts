import type { SheetRow } from './cells'
import type { SheetLayout } from './find-layout'
import type { ColumnUse, HeadMeaning } from './import-field'
import type { HeadUse } from './map-columns'
import { countUnitIn } from './title-facts'

type Plan = { layout: SheetLayout; heads: readonly HeadUse[]; uses: readonly ColumnUse[] }

/** What the head says once for all numbers below it: a 12 under 件数（千件） is 12千, a 5 under 保存年限 is 5年. */
export function unitsOf({ layout, heads, uses }: Plan): (row: SheetRow) => SheetRow {
  const at = (means: HeadMeaning) => uses.find((use) => use.means === means)?.column
  const words = (column: number | undefined) =>
    heads
      .find((head) => head.column === column)
      ?.words.join('')
      .normalize('NFKC') ?? ''
  const [count, retention] = [at('dataSubjects'), at('retention')]
  const units = [
    { column: count, unit: countUnitIn(words(count)) ?? layout.unit },
    { column: retention, unit: /年(?=限|数|\))/u.exec(words(retention))?.[0] ?? null },
  ].flatMap(({ column, unit }) => (column === undefined || unit === null ? [] : [{ column, unit }]))
  if (units.length === 0) return (row) => row
  return (row) => {
    const cells = new Map(row.cells)
    for (const { column, unit } of units) {
      const cell = cells.get(column)
      if (!cell || !/^[\d,.]*[1-9][\d,.]*$/u.test(cell.text.normalize('NFKC').trim())) continue
      cells.set(column, { ...cell, text: `${cell.text.trim()}${unit}` })
    }
    return { ...row, cells }
  }
}
