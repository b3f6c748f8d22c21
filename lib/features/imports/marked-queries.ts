import 'server-only'
import { z } from 'zod'
import { markedLabels as words } from '@/lib/labels/import-marked'
import { noticeWords, problemWords } from '@/lib/labels/import-problems'
import type { May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import { understandInChild } from '@/lib/platform/spreadsheet/reader/child'
import type { WorkbookMarks } from '@/lib/platform/spreadsheet/reader/mark-workbook'
import { writeWorkbook } from '@/lib/platform/spreadsheet/write-xlsx'
import { findImport } from './queries'
import { importFileMarks, type MarkedRow } from './marked-schema'

type Actor = May<'asset.import'>
/** More remarks than anybody mends by hand. */
const mostRows = 5_000

/**
 * The file that somebody has sent, its cells coloured and commented where something is wrong or was read otherwise than
 * it may seem; a CSV, or what is too large for that, as a workbook of those rows alone. Null: there is no such import.
 */
export async function markFile(actor: Actor, id: bigint) {
  const found = await findImport(actor, id)
  if (!found?.found || !['asking', 'previewed', 'done'].includes(found.state)) return null
  const rows = await remarkedRows(actor, id)
  const marks = marksOf(rows)
  const name = found.fileName.replace(/\.[^.]+$/u, '')
  const file = { name: words.fileName(name), kind: 'xlsx' }
  await recordAccess(actor, {
    action: 'import.markedExported',
    subjectType: 'imports',
    subjectId: id,
    details: { marks: marks.cells.length },
  })
  const whole = found.found.format === 'xlsx' ? await marked(actor, id, marks) : null
  return { ...file, content: whole ?? (await rowsAlone(rows, marks)) }
}

async function remarkedRows(actor: Actor, id: bigint): Promise<MarkedRow[]> {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select r.place, r.sheet, r.sheet_name as "sheetName", r.line, r.kind, r.cells, r.problems, r.notices,
        r.name_cell as "nameCell", d.line as "doubleLine"
      from import_rows r left join import_rows d on d.import_id = r.import_id and d.place = r.double_of
      where r.import_id = ${id} and (r.problems <> '[]' or r.notices <> '[]' or r.kind = 'double')
      order by r.kind = 'refused' desc, r.kind = 'double' desc, r.place limit ${mostRows}`,
  )
  return z.array(importFileMarks).parse(rows)
}

function marksOf(rows: readonly MarkedRow[]): WorkbookMarks {
  const all = rows.flatMap((row) => {
    const about = <T extends { args?: readonly string[] }>(one: T) => ({ ...one, args: one.args ?? [] })
    const problems = row.problems.map((problem) => ({
      ...problem,
      what: problemWords[problem.code].what(about(problem)),
      mend: problemWords[problem.code].mend(about(problem)),
      isProblem: true,
    }))
    const notices = row.notices.map((notice) => ({
      ...notice,
      what: noticeWords[notice.code](about(notice)),
      mend: '',
      isProblem: false,
    }))
    const doubles =
      row.kind === 'double'
        ? [
            {
              cell: row.nameCell,
              written: '',
              what: words.double(row.doubleLine),
              mend: words.doubleMend,
              isProblem: true,
            },
          ]
        : []
    return [...problems, ...doubles, ...notices].map((one) => ({ ...one, sheet: row.sheetName }))
  })
  return {
    author: words.author,
    cells: all.map(({ sheet, cell, isProblem, what, mend }) => ({
      sheet,
      cell,
      isProblem,
      text: words.comment(what, mend),
    })),
    list: {
      name: words.sheet,
      head: words.head,
      rows: all.map(({ sheet, cell, written, what, mend }) => [sheet, cell, written, what, mend]),
    },
  }
}

/** Null where the reading process gave up. */
async function marked(actor: Actor, id: bigint, marks: WorkbookMarks): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  const cityWords = { departments: [], successions: [], schemes: [] }
  const end = await understandInChild(
    partsOf(actor, id),
    { name: '', today: actor.viewer.today, words: cityWords, sheets: {}, answers: [], marks },
    (line) => {
      if (line.t === 'marked') pieces.push(Buffer.from(line.part, 'base64'))
    },
    AbortSignal.timeout(120_000),
  )
  return end.reason === null && pieces.length > 0 ? new Uint8Array(Buffer.concat(pieces)) : null
}

async function* partsOf(actor: Actor, id: bigint): AsyncGenerator<Uint8Array> {
  for (let place = 1; ; place++) {
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ part: Buffer | null }[]>`select own_import_part(${id}, ${place}::int) as part`,
    )
    if (!row?.part) return
    yield row.part
  }
}

/** The list, and the rows that it is about as they stand. */
async function rowsAlone(rows: readonly MarkedRow[], { list }: WorkbookMarks): Promise<Uint8Array> {
  const columns = Math.max(0, ...rows.flatMap(({ cells }) => Object.keys(cells).map(Number))) + 1
  const head = [words.line, ...Array.from({ length: columns }, (_, at) => words.column(at))]
  const texts = rows.map(({ line, cells }) => [
    line,
    ...Array.from({ length: columns }, (_, at) => cells[String(at)] ?? null),
  ])
  return writeWorkbook([
    { name: list.name, head: [...list.head], rows: list.rows.map((row) => [...row]) },
    { name: words.rowsSheet, head, rows: texts },
  ])
}
