import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* The inbox by kind, and what nobody can decide: by raw SQL, as people of a small city. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

type Entry = {
  kind: string
  proposal: Record<string, unknown> & { id: string; items: { inReach: boolean }[] }
}
type Page = { entries: Entry[]; counts: Record<string, number>; next: object | null; total: number }
const pageOf = async (
  login: string,
  kind: string | null = null,
  before: object | null = null,
  size = 100,
) => {
  const [row] = await city.act<{ page: Page }>(
    login,
    'self.manage',
    'select inbox_page($1, $2, $3) as page',
    [before, size, kind],
  )
  if (!row) throw new Error('no page')
  return row.page
}
const stuckOf = async (login: string) =>
  (
    await city.act<{ stuck: { duty: string; department: string; proposals: number }[] }>(
      login,
      'self.manage',
      'select stuck_inbox() as stuck',
    )
  )[0]?.stuck
const counted = async (login: string) =>
  (
    await city.owner<{ waiting: number }>('select inbox_count($1) as waiting', [city.idOf('person', login)])
  )[0]?.waiting

test('one kind is listed alone and page by page; the counts say all of them', async () => {
  for (let at = 0; at < 3; at += 1)
    await acts.propose('clerk', '11', await acts.registered(), 'change', loosening)
  const own = await acts.propose('head', '11', await acts.registered(), 'change', loosening)
  await acts.decide('second', own, 'return')
  const all = await pageOf('head')
  expect(all.counts).toEqual({ approval: 3, returned: 1 })
  expect(all.entries).toHaveLength(4)
  expect((await pageOf('head', 'returned')).entries.map(({ proposal }) => proposal.id)).toEqual([own])
  expect(await pageOf('head', 'seen')).toMatchObject({ entries: [], counts: all.counts, total: 4 })
  const first = await pageOf('head', 'approval', null, 2)
  const second = await pageOf('head', 'approval', first.next, 2)
  expect([first.entries.length, second.entries.length, second.next]).toEqual([2, 1, null])
})

test('an entry of the list says what the page of the proposal says, but for who else could decide', async () => {
  const [entry] = (await pageOf('head', 'approval')).entries
  const [row] = await city.act<{ detail: Entry['proposal'] }>(
    'head',
    'self.manage',
    'select proposal_detail($1, 0, 20) as detail',
    [entry?.proposal.id],
  )
  const without = (proposal: Record<string, unknown> | undefined) => ({
    ...proposal,
    mayWithdraw: null,
    steps: (proposal?.['steps'] as Record<string, unknown>[]).map((step) => ({ ...step, names: null })),
  })
  expect(without(entry?.proposal)).toEqual(without(row?.detail))
})

test('what nobody can decide is told to the secretariat, without what it is, and to nobody else; once filled it is gone', async () => {
  const before = await counted('secretary')
  const number = await acts.registered('91', { importance: 'II' })
  const end = (login: string) =>
    city.act(
      'ciso',
      'grant.manageApprovers',
      `update grants set ended_on = app_today() where person_id = $1 and ended_on is null`,
      [city.idOf('person', login)],
    )
  for (const login of ['principal', 'educator', 'superintendent']) await end(login)
  await acts.propose('teacher', '91', number, 'change', loosening)
  expect(await stuckOf('secretary')).toMatchObject([{ duty: 'manager', department: 'School', proposals: 1 }])
  expect(await counted('secretary')).toBe(Number(before) + 1)
  for (const login of ['head', 'auditor', 'teacher', 'chief']) expect(await stuckOf(login)).toEqual([])
  await city.act(
    'ciso',
    'grant.manageApprovers',
    `insert into grants (person_id, role, scope_kind, department_id, valid_from) values ($1, 'assetManager', 'department', $2, app_today())`,
    [city.idOf('person', 'head12'), city.idOf('department', '91')],
  )
  expect(await stuckOf('secretary')).toEqual([])
  expect((await pageOf('head12', 'approval')).entries).toHaveLength(1)
})
