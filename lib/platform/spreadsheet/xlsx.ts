import { readXlsx, type CellValue } from 'hucre/xlsx'
import { declaredSizes } from './zip-sizes'

/** One sheet as texts: rows of equal length, '' where a cell is empty; days as YYYY-MM-DD. */
export type TextSheet = { name: string; rows: string[][] }

/** Why a file is not read: no workbook at all, or one that would swell beyond every real ledger. */
export class UnreadableWorkbook extends Error {
  constructor(override readonly cause: 'notAWorkbook' | 'tooLarge') {
    super(cause)
  }
}

const limits = { packed: 32 << 20, unpacked: 256 << 20, entries: 2_000, ratio: 200 }

/**
 * Reads all visible sheets of an .xlsx. Sizes are compared with the zip's own directory before anything is unpacked;
 * declared sizes can lie, so that a file from outside belongs into a worker with limits as well.
 * @throws {UnreadableWorkbook}
 */
export async function readWorkbook(bytes: Uint8Array): Promise<TextSheet[]> {
  refuseUnlessSound(bytes)
  const workbook = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden }).catch(
    () => {
      throw new UnreadableWorkbook('notAWorkbook')
    },
  )
  return workbook.sheets.map(({ name, rows }) => {
    const width = Math.max(0, ...rows.map((row) => row.length))
    return {
      name,
      rows: rows.map((row) => Array.from({ length: width }, (_, at) => textOf(row[at] ?? null))),
    }
  })
}

function refuseUnlessSound(bytes: Uint8Array) {
  const sizes = sizesOf(bytes)
  const swells = sizes.unpacked > limits.ratio * Math.max(sizes.packed, 1) && sizes.unpacked > 16 << 20
  if (
    bytes.length > limits.packed ||
    sizes.unpacked > limits.unpacked ||
    sizes.entries > limits.entries ||
    swells
  )
    throw new UnreadableWorkbook('tooLarge')
}

function sizesOf(bytes: Uint8Array) {
  try {
    return declaredSizes(bytes)
  } catch {
    throw new UnreadableWorkbook('notAWorkbook')
  }
}

function textOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}
