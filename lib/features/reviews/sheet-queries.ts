import 'server-only'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { read, readTogether } from '@/lib/platform/read'
import { Prisma } from '@/generated/prisma/client'
import { sheetHref, type SheetShow } from './search-schema'
import { findSheetHead, shownSheet, type SheetReader } from './sheet-head-queries'
import type { SheetRowFound } from './sheet-schema'
import { shownSheetRow } from './sheet-words-queries'

/** A page of a sheet; findRows answers one more where there are more. */
export const rowsAPage = 100

type Page = { show: SheetShow; after: bigint | null; mends: boolean }

/** The sheet of a department in words, a hundred rows from `after` on; null when it is not in reach. */
export async function showSheet(
  actor: SheetReader,
  review: bigint,
  department: bigint | null,
  { show, after, mends }: Page,
) {
  return readTogether(actor, async () => {
    const head = await findSheetHead(actor, review, department)
    if (!head) return null
    const wanted =
      show === 'all'
        ? Prisma.empty
        : show === 'open'
          ? Prisma.sql`and (a.answer is null or not a.settled)`
          : Prisma.sql`and a.answer is distinct from 'unchanged' and a.answer is not null`
    const beyond = after === null ? Prisma.empty : Prisma.sql`and a.asset_number > ${after}`
    const found = await findRows(actor, head.id, head.part.id, Prisma.sql`${wanted} ${beyond}`)
    const names = await findDepartmentNames(actor)
    const sheet = shownSheet(head, names.get(head.part.id) ?? '', actor.viewer.today, mends)
    const vocabulary = await findVocabulary(actor)
    const rows = found.slice(0, rowsAPage).map((row) => shownSheetRow(row, sheet, { vocabulary, names }))
    const last = rows.at(-1)
    const at = { review: sheet.review.id, department: sheet.department.id, show, mends }
    const nextHref = found.length > rowsAPage && last ? sheetHref({ ...at, after: last.number }) : undefined
    return { sheet, rows, nextHref, firstHref: after === null ? undefined : sheetHref(at) }
  })
}

/** One row of a sheet with its frozen values; null when it is in no sheet that the viewer may see. */
export async function showSheetRow(actor: SheetReader, review: bigint, number: bigint) {
  return readTogether(actor, async () => {
    const [place] = await read(
      actor,
      (db) => db.$queryRaw<{ department: bigint }[]>`
        select department_id as department from review_answers
        where review_id = ${review} and asset_number = ${number}`,
    )
    const head = place ? await findSheetHead(actor, review, place.department) : null
    if (!head) return null
    const only = Prisma.sql`and a.asset_number = ${number}`
    const [found] = await findRows(actor, review, head.part.id, only)
    if (!found) return null
    const names = await findDepartmentNames(actor)
    const vocabulary = await findVocabulary(actor)
    const sheet = shownSheet(head, names.get(head.part.id) ?? '', actor.viewer.today)
    return { sheet, found, row: shownSheetRow(found, sheet, { vocabulary, names }), openedAt: head.openedAt }
  })
}

/** Rows of a department by the number of their asset, with what speaks against answering them. */
export async function findRows(actor: SheetReader, review: bigint, department: bigint, which: Prisma.Sql) {
  return read(
    actor,
    (db) => db.$queryRaw<SheetRowFound[]>`
      with page as materialized (
        select a.* from review_answers a where a.review_id = ${review} and a.department_id = ${department} ${which}
        order by a.asset_number limit ${rowsAPage + 1})
      select a.asset_number as number, coalesce(x.name, s.name) as name, a.version, a.answer, a.settled,
        a.in_bulk as "inBulk", a.note, a.opened_at is not null as opened, person_name(a.answered_by) as "answeredBy",
        a.answered_at as "answeredAt", a.proposal_id as "proposalId", p.state as "proposalState",
        a.to_department_id as "toDepartmentId", s.kind_code as "kindCode", s.zone_cell as "zoneCell",
        s.scheme_id as "schemeId", s.scheme_family as family, s.personal_data as "personalData",
        s.data_subjects::int as "dataSubjects", s.last_confirmed_on::text as "lastConfirmedOn", s.findings,
        jsonb_build_object('confidentiality', s.confidentiality, 'integrity', s.integrity,
          'availability', s.availability, 'importance', s.importance) as levels, s.proposed, s.judge_anew as "judgeAnew",
        coalesce(o.objections, '{}') as objections, coalesce(g.given, '[]') as given
      from page a join review_scope s on s.review_id = a.review_id and s.asset_number = a.asset_number
      left join assets x on x.number = a.asset_number
      left join proposals p on p.id = a.proposal_id
      left join review_row_objections(${review}, ${department}, (select array_agg(asset_number) from page)) o
        on o.asset_number = a.asset_number
      left join lateral (
        select jsonb_agg(jsonb_build_object('place', n.place, 'version', n.version, 'value', n.value, 'file', f.id::text,
          'fileName', f.name, 'bytes', octet_length(f.content), 'by', person_name(n.given_by), 'at', n.given_at)) as given
        from (select distinct on (y.place) y.* from review_given y
          where y.review_id = a.review_id and y.asset_number = a.asset_number order by y.place, y.version desc) n
        left join review_files f on f.id = n.file_id) g on true
      order by a.asset_number`,
  )
}
