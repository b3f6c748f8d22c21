import { afterAll, beforeAll, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { Prisma } from '@/generated/prisma/client'
import { Reader } from './reader'

let city: SmallCity
let reader: Reader
beforeAll(async () => {
  city = await smallCity()
  reader = new Reader(city.database.readerUrl, 1)
})
afterAll(async () => {
  await reader.end()
  await city.end()
})

const settings = { 'app.session': 'nobody' }
const sessionNow = () => reader.$queryRaw<[{ is: string }]>`select current_setting('app.session', true) as is`

it('reads large numbers, lists of them and days as the object mapper does', async () => {
  const [row] = await reader.$queryRaw<[Record<string, unknown>]>`
    select 9007199254740993::bigint as large, array[1, 2]::bigint[] as list, '{}'::bigint[] as none,
      date '2026-04-01' as day, 7 as small, jsonb_build_object('a', 1) as object`
  expect(row).toEqual({
    large: 9007199254740993n,
    list: [1n, 2n],
    none: [],
    day: new Date('2026-04-01T00:00:00Z'),
    small: 7,
    object: { a: 1 },
  })
})

it('sends values as parameters, in nested parts too', async () => {
  const part = Prisma.sql`and ${'b'} = ${'b'}`
  const rows = await reader.$queryRaw<
    { given: string }[]
  >`select ${"'; drop table assets --"}::text as given where ${1n}::bigint = 1 ${part}`
  expect(rows).toEqual([{ given: "'; drop table assets --" }])
})

it('tells the transaction its settings, and nobody after it', async () => {
  const inside = await reader.transaction(
    settings,
    (db) => db.$queryRaw<[{ is: string }]>`select current_setting('app.session') as is`,
  )
  expect(inside[0].is).toBe('nobody')
  expect((await sessionNow())[0].is).toBe('')
})

it('writes nothing in a transaction, whatever the right', async () => {
  const write = reader.transaction(settings, (db) => db.$queryRaw`create temporary table kept (id int)`)
  await expect(write).rejects.toMatchObject({ code: '25006' })
  expect((await sessionNow())[0].is).toBe('')
})

it('goes on after its connection was ended', async () => {
  const other = new Reader(city.database.readerUrl, 1)
  const interrupted = reader.transaction(settings, async (db) => {
    const [own] = await db.$queryRaw<[{ pid: number }]>`select pg_backend_pid() as pid`
    await other.$queryRaw`select pg_terminate_backend(${own.pid}::int)`
    await db.$queryRaw`select 1`
  })
  await expect(interrupted).rejects.toThrow()
  await other.end()
  expect(await reader.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
})
