import type { Audience } from '@/lib/domain/asset'
import { anAssetContent } from '@/lib/domain/asset-content'
import { unclassified } from '@/lib/domain/classification'
import { readTakeOut } from '@/lib/domain/field-spelling'
import { readLevel } from '@/lib/domain/level-spelling'
import { kindByMedium } from '@/lib/domain/medium'
import { education2025 } from '@/lib/domain/schemes/education-2025'
import type { TextSheet } from '@/lib/platform/spreadsheet/xlsx'
import { zoneOf } from './municipal-ledger'
import { departmentCode, type SampleOrganization } from './organization-file'
import { sampleSheets, type Cells } from './sample-files'
import { valueOf, type SampleRow } from './sample-row'

/** The school ledgers have no 登録日: their rows count as registered on the day the schools began, a month after the scheme. */
export const schoolsRegisteredOn = '2025-05-01'

export type SchoolLedgers = { standard: SampleRow[]; schools: SampleRow[] }

/** The standard ledger (its rows belong to no department) and the five schools' own. */
export async function readSchoolLedgers(
  organization: SampleOrganization,
  today: string,
): Promise<SchoolLedgers> {
  const [standard, ...schools] = await sampleSheets('ledger-schools.xlsx')
  return {
    standard: rowsOf(standard).map((cells, at) => schoolRow(cells, '', `standard ${at + 1}`)),
    schools: schools.flatMap((sheet) => {
      const code = departmentCode(organization, '', sheet.name, today)
      return rowsOf(sheet).map((cells, at) => schoolRow(cells, code, `school ${code} ${at + 1}`))
    }),
  }
}

/** The rows below the line that begins with 情報資産名; a title may stand above it. */
function rowsOf(sheet: TextSheet | undefined): Cells[] {
  const rows = sheet?.rows ?? []
  const at = rows.findIndex(([first]) => first === '情報資産名')
  const head = rows[at] ?? []
  return rows
    .slice(at + 1)
    .map((row) => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])))
}

function schoolRow(cells: Cells, code: string, key: string): SampleRow {
  const text = (column: string) => cells[column] || null
  const importance = readLevel('importance', text('重要性分類'), education2025.levels)
  if (importance.kind !== 'level') throw new Error(`${key}: 重要性分類`)
  const medium = text('媒体')
  const kindCode = kindByMedium(medium)
  return {
    key,
    family: 'education',
    departmentCode: code,
    levels: { ...unclassified, importance: importance.code },
    audience: audienceOf(importance.code, cells['取扱者'] ?? ''),
    content: anAssetContent({
      name: cells['情報資産名'] ?? '',
      kindCode,
      zone: zoneOf(text('ネットワーク区分'), kindCode, medium),
      medium,
      storageLocation: text('保管場所'),
      userScope: text('取扱者'),
      takeOut: valueOf(readTakeOut(text('外部持ち出し'))),
      retention: text('保存期間'),
      registeredOn: schoolsRegisteredOn,
    }),
  }
}

/** Who may access: Ⅳ is for everybody; otherwise 取扱者 says whether children are among them. */
function audienceOf(importance: string, handlers: string): Audience {
  if (importance === 'IV') return 'public'
  return handlers.includes('児童生徒') ? 'students' : 'staff'
}
