import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readCsv } from '@/lib/platform/spreadsheet/csv'
import { readWorkbook, type TextSheet } from '@/lib/platform/spreadsheet/xlsx'

export type Cells = Readonly<Record<string, string>>

/** The bytes of a file of prisma/sample. */
export function sampleFile(name: string): Promise<Uint8Array> {
  return readFile(path.join(import.meta.dirname, '../../prisma/sample', name))
}

/** The rows of one of its CSV files, by column name. */
export async function sampleTable(name: string, columns: readonly string[]): Promise<Cells[]> {
  return readCsv(await sampleFile(name), columns).map((row) => row.cells)
}

export async function sampleSheets(name: string): Promise<TextSheet[]> {
  return readWorkbook(await sampleFile(name))
}
