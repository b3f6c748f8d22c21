import { describe, expect, test } from 'vitest'
import { permissions } from '@/lib/domain/access'
import { actions, downloads, routes, type Needed } from './permission-matrix'
import { addressesOfDownloads, filesOfActions, waysOfActions, waysOfRoutes } from './permission-sources'

const isPermission = (needed: Needed) => permissions.some((permission) => permission === needed)
const inSources = { routes: waysOfRoutes(), actions: waysOfActions() }

test('every page and route handler has a row in the matrix, and every row leads to one', () => {
  expect(inSources.routes.map(({ name }) => name).sort()).toEqual(Object.keys(routes).sort())
  expect(inSources.routes.length).toBeGreaterThan(20)
})

test('every server action has a row in the matrix, and every row leads to one', () => {
  expect(inSources.actions.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort())
  expect(inSources.actions.length).toBeGreaterThan(20)
})

test('server actions stand in files of actions only, never inside a page or a component', () => {
  for (const { file, whole } of filesOfActions()) {
    expect(file).toMatch(/^lib\/features\/[a-z-]+\/[a-z-]*actions\.ts$/u)
    expect([file, whole]).toEqual([file, true])
  }
})

test('every export and download has a row, and is a route', () => {
  expect(addressesOfDownloads().sort()).toEqual([...downloads].sort())
  for (const address of downloads) expect(Object.keys(routes)).toContain(address)
})

describe('each way asks for exactly what its row says', () => {
  const rows: Record<string, Needed> = { ...routes, ...actions }
  test.each([...inSources.routes, ...inSources.actions])('$name', ({ name, asks }) => {
    const needed = rows[name] ?? 'public'
    expect(asks).toEqual(isPermission(needed) ? [needed] : [])
  })
})

test('only signing in, health and the forced first change are open without a permission', () => {
  const open = Object.entries({ ...routes, ...actions }).filter(([, needed]) => !isPermission(needed))
  expect(open).toEqual([
    ['/api/health', 'public'],
    ['/first-password', 'self'],
    ['/sign-in', 'public'],
    ['sessions/signIn', 'public'],
    ['sessions/signOut', 'self'],
  ])
})
