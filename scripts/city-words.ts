import { readFile } from 'node:fs/promises'
import type { CityWords } from '@/lib/domain/import/city-words'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import {
  departmentFileColumns,
  departmentFileRow,
  successionFileColumns,
  successionFileRow,
} from '@/lib/features/departments/schema'
import { readCsv } from '@/lib/platform/spreadsheet/csv'

/**
 * The city's words from its own files (the ones of `npm run import:organization`) and the schemes that come with the
 * portal: what reading a ledger needs, without a database. Without a file no department is looked for.
 */
export async function cityWordsOf(files: { organization?: string; history?: string }): Promise<CityWords> {
  const rows = async (file: string | undefined, columns: readonly string[]) =>
    file === undefined ? [] : readCsv(await readFile(file), columns).map(({ cells }) => cells)
  const departments = (await rows(files.organization, departmentFileColumns)).map((row) =>
    departmentFileRow.parse(row),
  )
  const ids = new Map(departments.map(({ code }, at) => [code, String(at + 1)]))
  const idOf = (code: string) => ids.get(code) ?? '0'
  const history = (await rows(files.history, successionFileColumns)).flatMap((row) =>
    successionFileRow.parse(row),
  )
  return {
    departments: departments.map(({ code, name, parentCode, validFrom, validTo, categoryCode }) => ({
      id: idOf(code),
      code,
      name,
      parentId: parentCode === null ? null : idOf(parentCode),
      validFrom,
      validTo,
      category: categoryCode,
    })),
    successions: history.map(({ effectiveOn, kind, fromCode, toCode }) => ({
      effectiveOn,
      kind,
      fromId: idOf(fromCode),
      toId: idOf(toCode),
    })),
    schemes: schemeDefinitions.map(({ code, label, family, status, levels }) => ({
      code,
      label,
      family,
      status,
      levels,
    })),
  }
}
