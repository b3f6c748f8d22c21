import { parse } from 'csv-parse/sync'
import { readXlsx, type CellValue } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { AssetContent } from '@/lib/domain/asset-content'
import { readKind, readMyNumberUse, readPersonalData, readTakeOut } from '@/lib/domain/field-spelling'
import { readDate } from '@/lib/domain/japanese-date'
import { readZone } from '@/lib/domain/zone-spelling'
import { visibilityLabels } from '@/lib/labels/asset'
import { exportLabels, yesNoLabels } from '@/lib/labels/export'
import { ledgerColumns, type ColumnCode } from '@/lib/labels/ledger-columns'
import { unguardCell } from '@/lib/platform/spreadsheet/formula-guard'

/** The rows of a written ledger as texts by the words of its head. */
export type WrittenRow = Readonly<Record<string, string>>

export async function rowsOfXlsx(bytes: Uint8Array): Promise<WrittenRow[]> {
  const { sheets } = await readXlsx(bytes)
  const sheet = sheets.find(({ name }) => name === exportLabels.sheet.ledger)
  return byHead((sheet?.rows ?? []).map((row) => row.map(textOf)))
}

export function rowsOfCsv(bytes: Uint8Array, encoding: 'utf8' | 'cp932'): WrittenRow[] {
  const text = iconv.decode(Buffer.from(bytes), encoding)
  const lines: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' })
  return byHead(lines.map((line) => line.map(unguardCell)))
}

function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === null ? '' : String(value)
}

function byHead([head, ...rows]: string[][]): WrittenRow[] {
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, at) => [name, row[at] ?? ''])))
}

export const cellOf = (row: WrittenRow, code: ColumnCode): string => row[ledgerColumns[code].label] ?? ''

/** A written row as the content it came from, by the same readers that a ledger from outside goes through. */
export function contentBack(row: WrittenRow): AssetContent {
  const text = (code: ColumnCode) => cellOf(row, code) || null
  const number = (code: ColumnCode) => (cellOf(row, code) === '' ? null : Number(cellOf(row, code)))
  const read = <T>(
    field: { kind: 'value'; value: T } | { kind: 'blank' } | { kind: 'unknown'; text: string },
  ) => {
    if (field.kind === 'unknown') throw new Error(`not understood: ${field.text}`)
    return field.kind === 'value' ? field.value : null
  }
  const day = (code: ColumnCode) => {
    const found = readDate(cellOf(row, code), '2199-12-31')
    if (found.kind === 'invalid') throw new Error(`no day: ${cellOf(row, code)}`)
    return found.kind === 'date' ? found.date : null
  }
  const yesNo = (code: ColumnCode) =>
    ({ '': null, [yesNoLabels.true]: true, [yesNoLabels.false]: false })[cellOf(row, code)] ?? null
  const kindCode = read(readKind(cellOf(row, 'kindCode')))
  if (kindCode === null) throw new Error('every row has a kind')
  return {
    name: cellOf(row, 'name'),
    nameKana: text('nameKana'),
    kindCode,
    task: text('task'),
    description: text('description'),
    systemManager: text('systemManager'),
    cityWide: yesNo('cityWide') === true,
    zone: zoneBack(cellOf(row, 'zone')),
    personalData: read(readPersonalData(cellOf(row, 'personalData'))),
    myNumberUse: read(readMyNumberUse(cellOf(row, 'myNumberUse'))),
    dataSubjects: number('dataSubjects'),
    personalFileNumber: text('personalFileNumber'),
    personalFileExemption: text('personalFileExemption'),
    handlingNotes: text('handlingNotes'),
    medium: text('medium'),
    storageLocation: text('storageLocation'),
    userScope: text('userScope'),
    takeOut: read(readTakeOut(cellOf(row, 'takeOut'))),
    retention: text('retention'),
    disposalDueOn: day('disposalDueOn'),
    hasBackup: yesNo('hasBackup'),
    recoveryHours: number('recoveryHours'),
    outsourcedTo: text('outsourcedTo'),
    outsourcingEndsOn: day('outsourcingEndsOn'),
    outsourcingCheckedOn: day('outsourcingCheckedOn'),
    subcontracted: yesNo('subcontracted'),
    cloudService: text('cloudService'),
    cloudIsmap: yesNo('cloudIsmap'),
    cloudCountries: text('cloudCountries'),
    cloudStandardTerms: yesNo('cloudStandardTerms'),
    cloudApproval: text('cloudApproval'),
    mfaBasis: text('mfaBasis'),
    snsOwner: text('snsOwner'),
    visibility: cellOf(row, 'visibility') === visibilityLabels.restricted ? 'restricted' : 'internal',
    nextReviewOn: day('nextReviewOn'),
    registeredOn: day('registeredOn') ?? '',
    remarks: text('remarks'),
  }
}

function zoneBack(text: string): AssetContent['zone'] {
  const read = readZone(text)
  if (read.kind === 'zone') return read.code
  if (read.kind === 'notApplicable') return 'notApplicable'
  if (read.kind === 'blank') return null
  throw new Error(`no zone: ${text}`)
}
