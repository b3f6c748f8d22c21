import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CityWords } from '@/lib/domain/import/city-words'
import type {
  ReaderLine,
  ReadWish,
  RoleFound,
  RowFound,
  SheetFound,
} from '@/lib/platform/spreadsheet/reader/reader-lines'
import { understandFile } from '@/lib/platform/spreadsheet/reader/understand-file'

export type Understood = {
  file: Extract<ReaderLine, { t: 'file' }> | null
  sheets: SheetFound[]
  rows: RowFound[]
  roles: (RoleFound & { sheet: number })[]
}

export const samplePath = (name: string) => path.resolve('prisma/sample', name)
export const sampleBytes = (name: string) => readFile(samplePath(name))

/** A file read whole in this process: what the child would write, gathered. @throws {Unreadable} */
export async function understand(
  bytes: Uint8Array,
  words: CityWords,
  wish: Partial<ReadWish> = {},
): Promise<Understood> {
  const found: Understood = { file: null, sheets: [], rows: [], roles: [] }
  const whole = { name: 'ledger.xlsx', today: '2026-11-23', words, sheets: {}, answers: [], ...wish }
  for await (const line of understandFile(bytes, whole)) gather(found, line)
  return found
}

export function gather(found: Understood, line: ReaderLine): void {
  if (line.t === 'file') found.file = line
  else if (line.t === 'sheet') found.sheets.push(line)
  else if (line.t === 'rows') found.rows.push(...line.rows)
  else if (line.t === 'roles') for (const role of line.roles) found.roles.push({ ...role, sheet: line.sheet })
}
