import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { ImportShow } from '@/lib/domain/import/import-state'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { roleRecord, rowRecord, type RoleRecord, type RowRecord } from './page-schema'

/** Rows a page. */
export const rowsOnPage = 50

const columns = Prisma.sql`r.place, r.sheet, r.sheet_name as "sheetName", r.line, r.target, r.kind, r.department_id as "departmentId",
  r.asset_number as "assetNumber", d.line as "doubleLine", d.place as "doublePlace", r.cells, r.read, r.levels, r.changes,
  r.proposes, r.skip_reason as "skipReason", r.mended <> '{}' as "isMended", r.moved as "hasMoved", r.problems, r.notices, r.readings`
const source = Prisma.sql`import_rows r left join import_rows d on d.import_id = r.import_id and d.place = r.double_of`

/** Fifty rows of a kind after a place, in the order of the file. */
export async function listRows(
  actor: May<'asset.import'>,
  id: bigint,
  show: Exclude<ImportShow, 'roles'>,
  after: number,
): Promise<RowRecord[]> {
  const wanted =
    show === 'notices' ? Prisma.sql`r.notices <> '[]' and r.kind <> 'skipped'` : Prisma.sql`r.kind = ${show}`
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select ${columns} from ${source}
      where r.import_id = ${id} and ${wanted} and r.place > ${after} order by r.place limit ${rowsOnPage + 1}`,
  )
  return z.array(rowRecord).parse(rows)
}

/** One row of an import that is one's own. */
export async function findRow(
  actor: May<'asset.import'>,
  id: bigint,
  place: number,
): Promise<RowRecord | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select ${columns} from ${source} where r.import_id = ${id} and r.place = ${place}`,
  )
  return row === undefined ? null : rowRecord.parse(row)
}

/** The first rows of a sheet, as they stand. */
export async function sampleRows(actor: May<'asset.import'>, id: bigint, sheet: number) {
  return read(
    actor,
    (db) => db.$queryRaw<{ line: number; cells: Record<string, string> }[]>`
      select line, cells from import_rows where import_id = ${id} and sheet = ${sheet} order by line limit 5`,
  )
}

/** Lines that are no data, fifty at a time. `after`: how many were shown before. */
export async function listRoles(
  actor: May<'asset.import'>,
  id: bigint,
  after: number,
): Promise<RoleRecord[]> {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select sheet, line, lines, role, text from import_row_roles where import_id = ${id}
      order by sheet, line offset ${after} limit ${rowsOnPage + 1}`,
  )
  return z.array(roleRecord).parse(rows)
}

/** How many rows have each problem, the commonest first. */
export async function countProblems(actor: May<'asset.import'>, id: bigint) {
  return read(
    actor,
    (db) => db.$queryRaw<{ code: string; rows: number }[]>`
      select p ->> 'code' as code, count(distinct r.place)::int as rows
      from import_rows r cross join lateral jsonb_array_elements(r.problems) p
      where r.import_id = ${id} and r.kind = 'refused' group by 1 order by 2 desc, 1 limit 30`,
  )
}

/** What counts beside the kinds: rows of the standard ledger that come in, and rows mended on these pages. */
export async function countBeside(actor: May<'asset.import'>, id: bigint) {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<Record<'new' | 'changed' | 'mended', number>[]>`
      select count(*) filter (where target = 'standard' and kind = 'new')::int as new,
        count(*) filter (where target = 'standard' and kind = 'changed')::int as changed,
        count(*) filter (where mended <> '{}')::int as mended
      from import_rows where import_id = ${id} and (target = 'standard' or mended <> '{}')`,
  )
  return row ?? { new: 0, changed: 0, mended: 0 }
}
