import 'server-only'
import type { PersonalData, Visibility } from '@/lib/domain/asset'
import { mergeRefusal, type Mergeable, type MergeRefusal } from '@/lib/domain/merge'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import type { Asset } from '@/generated/prisma/client'
import type { Merge } from './merge-schema'
import type { SeenAsset } from './state-commands'
import { submitEach, type Rule } from './submit-commands'

/**
 * Submits that duplicates are one: one bundle, all or nothing. The one that is kept is in it unchanged, so that nothing
 * else of it can be submitted meanwhile.
 */
export async function proposeMerge(
  actor: May<'asset.merge'>,
  { kept, gone, reason }: Merge,
): Promise<Outcome<{ numbers: bigint[] }, MergeRefusal | SubmitRefusal>> {
  const wanted = [kept, ...gone]
  const ranks = await ranksOf(actor, wanted)
  const facts = (asset: Asset) => mergeable(asset, ranks.get(asset.number) ?? 0)
  let survivor: Mergeable | null = null
  const rule: Rule<SeenAsset, MergeRefusal> = ({ number }, asset) => {
    if (number === kept.number) {
      survivor = facts(asset)
      if (asset.state !== 'active') return 'notActive'
      return { kind: 'merge', after: { state: 'active' }, judgement: null }
    }
    const refused = survivor && mergeRefusal(survivor, facts(asset))
    if (refused) return refused
    return { kind: 'merge', after: { state: 'merged', merged_into: Number(kept.number) }, judgement: null }
  }
  return submitEach(actor, wanted, rule, { origin: 'merge', reason })
}

/** How high each stands in its scheme; of the version that was seen, which submitting asks again. */
async function ranksOf(actor: May<'asset.merge'>, seen: readonly SeenAsset[]) {
  const numbers = seen.map(({ number }) => number)
  const rows = await read(
    actor,
    (db) => db.$queryRaw<{ number: bigint; rank: number }[]>`
      select number, level_rank as rank from assets where number = any(${numbers}::bigint[])`,
  )
  return new Map(rows.map(({ number, rank }) => [number, rank]))
}

function mergeable(asset: Asset, levelRank: number): Mergeable {
  const { number, state, departmentId, schemeId } = asset
  return {
    number,
    state,
    departmentId,
    schemeId,
    levelRank,
    personalData: asset.personalData as PersonalData | null,
    visibility: asset.visibility as Visibility,
  }
}
