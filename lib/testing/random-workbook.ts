import type { AssetContent } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'
import { randomLayout, type MadeColumn, type MadeLayout } from './random-layout'
import type { Random } from './random'
import {
  spellCount,
  spellDay,
  spellLevel,
  spellPersonalData,
  spellTriple,
  spellZone,
  type GridCell,
} from './ledger-spellings'

export type ModelRow = {
  bureau: string
  department: string
  departmentCode: string
  /** No other department of the city is called so. */
  hasUniqueName: boolean
  content: AssetContent
  levels: LevelCodes
}
/** What reading must give for one row: the department, the levels, and every field that was written. */
export type ExpectedRow = { code: string; levels: readonly (string | null)[]; content: Partial<AssetContent> }
export type MadeSheet = {
  name: string
  grid: GridCell[][]
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[]
  hiddenRows: number[]
  expected: ExpectedRow[]
}
type Departments = 'columns' | 'oneColumn' | 'sections' | 'sheets'

/** The model's rows in a layout that nobody has seen; the seed decides everything. */
export function randomSheets(rows: readonly ModelRow[], random: Random, isWorkbook: boolean): MadeSheet[] {
  const where = random.pick<Departments>(
    isWorkbook
      ? ['columns', 'columns', 'oneColumn', 'sections', 'sheets']
      : ['columns', 'columns', 'oneColumn', 'sections'],
  )
  const layout = randomLayout(random, where === 'columns' || where === 'oneColumn' ? where : 'none')
  if (where !== 'sheets') return [sheetOf('情報資産台帳', rows, layout, where, random, isWorkbook)]
  const codes = [...new Set(rows.map(({ departmentCode }) => departmentCode))]
  const named = codes.flatMap((code) => rows.find(({ departmentCode }) => departmentCode === code) ?? [])
  return named.map(({ departmentCode, department, bureau, hasUniqueName }) => {
    const own = rows.filter((row) => row.departmentCode === departmentCode)
    return sheetOf(
      hasUniqueName ? department : `${bureau} ${department}`,
      own,
      layout,
      where,
      random,
      isWorkbook,
    )
  })
}

function sheetOf(
  name: string,
  rows: readonly ModelRow[],
  layout: MadeLayout,
  where: Departments,
  random: Random,
  isWorkbook: boolean,
): MadeSheet {
  const sheet: MadeSheet = {
    name,
    grid: titleLines(layout, random),
    merges: [],
    hiddenRows: [],
    expected: [],
  }
  const width = layout.columns.length
  addHead(sheet, layout.columns, layout.isTwoLines)
  const [hasDitto, hasMerges] = [random.once(3), isWorkbook && random.once(3)]
  let last: ModelRow | null = null
  for (const row of rows) {
    if (where === 'sections' && last?.departmentCode !== row.departmentCode)
      addSection(sheet, row, width, random, isWorkbook)
    else if (random.once(30)) sheet.grid.push(Array.from({ length: width }, () => null))
    if (random.once(40) && where !== 'sections')
      sheet.grid.push(layout.columns.map(({ words }) => words.at(-1) ?? null))
    const made = madeRow(row, layout.columns, random, isWorkbook)
    const isSame = last?.departmentCode === row.departmentCode && where === 'columns' && sheet.grid.length > 0
    if (isSame && (hasMerges || hasDitto)) repeatDepartment(sheet, made.cells, layout.columns, hasMerges)
    if (isWorkbook && random.once(20)) sheet.hiddenRows.push(sheet.grid.length)
    sheet.grid.push(made.cells)
    sheet.expected.push(made.expected)
    last = row
  }
  const nameAt = layout.columns.findIndex(({ means }) => means === 'name')
  if (random.once(2) && nameAt > 0)
    sheet.grid.push(
      layout.columns.map((_, at) => (at === 0 ? '合計' : at === nameAt + 1 ? `${rows.length}件` : null)),
    )
  if (random.once(3)) sheet.grid.push(['※分類の基準は別紙による。'])
  return sheet
}

function titleLines({ titleLines: count }: MadeLayout, random: Random): GridCell[][] {
  const all: GridCell[][] = [
    ['令和８年度　情報資産管理台帳'],
    [null, null, random.pick(['基準日：令和8年4月1日', '令和8年4月1日現在'])],
    ['作成：情報政策課'],
    [],
  ]
  return all.slice(0, count)
}

function addHead(sheet: MadeSheet, columns: readonly MadeColumn[], isTwoLines: boolean) {
  const at = sheet.grid.length
  if (!isTwoLines) return void sheet.grid.push(columns.map(({ words }) => words[0] ?? null))
  const isGrouped = ({ words }: MadeColumn) => words[0] !== ''
  const startsGroup = (column: number) => columns[column]?.words[0] !== columns[column - 1]?.words[0]
  sheet.grid.push(
    columns.map((column, place) =>
      isGrouped(column) ? (startsGroup(place) ? (column.words[0] ?? null) : null) : (column.words[1] ?? null),
    ),
    columns.map((column) => (isGrouped(column) ? (column.words[1] ?? null) : null)),
  )
  for (const [place, column] of columns.entries()) {
    if (!isGrouped(column))
      sheet.merges.push({ startRow: at, startCol: place, endRow: at + 1, endCol: place })
    else if (startsGroup(place)) {
      let end = place
      while (columns[end + 1]?.words[0] === column.words[0]) end++
      if (end > place) sheet.merges.push({ startRow: at, startCol: place, endRow: at, endCol: end })
    }
  }
}

function addSection(sheet: MadeSheet, row: ModelRow, width: number, random: Random, isWorkbook: boolean) {
  const text = random.pick([`【${row.department}】`, `■${row.department}`, row.department])
  const whole = `${row.bureau}　${row.department}`
  sheet.grid.push([row.bureau === row.department ? text : random.pick([`【${whole}】`, `■ ${whole}`])])
  if (isWorkbook && random.once(2))
    sheet.merges.push({
      startRow: sheet.grid.length - 1,
      startCol: 0,
      endRow: sheet.grid.length - 1,
      endCol: width - 1,
    })
}

/** The department stands once: merged downwards, or 〃 below it. */
function repeatDepartment(
  sheet: MadeSheet,
  cells: GridCell[],
  columns: readonly MadeColumn[],
  hasMerges: boolean,
) {
  const at = sheet.grid.length
  for (const [place, { means }] of columns.entries()) {
    if (means !== 'bureau' && means !== 'department') continue
    const above = sheet.grid[at - 1]?.[place] ?? null
    if (above === null || (typeof above === 'string' && columns.some(({ words }) => words.at(-1) === above)))
      continue
    if (!hasMerges) cells[place] = '〃'
    else if (above !== '〃') {
      const open = sheet.merges.find(
        ({ startCol, endRow, startRow }) => startCol === place && endRow === at - 1 && startRow < at - 1,
      )
      if (open === undefined)
        sheet.merges.push({ startRow: at - 1, startCol: place, endRow: at, endCol: place })
      else continue
      cells[place] = null
    }
  }
}

type Made = { cells: GridCell[]; expected: ExpectedRow }

function madeRow(row: ModelRow, columns: readonly MadeColumn[], random: Random, isWorkbook: boolean): Made {
  const { content, levels } = row
  const said: Partial<AssetContent> = {}
  const cells = columns.map(({ means, mark }, at): GridCell => {
    if (means === 'other') return at + 1
    if (means === 'bureau') return row.bureau
    if (means === 'department')
      return columns.some((one) => one.means === 'bureau')
        ? row.department
        : `${row.bureau}　${row.department}`
    if (means === 'confidentiality' || means === 'integrity' || means === 'availability')
      return spellLevel(means, levels[means] ?? '', random)
    if (means === 'levels')
      return spellTriple(
        [levels.confidentiality ?? '', levels.integrity ?? '', levels.availability ?? ''],
        random,
      )
    if (means === 'mark') {
      said.personalData = content.personalData
      return content.personalData === mark
        ? random.pick(['○', '〇', '●', '有'])
        : random.pick(['×', '－', '無'])
    }
    if (means === 'mediumAndPlace') {
      Object.assign(said, { medium: content.medium, storageLocation: content.storageLocation })
      return `${content.medium ?? ''}${random.pick(['／', '：', '\n'])}${content.storageLocation ?? ''}`
    }
    if (!(means in content)) return null
    return contentCell(row, means as keyof AssetContent, said, random, isWorkbook)
  })
  return {
    cells,
    expected: {
      code: row.departmentCode,
      levels: [levels.confidentiality, levels.integrity, levels.availability],
      content: said,
    },
  }
}

function contentCell(
  { content }: ModelRow,
  field: keyof AssetContent,
  said: Partial<AssetContent>,
  random: Random,
  isWorkbook: boolean,
): GridCell {
  const value = content[field]
  if (value === null) return random.pick(['', null])
  Object.assign(said, { [field]: value })
  if (field === 'zone') {
    const text = spellZone(content.zone, random)
    if (text === '' || text === '－') delete said.zone
    return text
  }
  if (field === 'personalData' && content.personalData !== null)
    return spellPersonalData(content.personalData, random)
  if (field === 'dataSubjects' && content.dataSubjects !== null)
    return spellCount(content.dataSubjects, random, isWorkbook)
  if (field === 'registeredOn') return spellDay(content.registeredOn, random, isWorkbook)
  return field === 'kindCode' ? kindWords[content.kindCode] : String(value)
}

const kindWords: Readonly<Record<AssetContent['kindCode'], string>> = {
  network: 'ネットワーク',
  informationSystem: '情報システム',
  facility: '施設・設備',
  medium: '電磁的記録媒体',
  information: '取り扱う情報',
  document: '関連文書',
  paper: '紙文書',
}
