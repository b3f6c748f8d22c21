import pg from 'pg'
import type { Portal } from './portal'

type Row = Record<string, string>

/** Sessions of people of the sample city, for what a test needs before its story begins. */
export function actorsOf(portal: Portal) {
  const writers = new pg.Pool({ connectionString: portal.database.writerUrl, max: 1 })
  const act = async (
    login: string,
    permission: string,
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> => {
    const { rows } = await portal.database.ownerPool.query<{ secret: string }>(
      `select open_system_session(id, '1 day') as secret from people where login_id = $1`,
      [login],
    )
    const client = await writers.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('app.session', $1, true), set_config('app.permission', $2, true)`,
        [rows[0]?.secret, permission],
      )
      const answer = await client.query<Row>(sql, values)
      await client.query(`select record_events('[{"action": "test.acted", "subjectType": "assets"}]')`)
      await client.query('commit')
      return answer.rows
    } finally {
      client.release()
    }
  }
  return { act, end: () => writers.end() }
}

/** Registers plain assets of one department, through submission and approval: nothing speaks against them. */
export async function registerPlain(
  portal: Portal,
  department: string,
  [clerk, head]: readonly [string, string],
  count: number,
  { name = '見直し対象の簿冊', confidentiality = '2', personalData = 'none' } = {},
): Promise<void> {
  const { act, end } = actorsOf(portal)
  try {
    const added = await act(
      clerk,
      'asset.create',
      `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, zone_not_applicable,
         personal_data, visibility, registered_on)
       select 0, $3 || at, 'paper', d.id, s.id, s.family, true, $4, 'internal', app_today()
       from generate_series(1, $2::int) at, departments d, classification_schemes s
       where d.code = $1 and d.valid_to is null and s.family = 'municipal' and s.status = 'inForce' returning number::text`,
      [department, count, name, personalData],
    )
    const numbers = added.map(({ number }) => number)
    await act(
      clerk,
      'asset.edit',
      `insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, classified_on,
         evaluator_id, occasion, reason)
       select a.number, a.scheme_id, $2, '1', '1', app_today(), viewer_id(), 'registration', '定例の簿冊のため'
       from assets a where a.number = any ($1::bigint[])`,
      [numbers, confidentiality],
    )
    const [sent] = await act(
      clerk,
      'asset.edit',
      `select submit_proposals(jsonb_build_array(jsonb_build_object('title', '簿冊の登録', 'origin', 'import',
         'departmentId', min(a.department_id)::text, 'items', jsonb_agg(jsonb_build_object('number', a.number::text,
         'version', a.version, 'kind', 'registration', 'after', '{"state": "active"}'::jsonb))))) -> 0 ->> 'id' as id
       from assets a where a.number = any ($1::bigint[])`,
      [numbers],
    )
    await act(
      head,
      'proposal.decide',
      `select decide_proposals(jsonb_build_array(jsonb_build_object('id', p.id::text, 'version', p.version,
         'act', 'approve'))) as answer from proposals p where p.id = $1::bigint`,
      [sent?.['id']],
    )
  } finally {
    await end()
  }
}

type OpenedReview = { review: string; department: string; bureau: string; asset: string }

/** A question of each kind, some of the department, some of each asset. */
export const someQuestions = [
  { askedOf: 'department', kind: 'text', label: '点検した日と人', required: true },
  { askedOf: 'department', kind: 'file', label: '点検の記録', required: false },
  { askedOf: 'department', kind: 'yesNo', label: '持ち出しの記録を付けていますか', required: false },
  { askedOf: 'asset', kind: 'choice', label: '保管の場所', required: false, choices: ['庁内', '庁外'] },
  { askedOf: 'asset', kind: 'text', label: '所在の詳しい説明', required: false },
]

/** An open review of 市民部 with a department of it and an asset; made once a database. `closed`: another, closed at once. */
export async function reviewOf(
  portal: Portal,
  title = '市民部の見直し',
  closed = false,
): Promise<OpenedReview> {
  const find = async () =>
    (
      await portal.database.ownerPool.query<OpenedReview>(
        `select r.id::text as review, d.department_id::text as department, d.bureau_id::text as bureau,
           min(a.asset_number)::text as asset
         from reviews r join review_departments d on d.review_id = r.id join departments p on p.id = d.department_id
         join review_answers a on a.review_id = r.id and a.department_id = d.department_id
         where r.title = $1 and p.name = '市民課' group by 1, 2, 3`,
        [title],
      )
    ).rows[0]
  const known = await find()
  if (known) return known
  const { act, end } = actorsOf(portal)
  try {
    const fields = { title, scope: { bureaus: ['0600'] }, answerers: 'clerks', mustOpen: 2 }
    const days = { opensOn: '2099-04-01', dueOn: '2099-04-30' }
    const [made] = await act(
      'jimukyoku',
      'review.manage',
      `select keep_review(null, null, $1::jsonb) ->> 'id' as id`,
      [JSON.stringify({ ...fields, ...days })],
    )
    const id = made?.['id']
    await act('jimukyoku', 'review.manage', 'select keep_review_questions($1::bigint, $2::jsonb)', [
      id,
      JSON.stringify(someQuestions),
    ])
    await act('jimukyoku', 'review.manage', 'select start_review($1::bigint, 1)', [id])
    if (closed)
      await act(
        'jimukyoku',
        'review.manage',
        'select close_review(r.id, r.version) from reviews r where r.id = $1::bigint',
        [id],
      )
  } finally {
    await end()
  }
  const opened = await find()
  if (!opened) throw new Error('the review did not open')
  return opened
}

/** A review that has not begun: its key. */
export async function scheduledReview(portal: Portal): Promise<string> {
  const { act, end } = actorsOf(portal)
  try {
    const fields = { title: 'まだ始まらない見直し', scope: {}, answerers: 'heads', mustOpen: 0 }
    const days = { opensOn: '2099-06-01', dueOn: '2099-06-30' }
    const [made] = await act(
      'jimukyoku',
      'review.manage',
      `select keep_review(null, null, $1::jsonb) ->> 'id' as id`,
      [JSON.stringify({ ...fields, ...days })],
    )
    return made?.['id'] ?? ''
  } finally {
    await end()
  }
}

/** The key of a department of today, by its code. */
export async function departmentOf(portal: Portal, code: string): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ id: string }>(
    'select id::text from departments where code = $1 and valid_to is null',
    [code],
  )
  return rows[0]?.id ?? ''
}

/** The last row of a department that nobody answered: 自分の課ではない, and nobody knows whose. */
export async function disownOne(portal: Portal, { review, department }: OpenedReview): Promise<void> {
  const { act, end } = actorsOf(portal)
  try {
    await act(
      'shimin-tanto',
      'review.answer',
      `select disown_row(r.review_id, r.asset_number, r.version, '引き継いだ覚えがない') from review_answers r
       where r.review_id = $1::bigint and r.department_id = $2::bigint and r.answer is null
       order by r.asset_number desc limit 1`,
      [review, department],
    )
  } finally {
    await end()
  }
}

/** Makes a review come every year on 1 April. */
export async function comesEveryYear(portal: Portal, review: string): Promise<void> {
  const { act, end } = actorsOf(portal)
  try {
    await act('jimukyoku', 'review.manage', 'select keep_recurrence($1::bigint, 4, 1, 4, 30)', [review])
  } finally {
    await end()
  }
}
