import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { noonOf, ownerAt } from '@/e2e/support/moved'
import { reviewActs } from '@/e2e/support/review-acts'
import { addDays } from '@/lib/domain/calendar'
import { dueReminders } from '@/lib/domain/reminders'

/** Due on Thursday 28 April 2044; Friday is 昭和の日, then the weekend, 2 May, and 3 to 5 May. */
const dueOn = '2044-04-28'
const plan = { days: [14, 7, 2], overdueEvery: 3, toHeadAfter: 3, toOfficerAfter: 5 }

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let review: string
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  for (const department of ['11', '11', '12', '13', '91'])
    await acts.registered(department, ofSchool(department))
  review = await reviews.make({ opensOn: '2044-04-01', dueOn })
  await city.act('secretary', 'review.manage', 'select keep_reminders($1, $2::jsonb)', [
    review,
    JSON.stringify(plan),
  ])
  await reviews.start(review)
}, 120_000)
afterAll(() => city.end())

const ofSchool = (department: string) =>
  department === '91' ? { importance: 'II' } : { confidentiality: '2' }
const at = <R extends Record<string, unknown>>(day: string, sql: string, values: unknown[] = []) =>
  ownerAt<R>(city.database.ownerPool, noonOf(day), sql, values)
const dueAt = (day: string, department: string) =>
  at<{ said: string; person: string }>(
    day,
    `select n.kind || ' ' || substr(n.key, length(format('review/%s/%s/', n.review_id, n.department_id)) + 1) as said, p.login_id as person
     from due_review_notices() n join people p on p.id = n.person_id
     where n.review_id = $1 and n.department_id = $2 and n.kind <> 'reviewSignOff' order by 1, 2`,
    [review, city.idOf('department', department)],
  )
const writeAt = async (day: string) =>
  (await at<{ told: string }>(day, 'select write_due_notices() as told'))[0]?.told
const toldTo = (login: string, like = 'review/%') =>
  city.owner<{ key: string; kind: string }>(
    'select n.key, n.kind from notices n join people p on p.id = n.person_id where p.login_id = $1 and n.key like $2 order by n.id',
    [login, like],
  )

describe('what is due of a review', () => {
  test('the database and the rule agree on every day, before and after, over weekends and holidays', async () => {
    const [opened] = await city.owner<{ day: string }>(
      `select (opened_at at time zone 'Asia/Tokyo')::date::text as day from reviews where id = $1`,
      [review],
    )
    for (let day = addDays(dueOn, -20); day < addDays(dueOn, 30); day = addDays(day, 1)) {
      const due = dueReminders({ openedOn: opened?.day ?? '', dueOn, open: 2, plan }, day)
      const said = await dueAt(day, '11')
      expect([day, [...new Set(said.map((each) => each.said))]]).toEqual([
        day,
        due.map(({ kind, part }) => `${kind} ${part}`).sort(),
      ])
    }
  }, 120_000)

  test('clerks first, then the heads, then the officer of the bureau', async () => {
    const people = async (day: string, kind: string, department = '11') =>
      (await dueAt(day, department))
        .filter(({ said }) => said.startsWith(`${kind} `))
        .map(({ person }) => person)
    expect(await people('2044-04-28', 'reviewToday')).toEqual(['clerk', 'colleague'])
    expect(await people('2044-05-02', 'reviewOverdue')).toEqual(['clerk', 'colleague'])
    expect(await people('2044-05-09', 'reviewOverdueHead')).toEqual(['head', 'second'])
    expect(await people('2044-05-11', 'reviewOverdueOfficer')).toEqual(['officer'])
    expect(await people('2044-05-09', 'reviewOverdueHead', '91')).toEqual(['principal'])
    expect(await people('2044-05-11', 'reviewOverdueOfficer', '91')).toEqual(['educator'])
    // 13 has no head: the officer of its bureau certifies, and is told as head.
    expect(await people('2044-05-09', 'reviewOverdueHead', '13')).toEqual(['officer'])
  })

  test('once everything is answered, the head who has to certify is told, and once certified nobody', async () => {
    await reviews.rest('clerk12', review, '12', 1)
    expect((await dueAt(dueOn, '12')).filter(({ said }) => said.startsWith('reviewToday'))).toEqual([
      { said: 'reviewToday before/0', person: 'head12' },
    ])
    await reviews.certify('head12', review, '12')
    expect(await dueAt(dueOn, '12')).toEqual([])
  })
})

describe('what is written', () => {
  test('each thing once a person, however often the job runs, and by several at once', async () => {
    const day = '2044-04-14'
    const counts = await Promise.all([writeAt(day), writeAt(day), writeAt(day)])
    expect(counts.map(Number).filter((count) => count > 0)).toHaveLength(1)
    expect(await writeAt(day)).toBe('0')
    expect((await toldTo('clerk')).map(({ kind }) => kind).sort()).toEqual(['reviewOpened', 'reviewSoon'])
  })

  test('at midnight the day begins: 23:59 tells nothing new, 0:00 does', async () => {
    const write = async (moment: string) =>
      (
        await ownerAt<{ told: string }>(city.database.ownerPool, moment, 'select write_due_notices() as told')
      )[0]?.told
    expect(await write('2044-04-20T23:59:59+09:00')).toBe('0')
    expect(Number(await write('2044-04-21T00:00:00+09:00'))).toBeGreaterThan(0)
    expect((await toldTo('clerk', '%before/7')).length).toBe(1)
  })

  test('a facts field never names an asset', async () => {
    const rows = await city.owner<{ facts: object }>('select facts from notices')
    expect(JSON.stringify(rows)).not.toContain('register')
  })

  test('a department that was sent back hears of it, clerks and heads', async () => {
    expect(await reviews.giveBack('secretary', review, '12')).toMatchObject({ outcome: 'returned' })
    await writeAt('2044-04-22')
    for (const login of ['clerk12', 'head12'])
      expect((await toldTo(login, '%returned/%')).map(({ kind }) => kind)).toEqual(['reviewReturned'])
  })

  test('asked for at once, everybody who has to act now is told, once a day', async () => {
    const ask = () => reviews.ask('secretary', 'review.manage', 'remind_now($1)', [review])
    expect(await ask()).toMatchObject({ outcome: 'told', people: 5 })
    expect(await ask()).toMatchObject({ outcome: 'told', people: 0 })
    await expect(reviews.ask('clerk', 'review.answer', 'remind_now($1)', [review])).rejects.toThrow(
      'review.manage',
    )
  })
})

describe('what else is told', () => {
  test('a proposal that waits for more than a day, to whoever may decide it; one that came back, to who sent it', async () => {
    const number = await acts.draft('clerk', '11')
    const id = await acts.propose('clerk', '11', number, 'registration', { state: 'active' })
    const today = async () =>
      (await city.owner<{ day: string }>('select app_today()::text as day'))[0]?.day ?? ''
    await at(await today(), 'select write_due_notices()')
    expect(await toldTo('head', 'step/%')).toEqual([])
    await writeAt('2044-04-25')
    expect((await toldTo('head', 'step/%')).map(({ kind }) => kind)).toEqual(['proposalWaiting'])
    expect(await toldTo('clerk', 'step/%')).toEqual([])
    await acts.decide('head', id, 'return')
    await writeAt(await today())
    expect((await toldTo('clerk', `returned/${id}`)).map(({ kind }) => kind)).toEqual(['proposalReturned'])
  })

  test('a post that ends: thirty days before, seven days before, and when it has ended; over 31 March and 1 April', async () => {
    await ownerGrant('leaving', '2044-03-31')
    for (const day of ['2044-03-02', '2044-03-24', '2044-03-31']) await writeAt(day)
    expect((await toldTo('leaving', 'grant/%')).map(({ kind }) => kind)).toEqual([
      'grantEnding',
      'grantEnding',
    ])
    await writeAt('2044-04-01')
    expect((await toldTo('leaving', 'grant/%')).map(({ kind }) => kind)).toEqual([
      'grantEnding',
      'grantEnding',
      'grantEnded',
    ])
    // Gone with the day before, they are no clerk of the review any more.
    await writeAt('2044-04-28')
    expect((await toldTo('leaving', 'review/%')).map(({ kind }) => kind)).toEqual(['reviewOpened'])
  })

  test('what a deputy certified or decided, to whose post it was, once and by name; and it goes out by mail too', async () => {
    await city.act(
      'chief',
      'grant.manageApprovers',
      `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
       select g.person_id, $2, g.id, app_today(), app_today() + 3, 'away', 1 from grants g where g.person_id = $1`,
      [city.idOf('person', 'head12'), city.idOf('person', 'head')],
    )
    expect(await reviews.certify('head', review, '12')).toMatchObject({ outcome: 'certified' })
    const number = await acts.draft('clerk12', '12')
    const proposal = await acts.propose('clerk12', '12', number, 'registration', { state: 'active' })
    await acts.decide('head', proposal, 'approve')
    const [now] = await city.owner<{ day: string }>('select app_today()::text as day')
    for (let run = 0; run < 2; run++) await writeAt(now?.day ?? '')
    expect((await toldTo('head12', 'certificate/%')).map(({ kind }) => kind)).toEqual(['certificateToSee'])
    expect(await toldTo('head', 'certificate/%')).toEqual([])
    expect(
      await city.owner(
        `select still_holds(n) as holds, n.facts ->> 'deputy' as deputy, n.facts ->> 'department' as department
         from notices n where n.kind in ('certificateToSee', 'decisionToSee')`,
      ),
    ).toEqual(Array(2).fill({ holds: true, deputy: 'head', department: 'Tax' }))
  })

  test('a day of disposal that comes near, and one that has passed, as a number a department', async () => {
    const number = await acts.registered('12')
    await city.act(
      'clerk12',
      'asset.edit',
      `update assets set disposal_due_on = '2043-06-30' where number = $1`,
      [number],
    )
    await writeAt('2043-06-01')
    await writeAt('2043-07-01')
    expect((await toldTo('clerk12', 'disposal/%')).map(({ kind }) => kind)).toEqual([
      'disposalSoon',
      'disposalPassed',
    ])
    expect(await toldTo('clerk', 'disposal/%')).toEqual([])
  })
})

async function ownerGrant(login: string, until: string) {
  const client = await city.database.ownerPool.connect()
  try {
    await client.query('begin')
    await client.query(`select open_system_session((select id from people where login_id = 'system')),
      set_config('app.permission', 'grant.manageApprovers', true)`)
    await client.query('insert into people (login_id, name) values ($1, $1) on conflict do nothing', [login])
    await client.query(
      `insert into grants (person_id, role, scope_kind, department_id, valid_from, until)
       select p.id, 'assetClerk', 'department', d.id, '2043-04-01', $2 from people p, departments d where p.login_id = $1 and d.code = '11'`,
      [login, until],
    )
    await client.query(`select record_events('[{"action": "test.acted", "subjectType": "grants"}]')`)
    await client.query('commit')
  } finally {
    client.release()
  }
}
