import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'

/** The fiscal year that ends next; every act below happens at a moment of its own, in order. */
let year: number
let city: ApprovalCity
let moment: string
let reviews: ReturnType<typeof reviewActs>
let review: string
let numbers: string[]
beforeAll(async () => {
  city = await approvalCity()
  const [now] = await city.owner<{ year: number }>(
    `select extract(year from app_today() + interval '9 months')::int as year`,
  )
  year = now?.year ?? 0
  const acts = approvalActs(city)
  numbers = [await acts.registered('11'), await acts.registered('11'), await acts.registered('12')]
  moment = `${year}-03-30T10:00:00+09:00`
  reviews = reviewActs({ ...city, act: actThen }, acts)
}, 120_000)
afterAll(() => city.end())

/** One transaction of somebody who signed in at that moment. */
async function actThen<R extends pg.QueryResultRow>(
  login: string,
  permission: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const opener = await city.database.ownerPool.connect()
  let secret = ''
  try {
    await opener.query('begin')
    await opener.query(`select set_config('app.now', $1, true)`, [moment])
    const { rows } = await opener.query<{ secret: string }>(
      'select open_system_session(id) as secret from people where login_id = $1',
      [login],
    )
    secret = rows[0]?.secret ?? ''
    await opener.query('commit')
  } finally {
    opener.release()
  }
  const client = await city.writers.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.session', $1, true), set_config('app.permission', $2, true), set_config('app.now', $3, true)`,
      [secret, permission, moment],
    )
    const { rows } = await client.query<R>(sql, values)
    await client.query(`select record_events('[{"action": "test.acted", "subjectType": "reviews"}]')`)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** What the job of opening does at this moment; answers how many rows it froze. */
async function openDue(): Promise<string | null> {
  const client = await city.writers.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.now', $1, true)`, [moment])
    const { rows } = await client.query<{ frozen: string | null }>('select open_due_reviews() as frozen')
    await client.query('commit')
    return rows[0]?.frozen ?? null
  } finally {
    client.release()
  }
}
const at = (day: string, time: string) => {
  moment = `${year}-${day}T${time}+09:00`
}

test('a review opens with its day: not a second before midnight, once after it', async () => {
  review = await reviews.make({
    scope: { bureaus: ['10'] },
    opensOn: `${year}-03-31`,
    dueOn: `${year}-03-31`,
  })
  at('03-30', '23:59:59')
  expect(await openDue()).toBeNull()
  at('03-31', '00:00:00')
  expect(await openDue()).toBe(String(numbers.length))
  expect(await openDue()).toBeNull()
})

test('31 March ends: who certified at 23:59 is in time, answers stay, whose grant ended answers no more', async () => {
  at('03-31', '12:00:00')
  // As most grants of clerks: until the end of the fiscal year; the head of 12 leaves with it.
  for (const login of ['clerk', 'head12'])
    await actThen(
      'ciso',
      'grant.manageApprovers',
      `update grants set until = $2::date where person_id = (select id from people where login_id = $1)`,
      [login, `${year}-03-31`],
    )
  expect(await reviews.rest('clerk', review, '11', 10)).toMatchObject({ outcome: 'saved' })
  expect(await reviews.rest('clerk12', review, '12', 10)).toMatchObject({ outcome: 'saved' })
  at('03-31', '23:59:59')
  expect(await reviews.certify('head', review, '11')).toMatchObject({ outcome: 'certified' })
  at('04-01', '00:00:00')
  await expect(reviews.save('clerk', review, numbers[0] ?? '', { note: 'too late' })).rejects.toThrow()
  await expect(reviews.certify('head12', review, '12')).rejects.toThrow()
  expect(await reviews.row(review, numbers[0] ?? '')).toMatchObject({ answer: 'unchanged', settled: true })
  expect(await reviews.stateOf(review, '11')).toBe('certified')
})

test('1 April: for a vacant post the next one certifies, late; the report says who was in time', async () => {
  at('04-01', '09:00:00')
  const [waiting] = await actThen<{ kinds: string[] }>(
    'officer',
    'self.manage',
    `select array(select e ->> 'kind' from jsonb_array_elements(review_inbox()) e) as kinds`,
  )
  expect(waiting?.kinds).toContain('certify')
  expect(await reviews.certify('officer', review, '12')).toMatchObject({ outcome: 'certified' })
  expect(await reviews.close('secretary', review)).toMatchObject({ outcome: 'closed' })
  const rows = await city.owner<{ code: string; late: boolean }>(
    `select d.code, (r ->> 'late')::boolean as late from reviews v, jsonb_array_elements(v.report -> 'departments') r
     join departments d on d.id = (r ->> 'id')::bigint where v.id = $1 order by d.code`,
    [review],
  )
  expect(rows).toEqual([
    { code: '11', late: false },
    { code: '12', late: true },
  ])
})

test('a department that is abolished on 1 April: its assets and answers go on with the successor, none is lost', async () => {
  at('04-01', '10:00:00')
  const next = await reviews.make({
    scope: { bureaus: ['10'] },
    opensOn: `${year}-04-01`,
    dueOn: `${year}-04-30`,
  })
  expect(await openDue()).toBe('3')
  await reviews.rest('clerk12', next, '12', 10)
  const [from, to] = [city.idOf('department', '12'), city.idOf('department', '11')]
  await actThen(
    'secretary',
    'organization.manage',
    `insert into department_successions (effective_on, kind, from_id, to_id) values (app_today(), 'merge', $1, $2)`,
    [from, to],
  )
  await actThen('secretary', 'asset.moveToSuccessor', 'select move_to_successor($1, $2, $3::bigint[])', [
    from,
    to,
    [numbers[2]],
  ])
  at('04-02', '00:00:00')
  expect(await reviews.row(next, numbers[2] ?? '')).toMatchObject({
    department_id: Number(to),
    answer: 'unchanged',
    settled: true,
  })
  await reviews.rest('colleague', next, '11', 10)
  expect(await reviews.certify('head', next, '11')).toMatchObject({ outcome: 'certified' })
  const [whole] = await city.owner<{ scope: boolean; rows: number; counted: number }>(
    `select r.scope_hash = review_scope_hash(r.id) as scope,
       (select c.rows from review_certifications c where c.review_id = r.id and c.state = 'standing') as rows,
       (select sum(n.rows)::int from review_counts n where n.review_id = r.id) as counted from reviews r where r.id = $1`,
    [next],
  )
  expect(whole).toEqual({ scope: true, rows: 3, counted: 3 })
  at('04-02', '09:00:00')
  expect(await reviews.signOff('officer', next, '10')).toMatchObject({ outcome: 'signedOff' })
})
