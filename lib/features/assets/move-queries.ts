import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'

/** A closed department that still holds assets. */
export type PendingMove = {
  id: string
  name: string
  closedOn: string
  assets: { number: string; name: string }[]
  /** 関係者限り assets: moved with the whole, never named. */
  withheld: number
  successors: { id: string; name: string }[]
}

export async function listPendingMoves(actor: May<'asset.moveToSuccessor'>): Promise<PendingMove[]> {
  return read(actor, async (db) => {
    const [row] = await db.$queryRaw<{ moves: PendingMove[] }[]>`select pending_moves() as moves`
    return row?.moves ?? []
  })
}
