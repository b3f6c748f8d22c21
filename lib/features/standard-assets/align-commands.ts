import 'server-only'
import type { Audience, TakeOut } from '@/lib/domain/asset'
import { audienceOf } from '@/lib/domain/audience-spelling'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { ZoneCode } from '@/lib/domain/reference'
import { keepFile } from '@/lib/features/imports/upload-commands'
import { audienceLabels, takeOutLabels } from '@/lib/labels/asset'
import { ledgerColumns, type ColumnCode } from '@/lib/labels/ledger-columns'
import { alignLabels, schoolLabels } from '@/lib/labels/schools'
import { emptyCellLabels, zoneLabels } from '@/lib/labels/zones'
import type { May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import { csvLines } from '@/lib/platform/spreadsheet/csv-out'
import { comparison } from './school-queries'
import type { AlignWish } from './school-schema'

export type AlignRefusal = UploadRefusal | 'nothingDiffers'

/** A school's asset with what the standard ledger says of it; where that is silent, as the school has it. */
type Aligned = Record<
  'number' | 'departmentCode' | 'school' | 'name' | 'importance' | 'level' | 'zone',
  string
> & {
  audience: Audience | null
  takeOut: TakeOut | null
} & Record<'medium' | 'storageLocation' | 'userScope' | 'retention', string | null>

/**
 * 標準に合わせる: chosen assets of a school get the values of their rows of the standard ledger, in a file of the portal's own
 * layout that begins an import. So its preview shows before → after, what needs approval goes to the head as one bundle, the
 * rest is written at once, and nobody may more by this than by a file (docs/adr/0040-school-ledgers.md).
 */
export async function alignToStandard(
  actor: May<'asset.import'>,
  { school, asset }: AlignWish,
): Promise<Outcome<{ id: bigint }, AlignRefusal>> {
  const rows = await alignedRows(actor, school, asset)
  const [first] = rows
  if (!first) return { refused: 'nothingDiffers' }
  return keepFile(actor, { name: alignLabels.fileName(first.school), parts: fileOf(rows) })
}

function alignedRows(actor: May<'asset.import'>, school: string, numbers: readonly bigint[]) {
  return read(
    actor,
    (db) => db.$queryRaw<Aligned[]>`
      with ${comparison([school])}
      select t.number::text, d.code as "departmentCode", d.name as school, t.name, s.importance,
        coalesce((select l.label from levels l where l.scheme_id = s.scheme_id and l.axis = 'importance' and l.code = s.importance),
          s.importance) as level,
        t.audience, coalesce(s.zone_code, t.zone_cell) as zone, coalesce(s.medium, t.medium) as medium,
        coalesce(s.storage_location, t.storage_location) as "storageLocation", coalesce(s.user_scope, t.user_scope) as "userScope",
        coalesce(s.take_out, t.take_out) as "takeOut", coalesce(s.retention, t.retention) as retention
      from theirs t join compared c on c.number = t.number join standard_assets s on s.id = t.standard_id
        join schools d on d.id = t.department_id
      where c.fields <> '{}' and t.number = any (${numbers}::bigint[]) and d.id = any ((select reach('asset.import'))::bigint[])
      order by s.sort_order, s.id, t.number`,
  )
}

/** Every cell is filled as it is meant to be: a blank one of such a file means nothing. */
const cells: Partial<Record<ColumnCode, (row: Aligned) => string | null>> = {
  number: ({ number }) => number,
  departmentCode: ({ departmentCode }) => departmentCode,
  name: ({ name }) => name,
  importance: ({ level }) => level,
  audience: ({ audience, importance, userScope }) =>
    audienceLabels[audience ?? audienceOf(importance, userScope ?? '')],
  classificationReason: () => schoolLabels.classificationReason,
  zone: ({ zone }) =>
    zone === 'notEntered'
      ? null
      : zone === 'notApplicable'
        ? emptyCellLabels.notApplicable
        : zoneLabels[zone as ZoneCode],
  medium: ({ medium }) => medium,
  storageLocation: ({ storageLocation }) => storageLocation,
  userScope: ({ userScope }) => userScope,
  takeOut: ({ takeOut }) => (takeOut === null ? null : takeOutLabels[takeOut]),
  retention: ({ retention }) => retention,
}

async function* fileOf(rows: readonly Aligned[]): AsyncGenerator<Uint8Array, void, undefined> {
  const columns = Object.entries(cells)
  const head = columns.map(([code]) => ledgerColumns[code as ColumnCode].label)
  async function* pages() {
    yield await Promise.resolve([head, ...rows.map((row) => columns.map(([, say]) => say(row) ?? ''))])
  }
  yield* csvLines(pages(), 'utf-8-bom')
}
