import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let reviews: ReturnType<typeof reviewActs>
let review: string
let secret: string
beforeAll(async () => {
  city = await approvalCity()
  const acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  for (const department of ['11', '12', '13']) await acts.registered(department)
  await acts.registered('91', { importance: 'III' })
  secret = await acts.registered('11', { confidentiality: '2' }, 'restricted')
  review = await reviews.opened()
}, 120_000)
afterAll(() => city.end())

/** Whose rows each sees; in `secrets` whether 関係者限り ones of department 11 are among them. */
const reach: Record<string, { departments: string[]; secrets: boolean }> = {
  clerk: { departments: ['11'], secrets: true },
  head12: { departments: ['12'], secrets: false },
  officer: { departments: ['11', '12', '13'], secrets: true },
  educator: { departments: ['91'], secrets: false },
  secretary: { departments: ['11', '12', '13', '91'], secrets: false },
  ciso: { departments: ['11', '12', '13', '91'], secrets: true },
  auditor: { departments: ['11', '12', '13', '91'], secrets: true },
}
const all = ['11', '12', '13', '91']

describe.each(Object.entries(reach))('%s sees of a review', (login, { departments, secrets }) => {
  const codes = (rows: { code: unknown }[]) => [...new Set(rows.map(({ code }) => String(code)))].sort()

  test('the progress of departments within reach', async () => {
    const shown = await reviews.askFor<{ code: string }[]>(login, 'review.read', 'review_progress($1)', [
      review,
    ])
    expect(codes(shown)).toEqual(departments)
  })
  test('a sheet and what speaks against its rows within reach only', async () => {
    for (const code of all) {
      const id = city.idOf('department', code)
      const [row] = await city.act<{ found: boolean }>(
        login,
        'review.read',
        'select review_department($1, $2) is not null as found',
        [review, id],
      )
      expect(row?.found).toBe(departments.includes(code))
      const objected = await city.act(
        login,
        'review.read',
        'select * from review_row_objections($1, $2, null)',
        [review, id],
      )
      if (!departments.includes(code)) expect(objected).toEqual([])
    }
  })
  test('rows of its departments in each table, 関係者限り ones where it may read such assets', async () => {
    for (const table of ['review_answers', 'review_scope']) {
      const rows = await city.act<{ code: string; number: string }>(
        login,
        'review.read',
        `select d.code, t.asset_number::text as number from ${table} t join departments d on d.id = t.department_id where t.review_id = $1`,
        [review],
      )
      expect(codes(rows)).toEqual(departments)
      expect(rows.some(({ number }) => number === secret)).toBe(secrets)
    }
    for (const table of ['review_departments', 'review_counts']) {
      const rows = await city.act<{ code: string }>(
        login,
        'review.read',
        `select d.code from ${table} t join departments d on d.id = t.department_id where t.review_id = $1`,
        [review],
      )
      expect(codes(rows)).toEqual(departments)
    }
  })
  test('no report past its reach, no count of a scope without review.manage', async () => {
    const [report] = await city.act<{ refused: boolean }>(
      login,
      'review.read',
      'select review_report($1) is null as refused',
      [review],
    )
    expect(report?.refused).toBe(true)
    const [count] = await city.act<{ counted: boolean }>(
      login,
      'review.read',
      `select count_review_scope('{}') is not null as counted`,
    )
    expect(count?.counted).toBe(['secretary', 'educator'].includes(login))
    await expect(city.act(login, 'review.read', 'select report from reviews')).rejects.toThrow(
      /permission denied/u,
    )
  })
})

test('the report names the departments within reach only', async () => {
  await reviews.close('secretary', review)
  for (const [login, { departments }] of Object.entries(reach)) {
    const report = await reviews.ask(login, 'review.read', 'review_report($1)', [review])
    const shown = (report['departments'] as { id: string }[]).map(({ id }) => id).sort()
    expect(shown, login).toEqual(departments.map((code) => city.idOf('department', code)).sort())
  }
})

test('whoever is signed out sees nothing', async () => {
  const client = await city.writers.connect()
  for (const table of [
    'reviews',
    'review_answers',
    'review_scope',
    'review_departments',
    'review_counts',
    'review_certifications',
  ]) {
    const { rows } = await client.query(`select 1 from ${table}`)
    expect(rows, table).toEqual([])
  }
  client.release()
})
