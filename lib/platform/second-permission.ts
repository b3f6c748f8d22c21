import type { Permission } from '@/lib/domain/access'
import type { May } from './authorize'
import type { WriteDb } from './database'

/**
 * Goes on, in the same transaction, with another permission of the same person: a list of people adds people and
 * grants, all or nothing. The database asks again whether it is held.
 */
export async function continueWith(db: WriteDb, actor: May<Permission>): Promise<void> {
  await db.$queryRaw`select set_config('app.permission', ${actor.permission}, true)`
}
