import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { clients, closeDatabase } from './database'
import { writingRefused } from './writing-refused'

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

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a door that refuses whoever asks is told from a fault', async () => {
  const refused = await thrownBy(clients().writer.$queryRaw`select answer_rest_unchanged(1, 1, 1)`)
  expect(refused).not.toBeNull()
  expect(writingRefused(refused)).toBe(true)
  const fault = await thrownBy(clients().writer.$queryRaw`select 1 / 0`)
  expect(fault).not.toBeNull()
  expect(writingRefused(fault)).toBe(false)
  expect(writingRefused(new Error('42501'))).toBe(false)
})
