import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, begin, type ApprovalCity } from '@/e2e/support/approval-city'
import { approvalInvariants } from '@/e2e/support/approval-invariants'
import { interleave, randomFrom, type Random, type Session } from '@/e2e/support/interleaving'

/*
 * Random schedules of people who submit, decide, return, take back and edit at the same time, on connections of their
 * own, statement by statement. SEED=n runs that schedule only.
 */
const only = Number(process.env['SEED'] ?? 0)
const schedules = 1_000
const chunk = 25
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
const assets: string[] = []
let clients: pg.PoolClient[] = []
let monitor: pg.PoolClient
const tally = new Map<string, number>()
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  for (const code of ['11', '11', '11', '12'])
    assets.push(await acts.registered(code, { confidentiality: '3B' }))
  clients = await Promise.all([1, 2, 3, 4].map(() => city.writers.connect()))
  monitor = await city.database.ownerPool.connect()
}, 120_000)
afterAll(async () => {
  for (const client of [...clients, monitor]) client.release()
  await city.end()
})

type Asset = {
  number: string
  version: number
  department_id: string
  confidentiality: string
  data_subjects: number
  state: string
}
const ledger = () =>
  city.owner<Asset>(
    `select number::text, version, department_id::text, confidentiality, data_subjects::int, state from assets where number = any ($1)`,
    [assets],
  )
const open = () =>
  city.owner<{ id: string; version: number }>(
    `select id::text, version from proposals where state = 'submitted' order by id desc limit 6`,
  )
const clerks = ['clerk', 'colleague', 'head', 'clerk12', 'head12']
const deciders = ['head', 'second', 'head12', 'officer', 'chief', 'ciso', 'clerk12']

type Act = { login: string; permission: string; statement: () => Promise<[string, ...unknown[]]> }

function randomAct(random: Random): Act {
  const kind = random.below(10)
  if (kind < 4) return deciding(random)
  if (kind < 7) return submitting(random)
  if (kind === 7)
    return {
      login: random.pick(clerks),
      permission: 'asset.edit',
      statement: async () => [
        `select withdraw_proposals($1, 'x') as answer`,
        (await open()).slice(0, 1 + random.below(2)).map(({ id }) => id),
      ],
    }
  if (kind === 8)
    return {
      login: 'clerk',
      permission: '',
      statement: () => Promise.resolve(['select escalate_waiting_steps() as answer']),
    }
  const tightening = random.pick([
    `data_subjects = data_subjects + 1`,
    `take_out = 'prohibited'`,
    `remarks = remarks || 'x'`,
  ])
  return {
    login: random.pick(clerks),
    permission: 'asset.edit',
    statement: () =>
      Promise.resolve([`update assets set ${tightening} where number = $1`, random.pick(assets)]),
  }
}

function deciding(random: Random): Act {
  return {
    login: random.pick(deciders),
    permission: 'proposal.decide',
    statement: async () => {
      const decisions = random
        .some(await open(), 3)
        .map((each) => ({ ...each, act: random.number() < 0.85 ? 'approve' : 'return', reason: 'x' }))
      return ['select decide_proposals($1) as answer', JSON.stringify(decisions)]
    },
  }
}

function submitting(random: Random): Act {
  const [permission, item] = random.pick<[string, (asset: Asset) => object]>([
    [
      'asset.edit',
      (asset) => ({
        kind: 'change',
        after: {
          data_subjects: Math.max(asset.data_subjects - 1, 0),
          take_out: random.pick(['individual', 'blanket', 'unrestricted']),
        },
      }),
    ],
    [
      'asset.edit',
      (asset) => ({ kind: 'change', after: { data_subjects: Math.max(asset.data_subjects - 2, 0) } }),
    ],
    [
      'asset.reclassify',
      () => ({
        kind: 'reclassification',
        after: {},
        judgement: acts.judgement({ confidentiality: random.pick(['3A', '3B', '3C', '2']) }),
      }),
    ],
    ['asset.transfer', (asset) => ({ kind: 'transfer', after: { department_id: Number(otherThan(asset)) } })],
  ])
  return {
    login: random.pick(clerks),
    permission,
    statement: async () => {
      const chosen = random.some(await ledger(), 2)
      const [first] = chosen
      const items = chosen
        .filter((each) => each.department_id === first?.department_id)
        .map((asset) => ({ number: asset.number, version: asset.version, ...item(asset) }))
      const to = permission === 'asset.transfer' && first ? { toDepartmentId: otherThan(first) } : {}
      return [
        'select submit_proposals($1) as answer',
        JSON.stringify([{ departmentId: first?.department_id, title: 'x', items, ...to }]),
      ]
    },
  }
}
const otherThan = ({ department_id }: Asset) =>
  city.idOf('department', department_id === city.idOf('department', '11') ? '12' : '11')

/** The transactions of one connection: each begins, does its statement, is recorded, and commits, with others between. */
function sessionOf(client: pg.PoolClient, all: Act[]): Session {
  const steps = all.flatMap(({ login, permission, statement }) => {
    let failed = false
    const step = (work: () => Promise<unknown>) => async () => {
      if (failed) return
      await work().catch(async (error: unknown) => {
        failed = true
        count((error as { code?: string }).code ?? 'error')
        await client.query('rollback')
      })
    }
    return [
      step(() => begin(client, city.secrets.get(login) ?? '', permission)),
      step(async () => {
        const [sql, ...values] = await statement()
        const { rows } = await client.query<{ answer: unknown }>(sql, values)
        for (const [, word] of JSON.stringify(rows[0]?.answer ?? '').matchAll(
          /"(?:outcome|refused)":"(\w+)"/gu,
        ))
          count(word ?? '')
      }),
      step(() =>
        client.query(`select record_events('[{"action": "test.acted", "subjectType": "proposals"}]')`),
      ),
      step(() => client.query('commit')),
    ]
  })
  return { client, pid: (client as pg.PoolClient & { processID: number }).processID, steps }
}
const count = (word: string) => tally.set(word, (tally.get(word) ?? 0) + 1)

async function runSchedule(seed: number) {
  const random = randomFrom(seed)
  const principal = random.pick([null, 'head', 'officer', 'ciso'])
  const deputies = `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
    select g.person_id, $2, g.id, app_today(), app_today(), 'away', 1 from grants g where g.person_id = $1`
  if (principal)
    await city.act('chief', 'grant.manageApprovers', deputies, [
      city.idOf('person', principal),
      city.idOf('person', random.pick(['second', 'head12', 'clerk12'])),
    ])
  const sessions = clients.map((client) => sessionOf(client, [randomAct(random), randomAct(random)]))
  await interleave(sessions, random, monitor)
  if (principal)
    await city.act(
      'chief',
      'grant.manageApprovers',
      'update deputies set ended_on = app_today() where ended_on is null',
    )
}

const chunks =
  only > 0
    ? [[only, only] as const]
    : Array.from({ length: schedules / chunk }, (_, at) => [at * chunk + 1, (at + 1) * chunk] as const)
test.each(chunks)(
  'after the schedules of seeds %i to %i everything holds that must',
  async (first, last) => {
    for (let seed = first; seed <= last; seed += 1) await runSchedule(seed)
    for (const [name, breaches] of Object.entries(approvalInvariants))
      expect([name, await city.owner(breaches)]).toEqual([name, []])
  },
  60_000,
)

test('the schedules met every outcome, and no lock was waited for in a circle', () => {
  if (only > 0) return
  for (const word of [
    'approved',
    'passed',
    'returned',
    'baseChanged',
    'withdrawn',
    'ownSubmission',
    'secondTime',
    'notYours',
    'stale',
    'alreadyProposed',
  ])
    expect([word, tally.get(word) ?? 0]).not.toEqual([word, 0])
  expect([tally.get('40P01'), tally.get('55P03'), tally.get('error')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
