import { carriedColumns, carryDown } from './carry-down'
import { answerFinder, type Answer } from './answers'
import { departmentFinder } from './resolve-words'
import { ownHeads, ownRoleOf, type OwnColumns } from './own-layout'
import type { City, FileScheme } from './city-words'
import { textAt, type SheetRow, type SheetShape } from './cells'
import { findLayout, layoutAt, type SheetLayout } from './find-layout'
import type { ColumnUse } from './import-field'
import { unitsOf } from './head-units'
import { kindOfSection, kindOfTitle } from './section-kind'
import { mapColumns, type HeadUse } from './map-columns'
import { foldHead } from './match-head'
import { mergeFiller } from './merges'
import { countScheme, schemeOf, type SchemeCensus } from './read-levels'
import { readRow, type RowRead } from './read-row'
import { roleOf, type RowRole } from './row-role'
import { sectionText } from './section-text'

/** What a person has put right about a sheet; absent = as found. */
export type SheetWish = {
  isChosen?: boolean
  headFrom?: number
  headTo?: number
  columns?: readonly ColumnUse[]
  scheme?: FileScheme
  /** The department of rows that name none. */
  departmentWord?: string
}
export type SheetPlan = {
  shape: SheetShape
  layout: SheetLayout
  heads: readonly HeadUse[]
  uses: readonly ColumnUse[]
  /** Whether its rows are taken; hidden sheets and those without a head are only offered. */
  isTaken: boolean
  isStandardLedger: boolean
  /** As the portal itself writes a ledger: every line below the head is an asset, every text stands as it is. */
  isOwn: boolean
  /** Columns that are written only where they change. */
  carried: ReadonlySet<number>
}
export type RowUnderstood = { role: Exclude<RowRole, 'data'>; text: string } | { role: 'data'; read: RowRead }

const standardLedger = /^標準台帳$|標準(?:情報資産)?台帳/u

/** Head and columns of a sheet, from its first rows (some hundred are enough, in order). */
export function planSheet(
  shape: SheetShape,
  top: readonly SheetRow[],
  wish: SheetWish,
  own: OwnColumns,
): SheetPlan {
  const ownHead = wish.headFrom === undefined ? ownHeads(top, own) : null
  if (ownHead) {
    const { layout, heads } = ownHead
    const uses = wish.columns ?? heads.flatMap(({ use }) => (use === null ? [] : [use]))
    const isTaken = (wish.isChosen ?? !shape.hidden) && uses.some(({ means }) => means === 'name')
    return { shape, layout, heads, uses, isTaken, isStandardLedger: false, isOwn: true, carried: new Set() }
  }
  const first = top.slice(0, 60)
  const layout =
    wish.headFrom === undefined
      ? findLayout(shape, first)
      : layoutAt(shape, first, wish.headFrom, wish.headTo ?? wish.headFrom)
  const below = top.filter(({ line }) => line > layout.headTo)
  // A head that is repeated further down is no value of its column.
  const said = new Map(layout.heads.map(({ column, words }) => [column, new Set(words.map(foldHead))]))
  const heads = mapColumns(layout.heads, (column) =>
    below
      .map((row) => textAt(row, column))
      .filter((text) => text !== '' && !said.get(column)?.has(foldHead(text))),
  )
  const uses = wish.columns ?? heads.flatMap(({ use }) => (use === null ? [] : [use]))
  const hasName = uses.some(({ means }) => means === 'name')
  const isTaken = hasName && layout.heads.length > 0 && (wish.isChosen ?? !shape.hidden)
  const isStandardLedger = standardLedger.test(shape.name) || standardLedger.test(layout.title)
  const fillMerges = mergeFiller(shape.merges, false)
  const carried = carriedColumns(uses, below.map(fillMerges))
  return { shape, layout, heads, uses, isTaken, isStandardLedger, isOwn: false, carried }
}

function wordAbove({ heads }: SheetPlan, column: number): string {
  return (
    heads
      .find((head) => head.column === column)
      ?.words.at(-1)
      ?.replace(/\s+/gu, '') ?? ''
  )
}

type SchemeCounter = { see: (row: SheetRow) => void; census: SchemeCensus; isSettled: () => boolean }

/** Counts in which scheme the levels of a sheet are written: before any row is read, until nothing can change it. */
export function schemeCounter(plan: SheetPlan): SchemeCounter {
  const census: SchemeCensus = { current: 0, earlier: 0 }
  const isRated = ({ means }: ColumnUse) => means === 'confidentiality' || means === 'levels'
  const at = plan.uses.find((use) => isRated(use) && use.marks === undefined)?.column ?? null
  for (const { column, means, marks } of plan.uses)
    if (means === 'confidentiality' && marks === 'level') countScheme(census, wordAbove(plan, column))
  return {
    census,
    isSettled: () => at === null || census.current > 0,
    see: (row) => {
      if (row.line > plan.layout.headTo) countScheme(census, textAt(row, at))
    },
  }
}

/** The scheme of a sheet: the person's choice, the schools' where only 重要性 is rated, else by its census. */
export function fileSchemeOf(plan: SheetPlan, census: SchemeCensus, wish: SheetWish): FileScheme {
  if (wish.scheme !== undefined) return wish.scheme
  const has = (means: ColumnUse['means']) => plan.uses.some((use) => use.means === means)
  if (has('importance') && !has('confidentiality') && !has('levels')) return 'education'
  return schemeOf(census).scheme
}

/** Understands the rows of one sheet in their order. */
export function rowReader(
  plan: SheetPlan,
  scheme: FileScheme,
  city: City,
  wish: SheetWish,
  answers: readonly Answer[],
): (row: SheetRow) => RowUnderstood {
  const answerOf = answerFinder(answers)
  const resolves = departmentFinder(city, answerOf)
  const fill = mergeFiller(plan.shape.merges, false)
  const used = new Set(plan.uses.map(({ column }) => column))
  const isDepartment = (text: string) =>
    resolves({ code: '', bureau: '', name: sectionText(text) }).kind !== 'unknown'
  const { layout, shape, isOwn } = plan
  const name = plan.uses.find(({ means }) => means === 'name')?.column ?? null
  const context = { ...layout, name, used, merges: shape.merges, isDepartment }
  const sheet =
    wish.departmentWord === undefined ? [...layout.departmentWords, shape.name] : [wish.departmentWord]
  const sections: string[] = []
  let kind = [layout.nearest, layout.title, shape.name].map(kindOfTitle).find((one) => one !== null) ?? null
  const withUnits = unitsOf(plan)
  const isOfDepartment = !plan.isStandardLedger
  const wordOf = (column: number) => wordAbove(plan, column)
  const around = { sections, sheet }
  const known = { city, resolves, scheme, answerOf, isOfDepartment, isOwn, around, wordOf }
  const carry = carryDown(plan.carried)
  let above: SheetRow | null = null
  return (given) => {
    const role = isOwn ? ownRoleOf(given, layout.headTo) : roleOf(given, context)
    const text = [...given.cells.values()].find((cell) => cell.text.trim() !== '')?.text.trim() ?? ''
    const filled = fill(given)
    const listed = role === 'section' ? kindOfSection(text) : null
    const namesDepartment = role === 'section' && isDepartment(text)
    if (role === 'section' && !namesDepartment) kind = listed
    if (role === 'section' && (namesDepartment || listed === null)) {
      sections.splice(0, Math.max(0, sections.length - 1))
      sections.push(sectionText(text))
    }
    if (role === 'section') carry.sectionBegins()
    if (role !== 'data') return { role, text: text.slice(0, 200) }
    if (isOwn) return { role, read: readRow(given, plan.uses, { ...known, kind: null }) }
    const { row, told } = carry.fill(dittoFrom(above, filled))
    above = row
    const read = readRow(withUnits(row), plan.uses, { ...known, kind, carried: told })
    return { role, read }
  }
}

const ditto = /^(?:〃|″|"|''|同上|仝|々)$/u

/** 〃 and 同上 say what the row above says. */
function dittoFrom(above: SheetRow | null, row: SheetRow): SheetRow {
  const repeated = [...row.cells].filter(([, cell]) => ditto.test(cell.text.trim()))
  if (above === null || repeated.length === 0) return row
  const cells = new Map(row.cells)
  for (const [column] of repeated) {
    const before = above.cells.get(column)
    if (before) cells.set(column, before)
    else cells.delete(column)
  }
  return { ...row, cells }
}
