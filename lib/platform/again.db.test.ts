import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { tryAgain } from './again'
import { clients, closeDatabase } from './database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
})
afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

test('of two that wait for each other both come through, one of them at the second try', async () => {
  let attempts = 0
  let holding = 0
  let release: () => void = () => undefined
  const bothHold = new Promise<void>((resolve) => {
    release = resolve
  })
  const locking = (first: bigint, second: bigint) =>
    tryAgain(() =>
      clients().writer.$transaction(async (db) => {
        attempts++
        await db.$queryRaw`select pg_advisory_xact_lock(${first}) is null`
        if (++holding === 2) release()
        await bothHold
        await db.$queryRaw`select pg_advisory_xact_lock(${second}) is null`
        return first
      }),
    )
  expect(await Promise.all([locking(1n, 2n), locking(2n, 1n)])).toEqual([1n, 2n])
  expect(attempts).toBe(3)
})

test('any other error is thrown at once', async () => {
  let attempts = 0
  const failing = tryAgain(() => {
    attempts++
    return clients().writer.$queryRaw`select 1 / 0`
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(attempts).toBe(1)
})
