import type { WriteDb } from '@/lib/platform/database'

/** Which of these assets are in a proposal that still waits: a draft rests until then, and nothing else is submitted. */
export async function openlyProposed(db: WriteDb, numbers: readonly bigint[]): Promise<ReadonlySet<bigint>> {
  const rows = await db.$queryRaw<{ number: bigint }[]>`
    select asset_number as number from proposal_items
    where asset_number = any(${[...numbers]}::bigint[]) and state in ('open', 'approved')`
  return new Set(rows.map(({ number }) => number))
}
