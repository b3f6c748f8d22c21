import { AsyncLocalStorage } from 'node:async_hooks'
import type { Permission } from '@/lib/domain/access'
import type { May } from './authorize'
import { movedClock } from './clock'
import { clients } from './database'
import type { ReadDb } from './reader'
import { sessionSecretOf, type Viewer } from './viewer'

const underWay = new AsyncLocalStorage<{ viewer: Viewer; db: ReadDb }>()

/** The only way to a reading client: one transaction in which the database knows who reads. */
export async function read<T>(actor: May<Permission>, work: (db: ReadDb) => Promise<T>): Promise<T> {
  const open = underWay.getStore()
  if (open?.viewer === actor.viewer) return work(open.db)
  const settings = {
    'app.session': sessionSecretOf(actor.viewer),
    'app.permission': actor.permission,
    'app.now': movedClock(),
  }
  return clients().reader.transaction(settings, (db) =>
    underWay.run({ viewer: actor.viewer, db }, () => work(db)),
  )
}

/** Several queries of one page in one transaction: fewer statements, and all see the same moment. */
export async function readTogether<T>(actor: May<Permission>, queries: () => Promise<T>): Promise<T> {
  return read(actor, queries)
}
