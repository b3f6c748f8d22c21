import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { listAssets } from '@/lib/features/assets/queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { authorize } from '@/lib/platform/authorize'
import { showHomeTasks } from './home-queries'

let ledger: Awaited<ReturnType<typeof randomLedger>>

beforeAll(async () => {
  ledger = await randomLedger(300, {
    chief: { role: 'ciso', scope: 'everything' },
    office: { role: 'secretariat', scope: 'everything' },
    watcher: { role: 'auditor', scope: 'everything' },
    clerk: { role: 'assetClerk', scope: 'department', department: '11', until: 'soon' },
    manager: { role: 'assetManager', scope: 'department', department: '11' },
    keeper: { role: 'portalAdmin', scope: 'everything' },
  })
})
afterAll(() => ledger.end())

async function tasksOf(login: string) {
  const viewer = await ledger.viewerOf(login)
  const found = async (params: Record<string, string>) =>
    (await listAssets(authorize(viewer, 'asset.read'), readSearch(params))).found
  return { tasks: await showHomeTasks(authorize(viewer, 'self.manage')), found }
}

test('a manager sees what is to be confirmed, as many as the list finds, and no draft of somebody else', async () => {
  const { tasks, found } = await tasksOf('manager')
  expect(tasks).toMatchObject({ own: 0, drafts: [], sent: 0, proposals: [] })
  expect(tasks.unconfirmed).toBeGreaterThan(0)
  expect(tasks.unconfirmed).toBe(await found({ unconfirmed: '1' }))
})

test('a manager is told whose role ends soon in the own department; a clerk is not', async () => {
  expect((await tasksOf('manager')).tasks.ending.map((each) => each.person)).toEqual(['clerk'])
  expect((await tasksOf('clerk')).tasks.ending).toEqual([])
})

test('a clerk sees neither what others submitted nor what only others decide', async () => {
  const { tasks, found } = await tasksOf('clerk')
  expect(tasks).toMatchObject({
    own: 0,
    sent: 0,
    draftsInReach: null,
    unclassified: null,
    drafts: [],
  })
  expect(tasks.unclassifiedDrafts).toBe(
    await found({ state: 'draft', confidentiality: 'none', importance: 'none' }),
  )
})

test('the secretariat sees the closed department that still answers for assets, and the roles that end', async () => {
  const { tasks } = await tasksOf('office')
  expect(tasks.closed.map((each) => each.code)).toEqual(['12'])
  expect(tasks.ending.map((each) => each.person)).toEqual(['clerk'])
})

test('the CISO sees totals; the auditor and the portal administrator are waited for by nothing', async () => {
  const { tasks, found } = await tasksOf('chief')
  expect(tasks.draftsInReach).toBe(await found({ state: 'draft' }))
  expect(tasks.unclassified).toBe(
    await found({ state: 'active', confidentiality: 'none', importance: 'none' }),
  )
  const nothing = {
    own: null,
    sent: 0,
    draftsInReach: null,
    unconfirmed: null,
    drafts: [],
    closed: [],
  }
  expect((await tasksOf('watcher')).tasks).toMatchObject(nothing)
  expect((await tasksOf('keeper')).tasks).toMatchObject(nothing)
})
