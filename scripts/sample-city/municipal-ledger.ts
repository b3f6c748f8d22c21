import type { ZoneChoice } from '@/lib/domain/asset-content'
import { anAssetContent } from '@/lib/domain/asset-content'
import { kindCodes, type KindCode } from '@/lib/domain/asset'
import { unclassified } from '@/lib/domain/classification'
import { disposalMethods } from '@/lib/domain/disposal'
import { readCount, readKind, readPersonalData } from '@/lib/domain/field-spelling'
import { readDate } from '@/lib/domain/japanese-date'
import { readLevel } from '@/lib/domain/level-spelling'
import { needsZone } from '@/lib/domain/medium'
import type { LevelAxis } from '@/lib/domain/scheme'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { readZone } from '@/lib/domain/zone-spelling'
import { departmentCode, type SampleOrganization } from './organization-file'
import { sampleTable, type Cells } from './sample-files'
import { valueOf, type SampleRow } from './sample-row'

const columns = [
  'No.',
  '部局',
  '所管課',
  '情報資産名',
  '種別',
  '機密性',
  'ネットワーク区分',
  '登録日',
] as const

/** The 市's and the fire department's ledgers, what was disposed of before, and drafts that wait. */
export async function readMunicipalLedgers(
  organization: SampleOrganization,
  today: string,
): Promise<SampleRow[]> {
  const read = async (file: string, ledger: string) =>
    (await sampleTable(file, columns)).map((cells) => municipalRow(cells, ledger, organization, today))
  const disposed = await read('ledger-disposed.csv', 'disposed')
  const drafts = await read('ledger-drafts.csv', 'drafts')
  return [
    ...(await read('ledger-internal.csv', 'internal')),
    ...(await read('ledger-fire-cp932.csv', 'fire')),
    ...disposed,
    ...drafts.map((row) => ({ ...row, isDraft: true as const })),
  ]
}

function municipalRow(
  cells: Cells,
  ledger: string,
  organization: SampleOrganization,
  today: string,
): SampleRow {
  const text = (column: string) => cells[column] || null
  const kindCode = valueOf(readKind(text('種別'))) ?? kindCodes[4]
  const medium = text('媒体')
  const scheme = schemeDefinitions.find(({ code }) => code === (text('分類体系') ?? 'municipal-2024'))
  const level = (axis: LevelAxis, column: string) => {
    const read = readLevel(axis, text(column), scheme?.levels ?? [])
    if (read.kind !== 'level') throw new Error(`${ledger} ${cells['No.'] ?? ''}: ${column}`)
    return read.code
  }
  const row: SampleRow = {
    key: `${ledger} ${cells['No.'] ?? ''}`,
    family: 'municipal',
    departmentCode: departmentCode(organization, cells['部局'] ?? '', cells['所管課'] ?? '', today),
    levels: {
      ...unclassified,
      confidentiality: level('confidentiality', '機密性'),
      integrity: level('integrity', '完全性'),
      availability: level('availability', '可用性'),
    },
    audience: null,
    content: anAssetContent({
      name: cells['情報資産名'] ?? '',
      kindCode,
      task: text('業務'),
      zone: zoneOf(text('ネットワーク区分'), kindCode, medium),
      personalData: valueOf(readPersonalData(text('個人情報'))),
      dataSubjects: countOf(text('本人の数')),
      medium,
      storageLocation: text('保管場所'),
      userScope: text('利用者の範囲'),
      retention: text('保存期間'),
      outsourcedTo: text('委託先'),
      cloudService: text('クラウドサービス名'),
      registeredOn: dayOf(text('登録日'), today),
      remarks: text('備考'),
    }),
  }
  return { ...row, ...historyOf(cells) }
}

function historyOf(cells: Cells): Pick<SampleRow, 'entered' | 'disposal'> {
  if (!cells['廃棄日']) return {}
  const method = disposalMethods.find((known) => known === cells['廃棄方法'])
  if (!method) throw new Error(`no such method: ${cells['廃棄方法'] ?? ''}`)
  return {
    entered: { on: cells['入力日'] ?? '', under: cells['入力部署'] ?? '' },
    disposal: { on: cells['廃棄日'], by: cells['廃棄した者'] ?? '', method },
  }
}

/** A blank is 対象外 where no zone is needed and 未入力 elsewhere; a zone that is given is kept (domain §3). */
export function zoneOf(written: string | null, kind: KindCode, medium: string | null): ZoneChoice {
  const read = readZone(written)
  if (read.kind === 'zone') return read.code
  if (read.kind === 'unknown') throw new Error(`unknown zone: ${read.text}`)
  return read.kind === 'notApplicable' || !needsZone(kind, medium) ? 'notApplicable' : null
}

function countOf(written: string | null): number | null {
  const read = readCount(written)
  if (read.kind === 'unknown') throw new Error(`no count: ${read.text}`)
  return read.kind === 'count' ? read.count : null
}

function dayOf(written: string | null, today: string): string {
  const read = readDate(written, today)
  if (read.kind !== 'date') throw new Error(`no date: ${written ?? ''}`)
  return read.date
}
