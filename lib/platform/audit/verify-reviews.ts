import type { Client } from 'pg'
import type { Finding, FindingKind } from './finding'

/**
 * Rows of reviews keep no versions of their own: hashes in rows that the trail seals say what they were, and an
 * append-only log says how each answer came about (docs/adr/0034-reviews.md).
 */
const checks: { kind: FindingKind; table: string; sql: string }[] = [
  {
    kind: 'scopeAltered',
    table: 'review_scope',
    sql: `select r.id::text as row from reviews r
      where r.state <> 'scheduled' and (r.scope_hash is distinct from review_scope_hash(r.id)
        or r.rows_frozen is distinct from (select count(*) from review_answers a where a.review_id = r.id))`,
  },
  {
    kind: 'answersAltered',
    table: 'review_answers',
    sql: `select concat_ws('/', a.review_id, a.asset_number) as row from review_answers a
      left join (select review_id, asset_number, count(*) as entries from review_answer_log group by 1, 2) n using (review_id, asset_number)
      left join review_answer_log l on (l.review_id, l.asset_number, l.version) = (a.review_id, a.asset_number, a.version)
      where coalesce(n.entries, 0) <> a.version - 1
        or (a.answer, a.settled, a.in_bulk, a.note, a.proposal_id, a.to_department_id, a.opened_by, a.answered_by)
          is distinct from (l.answer, coalesce(l.settled, false), coalesce(l.in_bulk, false), l.note, l.proposal_id, l.to_department_id, l.opened_by, l.answered_by)
        or a.department_id is distinct from coalesce(l.department_id,
          (select s.department_id from review_scope s where (s.review_id, s.asset_number) = (a.review_id, a.asset_number)))`,
  },
  {
    kind: 'certifiedAltered',
    table: 'review_answers',
    sql: `select concat_ws('/', c.review_id, c.department_id) as row from review_certifications c
      where c.state = 'standing' and c.answers_hash is distinct from review_answers_hash(c.review_id, c.department_id)`,
  },
]

/** Compares what reviews froze, what was answered and what was certified with their hashes and their log. */
export async function verifyReviews(client: Client, report: (finding: Finding) => void): Promise<void> {
  for (const { kind, table, sql } of checks) {
    const { rows } = await client.query<{ count: number; row: string }>(
      `select count(*) over ()::int as count, f.row from (${sql}) f order by f.row limit 1`,
    )
    for (const found of rows) report({ kind, table, ...found })
  }
}
