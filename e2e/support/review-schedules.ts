import { approvalActs } from './approval-acts'
import type { ApprovalCity } from './approval-city'
import { approvalInvariants } from './approval-invariants'

type Row = { number: string; version: number; department: string }
type Screen = {
  rows: Row[]
  seals: Record<string, string>
  unit: string | null
  version: number
  proposals: { id: string; version: number }[]
}

/** What everybody's page shows when a schedule begins. */
export async function screenOf(city: ApprovalCity, review: string): Promise<Screen> {
  const [screen] = await city.owner<{ screen: Screen }>(
    `select jsonb_build_object(
      'rows', (select jsonb_agg(jsonb_build_object('number', r.asset_number::text, 'version', r.version, 'department', d.code))
        from review_answers r join departments d on d.id = r.department_id where r.review_id = $1),
      'seals', (select jsonb_object_agg(d.code, encode(review_answers_hash($1, d.id), 'hex')) from departments d where d.code in ('11', '12')),
      'unit', (select encode(review_unit_hash($1, d.id, false), 'hex') from departments d where d.code = '10'),
      'version', (select version from reviews where id = $1),
      'proposals', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id::text, 'version', p.version)), '[]') from proposals p where p.state = 'submitted')) as screen`,
    [review],
  )
  return screen?.screen ?? { rows: [], seals: {}, unit: null, version: 0, proposals: [] }
}

type Act = { login: string; permission: string; sql: string; values: unknown[] }

type Seen = { review: string; screen: Screen; versions: ReadonlyMap<string, number> }

/** What somebody does next, by what their page shows. */
export function drawnAct(city: ApprovalCity, seen: Seen, next: (below: number) => number): Act {
  const { review, screen, versions } = seen
  const acts = approvalActs(city)
  const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T
  const department = pick(['11', '11', '12'])
  const id = city.idOf('department', department)
  const clerk = department === '11' ? pick(['clerk', 'colleague']) : 'clerk12'
  const head = department === '11' ? pick(['head', 'second']) : 'head12'
  const row = pick(screen.rows)
  const owner = row.department === '11' ? pick(['clerk', 'colleague', 'head']) : pick(['clerk12', 'head12'])
  const submit = (kind: string, permission: string, more: object, item: object): Act => ({
    login: owner,
    permission,
    sql: 'submit_proposals($1::jsonb)',
    values: [
      JSON.stringify([
        {
          title: 'answered',
          reviewId: review,
          departmentId: city.idOf('department', row.department),
          ...more,
          items: [{ number: row.number, version: versions.get(row.number), kind, ...item }],
        },
      ]),
    ],
  })
  const save = (): Act => ({
    login: owner,
    permission: 'review.answer',
    sql: 'save_review_answers($1, $2::jsonb)',
    values: [
      review,
      JSON.stringify([
        {
          number: row.number,
          version: row.version,
          ...(next(4) === 0
            ? { note: `note ${next(9)}` }
            : { answer: pick(['unchanged', 'unchanged', 'change', null]) }),
          opened: next(2) === 0,
        },
      ]),
    ],
  })
  const certify = (): Act => ({
    login: head,
    permission: 'review.certify',
    sql: 'certify_department($1, $2, $3)',
    values: [review, id, screen.seals[department]],
  })
  const rest = (): Act => ({
    login: clerk,
    permission: 'review.answer',
    sql: 'answer_rest_unchanged($1, $2, $3)',
    values: [review, id, 100],
  })
  const decide = (): Act => {
    const proposal = screen.proposals.length > 0 ? pick(screen.proposals) : { id: '0', version: 1 }
    return {
      login: pick(['head', 'second', 'head12', 'officer']),
      permission: 'proposal.decide',
      sql: 'decide_proposals($1::jsonb)',
      values: [
        JSON.stringify([{ ...proposal, act: pick(['approve', 'approve', 'return']), reason: 'decided' }]),
      ],
    }
  }
  const other = row.department === '11' ? '12' : '11'
  return pick<() => Act>([
    save,
    save,
    save,
    rest,
    rest,
    certify,
    certify,
    certify,
    decide,
    decide,
    () =>
      submit(
        'reclassification',
        'asset.reclassify',
        {},
        { after: {}, judgement: acts.judgement({ confidentiality: pick(['2', '3C']) }) },
      ),
    () =>
      submit(
        'transfer',
        'asset.transfer',
        { toDepartmentId: city.idOf('department', other) },
        { after: { department_id: Number(city.idOf('department', other)) } },
      ),
    () => ({
      login: 'secretary',
      permission: 'review.manage',
      sql: 'return_department($1, $2, $3)',
      values: [review, id, 'again'],
    }),
    () => ({
      login: 'officer',
      permission: 'review.signOff',
      sql: 'sign_off_bureau($1, $2, $3, $4)',
      values: [review, city.idOf('department', '10'), false, screen.unit],
    }),
    () =>
      next(15) > 0
        ? save()
        : {
            login: 'secretary',
            permission: 'review.manage',
            sql: 'close_review($1, $2)',
            values: [review, screen.version],
          },
    () => ({
      login: 'secretary',
      permission: 'review.manage',
      sql: 'reopen_department($1, $2, $3)',
      values: [review, id, 'again'],
    }),
  ])()
}

export type Saved = { number: string; version: number }

/** What somebody was told is saved, and is not in the log. */
export async function lost(city: ApprovalCity, review: string, saved: readonly Saved[]): Promise<Saved[]> {
  const rows = await city.owner<{ key: string }>(
    `select asset_number || ' ' || version as key from review_answer_log where review_id = $1`,
    [review],
  )
  const kept = new Set(rows.map(({ key }) => key))
  return saved.filter(({ number, version }) => !kept.has(`${number} ${version}`))
}

/** Of approvals, those that nobody's review may get around. */
const decidedByOthers = [
  'nobody decided what they, or whom they decided for, submitted',
  'nobody decided what somebody submitted for whom they stood in',
]

/** Every sentence that must hold whatever happened; answers those that do not. */
export async function broken(city: ApprovalCity, review: string): Promise<string[]> {
  const rows = await city.owner<{ broken: string }>(
    `select broken from (values
      ('the scope is unchanged', (select scope_hash = review_scope_hash($1) and rows_frozen = (select count(*) from review_answers where review_id = $1) from reviews where id = $1)),
      ('totals add up', not exists (
        select from (select department_id, answer, settled, in_bulk, count(*) as rows from review_answers where review_id = $1 group by 1, 2, 3, 4) a
        full join (select department_id, answer, settled, in_bulk, sum(rows) as rows from review_counts where review_id = $1 group by 1, 2, 3, 4 having sum(rows) <> 0) c
          on (a.department_id, a.settled, a.in_bulk) = (c.department_id, c.settled, c.in_bulk) and a.answer is not distinct from c.answer
        where a.rows is distinct from c.rows)),
      ('certified is what was answered', not exists (select from review_certifications c where c.review_id = $1 and c.state = 'standing'
        and (c.answers_hash <> review_answers_hash($1, c.department_id)
          or exists (select from review_answers r where r.review_id = $1 and r.department_id = c.department_id and not r.settled)))),
      ('a department is certified when its certificate stands', not exists (select from review_departments d where d.review_id = $1
        and (d.state = 'certified') <> exists (select from review_certifications c where c.id = d.certification_id and c.state = 'standing'))),
      ('signed off is what was certified', not exists (select from review_sign_offs s where s.review_id = $1 and s.state = 'standing'
        and s.certifications_hash is distinct from review_unit_hash($1, s.bureau_id, s.is_school))),
      ('no answer is lost', not exists (select from review_answers r where r.review_id = $1 and r.version > 1 and not exists (
          select from review_answer_log l where l.review_id = $1 and l.asset_number = r.asset_number and l.version = r.version
            and (l.answer, l.note, l.department_id) is not distinct from (r.answer, r.note, r.department_id)))
        and (select coalesce(sum(version - 1), 0) from review_answers where review_id = $1) = (select count(*) from review_answer_log where review_id = $1)),
      ('every row is somebody''s', not exists (select from review_answers r where r.review_id = $1 and not exists (
        select from review_departments d where d.review_id = $1 and d.department_id = r.department_id)))
    ) s (broken, holds) where not holds`,
    [review],
  )
  const names = rows.map((row) => row.broken)
  for (const name of decidedByOthers)
    if ((await city.owner(approvalInvariants[name] ?? '')).length > 0) names.push(name)
  return names
}
