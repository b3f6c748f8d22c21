import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate } from '@/lib/platform/day'
import { assetEvent, done } from './commands'
import { openlyProposed } from './open-proposal-queries'

/** A row as the person saw it: another version is refused. */
export type SeenAsset = { number: bigint; version: number }

/** Says that active assets are still right as they stand: the day of the last confirmation becomes today. */
export async function confirmAssets(
  actor: May<'asset.edit'>,
  seen: readonly SeenAsset[],
): Promise<Outcome<{ numbers: bigint[] }, 'notFound' | 'stale' | 'notActive'>> {
  return change(
    actor,
    async (db) => {
      for (const { number, version } of seen) {
        const asset = await findForState(db, number)
        if (!asset) return { refused: 'notFound' }
        if (asset.state !== 'active') return { refused: 'notActive' }
        const changed = await db.asset.updateMany({
          where: { number, version },
          data: { lastConfirmedOn: asDate(actor.viewer.today) },
        })
        if (changed.count !== 1) return { refused: 'stale' }
      }
      return done(
        { numbers: seen.map((asset) => asset.number) },
        seen.map(({ number }) => assetEvent('asset.confirmed', number)),
      )
    },
    atLength,
  )
}

export type CancelRefusal = 'notFound' | 'stale' | 'notDraft' | 'submitted'

/** Withdraws a draft: it becomes 取消 and keeps its number. */
export async function cancelAsset(
  actor: May<'asset.cancel'>,
  seen: SeenAsset & { reason: string },
): Promise<Outcome<{ number: bigint }, CancelRefusal>> {
  return change(actor, async (db) => {
    const asset = await findForState(db, seen.number)
    if (!asset) return { refused: 'notFound' }
    if (asset.state !== 'draft') return { refused: 'notDraft' }
    if ((await openlyProposed(db, [seen.number])).size > 0) return { refused: 'submitted' }
    const changed = await db.asset.updateMany({
      where: { number: seen.number, version: seen.version },
      data: { state: 'cancelled' },
    })
    if (changed.count !== 1) return { refused: 'stale' }
    return done({ number: seen.number }, [assetEvent('asset.cancelled', seen.number, seen.reason)])
  })
}

function findForState(db: WriteDb, number: bigint) {
  return db.asset.findUnique({ where: { number }, select: { state: true } })
}
