import 'server-only'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { Prisma } from '@/generated/prisma/client'
import { read, readTogether } from '@/lib/platform/read'
import type { May } from '@/lib/platform/authorize'
import { givenLines } from './given-words-queries'
import { findSheetHead, shownSheet } from './sheet-head-queries'
import { findRows, rowsAPage } from './sheet-queries'
import { shownSheetRow } from './sheet-words-queries'

type Named = { number: string; name: string }
type GivenCount = { place: number; value: string | null; rows: number }
type Found = { waiting: number; additions: Named[]; changed: Named[]; given: GivenCount[] }

/** What a head certifies: the counts, every answer that is not 変更なし, the statement, and the hash of exactly this. */
export async function prepareCertify(actor: May<'review.certify'>, review: bigint, department: bigint) {
  return readTogether(actor, async () => {
    const head = await findSheetHead(actor, review, department)
    if (!head) return null
    const { part } = head
    const other = Prisma.sql`and a.answer is distinct from 'unchanged'`
    const exceptions = await findRows(actor, review, department, other)
    const [found] = await read(
      actor,
      (db) => db.$queryRaw<Found[]>`
        select
          (select count(*)::int from review_answers a join proposals p on p.id = a.proposal_id
            where a.review_id = ${review} and a.department_id = ${department} and p.state = 'submitted') as waiting,
          (select coalesce(jsonb_agg(jsonb_build_object('number', x.number::text, 'name', x.name) order by x.number), '[]')
            from assets x where x.number = any (${part.additions}::bigint[])) as additions,
          (select coalesce(jsonb_agg(jsonb_build_object('number', c.number::text, 'name', c.name) order by c.number), '[]')
            from (select distinct s.asset_number as number, s.name
              from (select v.log_until from review_certifications v
                where v.review_id = ${review} and v.department_id = ${department} order by v.id desc limit 1) v
              join review_answer_log l on l.review_id = ${review} and l.department_id = ${department} and l.id > v.log_until
              join review_scope s on s.review_id = l.review_id and s.asset_number = l.asset_number limit 200) c) as changed,
          (select coalesce(jsonb_agg(jsonb_build_object('place', c.place, 'value', c.value, 'rows', c.rows) order by c.place, c.value), '[]')
            from (select n.place, case when n.value is null then null when n.kind in ('choice', 'yesNo') then n.value end as value,
                count(*)::int as rows
              from (select distinct on (g.asset_number, g.place) g.*, q.questions -> (g.place - 1) ->> 'kind' as kind
                from review_given g join review_answers a using (review_id, asset_number)
                join review_questions q on q.review_id = g.review_id
                where g.review_id = ${review} and a.department_id = ${department}
                order by g.asset_number, g.place, g.version desc) n
              where num_nonnulls(n.value, n.file_id) = 1 group by 1, 2) c) as given`,
    )
    const names = await findDepartmentNames(actor)
    const vocabulary = await findVocabulary(actor)
    const sheet = shownSheet(head, names.get(department) ?? '', actor.viewer.today)
    const given = Prisma.sql`and exists (select from review_given y where y.review_id = a.review_id
      and y.asset_number = a.asset_number)`
    const answered = sheet.askedOfRows.length > 0 ? await findRows(actor, review, department, given) : []
    const shown = (rows: typeof exceptions) =>
      rows.map((row) => shownSheetRow(row, sheet, { vocabulary, names }))
    return {
      waiting: found?.waiting ?? 0,
      additions: found?.additions ?? [],
      changed: found?.changed ?? [],
      givenToRows: {
        lines: givenLines(part.questions, found?.given ?? []),
        rows: shown(answered.slice(0, rowsAPage)),
        hasMore: answered.length > rowsAPage,
      },
      hash: part.seal,
      statement: part.statement,
      certifiesFor: part.certifiesFor,
      sheet,
      exceptions: shown(exceptions),
    }
  })
}
