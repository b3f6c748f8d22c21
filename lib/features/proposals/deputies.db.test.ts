import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* 代決, escalation and the inbox: by raw SQL, as people of a small city. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

const name = (principal: string, deputy: string | null, by = 'chief') =>
  city.act<{ id: string }>(
    by,
    'grant.manageApprovers',
    `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
     select g.person_id, $2, g.id, app_today(), app_today() + 30, 'away', 1 from grants g where g.person_id = $1 returning id::text`,
    [city.idOf('person', principal), deputy && city.idOf('person', deputy)],
  )
const endAll = () =>
  city.act(
    'chief',
    'grant.manageApprovers',
    'update deputies set ended_on = app_today() where ended_on is null',
  )
const proposed = async (login = 'clerk', code = '11') =>
  acts.propose(login, code, await acts.registered(code), 'change', loosening)
type Entry = { kind: string; stepId: string | null; onBehalfOf: string | null; proposal: { id: string } }
const inbox = async (login: string) =>
  (
    await city.act<{ page: { entries: Entry[]; total: number } }>(
      login,
      'self.manage',
      'select inbox_page(null, 100) as page',
    )
  )[0]?.page.entries ?? []
const listed = async (login: string, id: string) =>
  (await inbox(login)).some(({ proposal }) => proposal.id === id)
const counted = async (login: string) =>
  (
    await city.owner<{ waiting: number }>('select inbox_count($1) as waiting', [city.idOf('person', login)])
  )[0]?.waiting

describe('a deputy', () => {
  test('decides in their own name for the post; the principal sees it afterwards, once', async () => {
    await name('head', 'head12')
    const id = await proposed()
    expect((await inbox('head12')).find(({ proposal }) => proposal.id === id)).toMatchObject({
      kind: 'approval',
      onBehalfOf: 'head',
    })
    const [decided] = await acts.decideAll('head12', [{ id, version: 1, act: 'approve' }])
    expect(decided).toMatchObject({ outcome: 'approved', onBehalfOf: city.idOf('person', 'head') })
    const [step] = await city.owner<{ id: string }>(
      'select id::text, decided_by::text, decided_for::text from approval_steps where proposal_id = $1',
      [id],
    )
    expect(step).toMatchObject({
      decided_by: city.idOf('person', 'head12'),
      decided_for: city.idOf('person', 'head'),
    })
    expect((await inbox('head')).filter(({ kind }) => kind === 'seen').map(({ stepId }) => stepId)).toEqual([
      step?.id,
    ])
    const see = (login: string) =>
      city.act(login, 'proposal.decide', 'select see_as_principal($1) as seen', [[step?.id]])
    expect(await see('head12')).toEqual([{ seen: [] }])
    expect(await see('head')).toEqual([{ seen: [step?.id] }])
    expect(await see('head')).toEqual([{ seen: [] }])
    await endAll()
    expect(await acts.decide('head12', await proposed())).toBe('notYours')
  })
  test('without a post of their own that decides: the trail names for whom', async () => {
    await name('head', 'clerk12')
    const id = await proposed()
    expect(await acts.decide('clerk12', id)).toBe('approved')
    const [trail] = await city.owner(
      'select on_behalf_of::text from audit_transactions order by number desc limit 1',
    )
    expect(trail).toEqual({ on_behalf_of: city.idOf('person', 'head') })
    await endAll()
  })
  test('decides nothing that the principal submitted, in no post, nor takes two steps for two people', async () => {
    await name('head', 'second')
    expect(await acts.decide('second', await proposed('head'))).toBe('ownSubmission')
    await endAll()
    await name('officer', 'head')
    const number = await acts.registered('11', { confidentiality: '3C' })
    const id = await acts.propose(
      'clerk',
      '11',
      number,
      'reclassification',
      {},
      acts.judgement({ confidentiality: '2' }),
    )
    expect([await acts.decide('head', id), await acts.decide('head', id)]).toEqual(['passed', 'secondTime'])
    expect(await acts.decide('officer', id)).toBe('approved')
    await endAll()
  })
  test('reads and decides, and edits nothing of the principal’s', async () => {
    await name('head', 'head12')
    const may = async (permission: string) =>
      (
        await city.act<{ may: boolean }>(
          'head12',
          'self.manage',
          `select reach($1) @> array[$2::bigint] as may`,
          [permission, city.idOf('department', '11')],
        )
      )[0]?.may
    expect([
      await may('asset.read'),
      await may('proposal.decide'),
      await may('asset.edit'),
      await may('asset.dispose'),
    ]).toEqual([true, true, false, false])
    await endAll()
  })
  test('is never named by themselves, of another’s grant, without a post, or rewritten', async () => {
    await expect(name('head', 'chief')).rejects.toThrow('by themselves')
    await expect(name('head', 'auditor')).rejects.toThrow('a post of the city')
    await expect(name('clerk', 'head')).rejects.toThrow('a deciding post')
    await expect(name('head', 'second', 'head')).rejects.toThrow('row-level security')
    await name('head', 'second')
    await expect(
      city.act(
        'chief',
        'grant.manageApprovers',
        'update deputies set until = until + 1 where ended_on is null',
      ),
    ).rejects.toThrow('not rewritten')
    await endAll()
  })
})

describe('what waits is listed', () => {
  test('for the post; for the next one where it is vacant, or away without a deputy', async () => {
    const id = await proposed()
    expect([
      await listed('head', id),
      await listed('second', id),
      await listed('officer', id),
      await listed('clerk', id),
    ]).toEqual([true, true, false, false])
    const vacant = await acts.propose('clerk13', '13', await acts.registered('13'), 'change', loosening)
    expect([await listed('officer', vacant), await listed('chief', vacant)]).toEqual([true, false])
    const number = await acts.registered('12')
    await name('head12', null)
    const away = await acts.propose('clerk12', '12', number, 'change', loosening)
    expect([await listed('officer', away), await listed('chief', away)]).toEqual([true, false])
    await endAll()
  })
  test('for the next one after five business days, and again after five more', async () => {
    const id = await proposed()
    const later = (days: number) =>
      city.act(
        'secretary',
        '',
        `select set_config('app.now', (now() + make_interval(days => ${days}))::text, true), escalate_waiting_steps()`,
      )
    expect(await listed('officer', id)).toBe(false)
    await later(10)
    expect([await listed('officer', id), await listed('chief', id)]).toEqual([true, false])
    await later(10)
    expect(await listed('chief', id)).toBe(false)
    await later(25)
    expect(await listed('chief', id)).toBe(true)
    expect(await acts.decide('chief', id)).toBe('approved')
  })
  test('for its submitter when it was returned, until it is submitted again; the count says the same', async () => {
    const number = await acts.registered()
    const id = await acts.propose('clerk', '11', number, 'change', loosening)
    const before = await counted('clerk')
    await acts.decide('head', id, 'return')
    expect(await counted('clerk')).toBe(Number(before) + 1)
    expect((await inbox('clerk')).find(({ proposal }) => proposal.id === id)).toMatchObject({
      kind: 'returned',
      stepId: null,
    })
    await acts.propose('clerk', '11', number, 'change', loosening)
    expect(await counted('clerk')).toBe(before)
    for (const login of ['head', 'officer', 'chief', 'clerk', 'auditor'])
      expect(await counted(login)).toBe((await inbox(login)).length)
  })
  test('page by page, each entry once and the oldest first', async () => {
    for (let at = 0; at < 5; at += 1) await proposed()
    const whole = (await inbox('head')).map(({ stepId }) => stepId)
    const seen: (string | null)[] = []
    type Page = { entries: Entry[]; next: object | null }
    const pageAfter = async (place: object | null) =>
      (await city.act<{ page: Page }>('head', 'self.manage', 'select inbox_page($1, 2) as page', [place]))[0]
        ?.page
    let page = await pageAfter(null)
    while (page) {
      seen.push(...page.entries.map(({ stepId }) => stepId))
      page = page.next === null ? undefined : await pageAfter(page.next)
    }
    expect(seen).toEqual(whole)
    expect(whole.length).toBeGreaterThan(4)
  })
})
