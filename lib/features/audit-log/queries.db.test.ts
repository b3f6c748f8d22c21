import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { authorize, Forbidden } from '@/lib/platform/authorize'
import { readTrail } from './queries'
import { readTrailSearch } from './schema'

let ledger: Awaited<ReturnType<typeof randomLedger>>

beforeAll(async () => {
  ledger = await randomLedger(10, {
    chief: { role: 'ciso', scope: 'everything' },
    watcher: { role: 'auditor', scope: 'everything' },
    'watcher-two': { role: 'auditor', scope: 'everything' },
    clerk: { role: 'assetClerk', scope: 'department', department: '11' },
  })
})
afterAll(() => ledger.end())

const actorOf = async (login: string) => authorize(await ledger.viewerOf(login), 'audit.read')
async function openingsBy(login: string): Promise<number> {
  const { rows } = await ledger.database.ownerPool.query<{ count: string }>(
    `select count(*) from audit_events e join people p on p.id = e.actor_id where e.action = 'auditLog.read' and p.login_id = $1`,
    [login],
  )
  return Number(rows[0]?.count)
}

test('opening the trail is recorded first, and is the newest entry; a page turn is not recorded', async () => {
  const actor = await actorOf('chief')
  const page = await readTrail(actor, readTrailSearch({}))
  expect(page.events[0]).toMatchObject({
    action: 'auditLog.read',
    actorLogin: 'chief',
    subjectType: 'audit_log',
  })
  expect(page.events[0]?.link).toBe(page.chain.links)
  await readTrail(actor, readTrailSearch({ before: String(page.events[0]?.id) }))
  expect(await openingsBy('chief')).toBe(1)
})

test('pages follow each other without a gap or a repetition', async () => {
  const actor = await actorOf('chief')
  for (let turn = 0; turn < 51; turn += 1) await readTrail(actor, readTrailSearch({}))
  const first = await readTrail(actor, readTrailSearch({ group: 'auditLog' }))
  const second = await readTrail(actor, readTrailSearch({ group: 'auditLog', before: String(first.older) }))
  expect(first.events).toHaveLength(50)
  expect(new Set([...first.events, ...second.events].map((event) => event.id)).size).toBe(
    await openingsBy('chief'),
  )
})

test('a person is found by login ID or name; several that fit are offered instead of a list', async () => {
  const actor = await actorOf('watcher')
  const one = await readTrail(actor, readTrailSearch({ person: 'watcher' }))
  expect(new Set(one.events.map((event) => event.actorLogin))).toEqual(new Set(['watcher']))
  const several = await readTrail(actor, readTrailSearch({ person: 'watch' }))
  expect(several.people?.map((each) => each.loginId)).toEqual(['watcher', 'watcher-two'])
  expect(several.events).toEqual([])
  expect((await readTrail(actor, readTrailSearch({ person: 'nobody' }))).people).toEqual([])
})

test('days and kinds narrow the list', async () => {
  const actor = await actorOf('watcher')
  const past = await readTrail(actor, readTrailSearch({ to: '平成31年4月1日' }))
  expect(past.events).toEqual([])
  const sessions = await readTrail(actor, readTrailSearch({ group: 'session' }))
  expect(sessions.events.length).toBeGreaterThan(0)
  expect(sessions.events.every((event) => event.action.startsWith('session.'))).toBe(true)
})

test('a clerk may not open the trail', async () => {
  const viewer = await ledger.viewerOf('clerk')
  expect(() => authorize(viewer, 'audit.read')).toThrow(Forbidden)
})
