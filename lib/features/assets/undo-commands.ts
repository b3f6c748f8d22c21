import 'server-only'
import type { SchemeFamily } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { contentOf } from './content-queries'
import { editAssets, type Edited, type EditRefusal } from './edit-commands'
import type { Undo } from './undo-schema'
import { contentOfVersion, findVersions } from './undo-queries'

export type UndoRefusal = EditRefusal | 'noSuchVersion'

/** Brings an asset back to what an earlier version said: what loosens, and the zone, is submitted; the rest changes at once. */
export async function undoTo(
  actor: May<'asset.reclassify'>,
  { number, version, to, reason }: Undo,
): Promise<Outcome<Edited, UndoRefusal>> {
  const found = await findVersions(actor, number)
  if (!found) return { refused: 'notFound' }
  const { asset, past, place } = found
  if (asset.version !== version) return { refused: 'stale' }
  const then = past.find((each) => each.version === to)
  if (!then) return { refused: 'noSuchVersion' }
  const { content } = contentOfVersion(asset, then, place.category)
  if (JSON.stringify(content) === JSON.stringify(contentOf(asset))) return { refused: 'noSuchVersion' }
  const scheme = { schemeId: asset.schemeId, schemeFamily: asset.schemeFamily as SchemeFamily }
  return editAssets(actor, [{ number, version, content, scheme, classification: null }], {
    origin: 'undo',
    reason,
  })
}
