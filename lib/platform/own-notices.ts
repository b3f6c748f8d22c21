import type { May } from './authorize'
import { movedClock } from './clock'
import { clients } from './database'
import { sessionSecretOf } from './viewer'

/**
 * Marks one's own notices as read: those given, or with null all. Bookkeeping that concerns nobody else, so the one
 * writing without an event (docs/adr/0036-reminders-and-mail.md). One statement, so one transaction.
 */
export async function markNoticesRead(actor: May<'self.manage'>, ids: bigint[] | null): Promise<void> {
  await clients().writer.$queryRaw`
    select mark_notices_read(${ids}::bigint[]) from (
      select set_config('app.session', ${sessionSecretOf(actor.viewer)}, true) as session,
        set_config('app.now', ${movedClock()}, true) as now offset 0) as known
    where known.session is not null and known.now is not null`
}
