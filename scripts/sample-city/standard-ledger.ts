import type { StandardAssetEntry } from '@/lib/features/standard-assets/schema'
import { addStandardAssets } from '@/lib/features/standard-assets/commands'
import { accepted } from './actors'
import type { City, Happening } from './chronicle'
import type { SampleRow } from './sample-row'
import { momentOf } from './timeline'

const publishedOn = '2025-04-08'

/** 学校教育課 publishes the standard ledger a week after the education scheme came into force. */
export function addStandardLedger({ standard, actors, state }: City): Happening {
  return {
    at: momentOf(publishedOn, 9, 12),
    run: async () => {
      const entries = standard.map(entryOf)
      const actor = await actors.may('kyoiku-kacho', 'standardLedger.edit')
      const { ids } = accepted(await addStandardAssets(actor, entries), 'standard ledger')
      for (const [at, id] of ids.entries()) state.standardIds.set(entries[at]?.name ?? '', id)
    },
  }
}

function entryOf({ content, levels }: SampleRow): StandardAssetEntry {
  const { name, zone, storageLocation, userScope, takeOut, retention, medium } = content
  const zoneCode = zone === 'notApplicable' ? null : zone
  return {
    name,
    importance: levels.importance ?? '',
    zoneCode,
    storageLocation,
    userScope,
    takeOut,
    retention,
    medium,
  }
}
