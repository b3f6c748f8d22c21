import 'server-only'
import type { May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { markNoticesRead } from '@/lib/platform/own-notices'

/** 読んだことにする: one, or with null everything. */
export async function readNotices(
  actor: May<'self.manage'>,
  { id }: { id: bigint[] | null },
): Promise<Outcome<null, never>> {
  await markNoticesRead(actor, id)
  return { result: null }
}
