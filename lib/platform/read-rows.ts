import { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/lib/domain/access'
import type { May } from './authorize'
import { read } from './read'
import type { ReadDb } from './reader'

/** Rows of one moment, to be gone through from the first, as often as wanted, without holding them. */
export type OpenRows<Row> = {
  count: number
  pages: () => AsyncGenerator<Row[]>
  /** Gives the connection back; also done when nobody asks for a page for two minutes. */
  close: () => Promise<void>
}

const pageSize = 250
/** A slow line empties its buffers between two pages (milliseconds); the database itself gives up a little later. */
const patience = 120_000

/**
 * Opens a query whose rows carry their `place` (1…, as text) in one transaction that knows who reads. What the policies
 * say is asked here, before anybody gets a row. Whoever opens closes.
 */
export async function openRows<Row extends { place: string }>(
  actor: May<Permission>,
  query: Prisma.Sql,
): Promise<OpenRows<Row>> {
  const opened = later<{ db: ReadDb; count: number }>()
  const closing = later<undefined>()
  const ended = read(actor, async (db) => {
    await db.$queryRaw`select set_config('idle_in_transaction_session_timeout', '150s', true)`
    await db.$queryRaw`declare open_rows scroll cursor for ${query}`
    const [last] = await db.$queryRaw<Row[]>`fetch last from open_rows`
    opened.resolve({ db, count: Number(last?.place ?? 0) })
    await closing.promise
  })
  ended.catch(opened.reject)
  const { db, count } = await opened.promise
  let isOpen = true
  const close = async () => {
    isOpen = false
    closing.resolve(undefined)
    await ended
  }
  const waiting = setTimeout(() => void close().catch(() => undefined), patience).unref()
  return {
    count,
    close: async () => {
      clearTimeout(waiting)
      await close()
    },
    pages: async function* () {
      await db.$queryRaw`move absolute 0 from open_rows`
      for (;;) {
        waiting.refresh()
        if (!isOpen) throw new Error('the rows were closed: nobody asked for a page for two minutes')
        const rows = await db.$queryRaw<Row[]>`fetch forward ${Prisma.raw(String(pageSize))} from open_rows`
        if (rows.length > 0) yield rows
        if (rows.length < pageSize) return
      }
    },
  }
}

function later<T>() {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  if (!settle) throw new Error('a promise calls its maker at once')
  return { promise, ...settle }
}
