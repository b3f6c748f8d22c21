import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, begin, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'
import { interleave, randomOf, type Session } from '@/e2e/support/interleave'
import { broken, drawnAct, lost, screenOf, type Saved } from '@/e2e/support/review-schedules'

/**
 * Random schedules of a review: people answer, certify, submit, decide, send back and close at the same time, each in a
 * transaction of their own on a connection of their own, interleaved statement by statement. `SEED=n` repeats one.
 */
const first = Number(process.env['SEED'] ?? 1)
const schedules = process.env['SEED'] ? 1 : 1000
const perReview = 25
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let clients: pg.PoolClient[]
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  clients = await Promise.all(Array.from({ length: 5 }, () => city.writers.connect()))
  for (const department of ['11', '11', '11', '11', '12', '12']) await acts.registered(department)
  // The second head of 11 stands in for the head of 12, who submits too: what the principal submits is not theirs to decide.
  await city.act(
    'chief',
    'grant.manageApprovers',
    `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
     select g.person_id, $2, g.id, app_today(), app_today() + 1, 'away', 1 from grants g where g.person_id = $1`,
    [city.idOf('person', 'head12'), city.idOf('person', 'second')],
  )
}, 120_000)
afterAll(async () => {
  for (const client of clients) client.release()
  await city.end()
})

/** How often something happened in transactions that committed. */
const happened: Record<string, number> = {}

/** Plays one schedule; answers which answers were said to be saved, by transactions that committed. */
async function play(review: string, seed: number): Promise<Saved[]> {
  const next = randomOf(seed)
  const screen = await screenOf(city, review)
  const versions = new Map(
    (await city.owner<{ number: string; version: number }>('select number::text, version from assets')).map(
      (row) => [row.number, row.version],
    ),
  )
  const saved: Saved[] = []
  const sessions = clients.slice(0, 3 + next(3)).map((client): Session => {
    const act = drawnAct(city, { review, screen, versions }, next)
    let answered: Saved[] = []
    let outcomes: string[] = []
    return {
      client,
      statements: [
        () => begin(client, city.secrets.get(act.login) ?? '', act.permission),
        async () => {
          const { rows } = await client.query<{ answer: unknown }>(`select ${act.sql} as answer`, act.values)
          const answer = rows[0]?.answer
          outcomes = [JSON.stringify(answer)].flatMap((text) =>
            [...text.matchAll(/"outcome":"(\w+)"/gu)].map(([, word = '']) => word),
          )
          if (act.sql.startsWith('save'))
            answered = (answer as (Saved & { outcome: string })[]).filter(
              ({ outcome }) => outcome === 'saved',
            )
        },
        () => client.query(`select record_events('[{"action": "test.acted", "subjectType": "reviews"}]')`),
        async () => {
          await client.query('commit')
          saved.push(...answered)
          for (const outcome of outcomes) happened[outcome] = (happened[outcome] ?? 0) + 1
        },
      ],
    }
  })
  await interleave(sessions, city.database.ownerPool, next)
  return saved
}

/** Where a review begins: answered and certified as far as nothing of an earlier one is still under way. */
async function certifyQuietly(review: string, department: string): Promise<void> {
  const clerk = department === '11' ? 'clerk' : 'clerk12'
  await reviews.rest(clerk, review, department, 100)
  const { rows } = await screenOf(city, review)
  for (const { number, version } of rows.filter((row) => row.department === department && row.version === 1))
    await reviews.saveAll(clerk, review, [{ number, version, answer: 'change' }])
  await reviews.certify(department === '11' ? 'head' : 'head12', review, department)
}

test(`no schedule loses, overwrites or certifies what was not answered (seeds ${first} to ${first + schedules - 1})`, async () => {
  let review = ''
  for (let seed = first; seed < first + schedules; seed++) {
    if ((seed - first) % perReview === 0) {
      review = await reviews.opened({ scope: { bureaus: ['10'] } })
      for (const department of ['11', '12']) await certifyQuietly(review, department)
    }
    const saved = await play(review, seed)
    expect([await broken(city, review), await lost(city, review, saved)], `SEED=${seed}`).toEqual([[], []])
  }
  // Schedules that never met would prove nothing.
  if (schedules > 1)
    for (const outcome of [
      'saved',
      'conflict',
      'certified',
      'changed',
      'alreadyCertified',
      'approved',
      'returned',
      'signedOff',
      'closed',
      'reopened',
      'ownSubmission',
    ])
      expect(happened[outcome] ?? 0, outcome).toBeGreaterThan(0)
}, 400_000)
