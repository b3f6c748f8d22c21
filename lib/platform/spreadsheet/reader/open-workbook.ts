import { streamXlsxRows, type CellValue } from 'hucre/xlsx'
import type { CellText, SheetRow } from '@/lib/domain/import/cells'
import { dayCell, textCell } from './cell-text'
import type { OpenFile, OpenSheet } from './open-file'
import { placeOf, readStructure, type SheetStructure } from './sheet-structure'
import { Unreadable, readerLimits } from './unreadable'
import { findSheets, type SheetPart } from './workbook-parts'
import { scanTags } from './xml-tags'
import { partText } from './zip-part'
import { readDirectory } from './zip-directory'

/**
 * An .xlsx in two passes: first every XML part is unpacked once in pieces, counted and looked through for what no
 * workbook has; then the library reads the values. @throws {Unreadable}
 */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenFile> {
  const parts = readDirectory(bytes)
  const sheets = await findSheets(bytes, parts)
  const ofSheets = new Set(sheets.map(({ entry }) => entry.name))
  for (const [name, entry] of parts) {
    if (!/\.(?:xml|rels|vml)$/iu.test(name) || ofSheets.has(name)) continue
    if (/sharedStrings\.xml$/iu.test(name) && entry.size > readerLimits.sharedStringBytes)
      throw new Unreadable('tooHeavy')
    await scanTags(partText(bytes, entry), null)
  }
  const open: OpenSheet[] = []
  for (const [index, part] of sheets.entries()) {
    const structure = await readStructure(partText(bytes, part.entry))
    const { merges, hiddenColumns } = structure
    const shape = { index, name: part.name, hidden: part.isHidden, hiddenColumns, merges }
    open.push({ shape, rows: () => sheetRows(bytes, part, structure) })
  }
  return { format: 'xlsx', encoding: null, isDoubtful: false, sheets: open }
}

async function* sheetRows(
  bytes: Uint8Array,
  part: SheetPart,
  structure: SheetStructure,
): AsyncGenerator<SheetRow, void, undefined> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: part.place })) {
      const cells = new Map<number, CellText>()
      for (const [column, value] of values.entries()) {
        const cell = cellOf(value, structure.odd.get(placeOf(index + 1, column)))
        if (cell) cells.set(column, cell)
      }
      const last = Math.max(-1, ...cells.keys())
      if (cells.size > 0 && last >= readerLimits.columns) throw new Unreadable('tooWide')
      yield { line: index + 1, hidden: structure.isHiddenLine(index + 1), cells }
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  }
}

function cellOf(value: CellValue, odd: CellText['odd']): CellText | null {
  if (odd !== undefined) return { text: value === null ? '' : String(value), as: 'text', odd }
  if (value === null || value === '') return null
  if (value instanceof Date) return dayCell(value)
  if (typeof value === 'number') return { text: String(value), as: 'number' }
  return typeof value === 'boolean' ? { text: value ? 'TRUE' : 'FALSE', as: 'yesNo' } : textCell(value)
}
