import type { Permission } from '@/lib/domain/access'
import type { May } from './authorize'
import { movedClock } from './clock'
import { clients, type ReadDb } from './database'
import { sessionSecretOf } from './viewer'

/** The only way to a reading client: one transaction in which the database knows who reads. */
export async function read<T>(actor: May<Permission>, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return clients().reader.$transaction(async (db) => {
    await db.$queryRaw`select set_config('app.session', ${sessionSecretOf(actor.viewer)}, true),
      set_config('app.permission', ${actor.permission}, true), set_config('app.now', ${movedClock()}, true)`
    return work(db)
  })
}
