import 'server-only'
import { isEditable, type AssetState } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import { familyFor } from '@/lib/domain/classification'
import { splitEdit } from '@/lib/domain/loosening'
import type { CategoryCode } from '@/lib/domain/reference'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { Asset } from '@/generated/prisma/client'
import { assetColumns } from './column-queries'
import { contentOf } from './content-queries'
import { contentInWords, differencesInWords } from './content-words-queries'
import { findPlace, findVocabulary } from './vocabulary-queries'

type Past = Asset & { recordedFrom: Date; recordedTo: Date; savedBy: string | null }
const listed = 30

/** An asset with its earlier versions of the same state, the newest first; null when it is not there or out of reach. */
export async function findVersions(actor: May<'asset.reclassify'>, number: bigint) {
  return read(actor, async (db) => {
    const [row] = await db.$queryRaw<(Asset & { isProposed: boolean })[]>`
      select ${assetColumns}, exists (select from proposal_items i where i.asset_number = number and i.state in ('open', 'approved')) as "isProposed"
      from assets where number = ${number}`
    if (!row) return null
    const past = await db.$queryRaw<Past[]>`
      select ${assetColumns}, recorded_from as "recordedFrom", recorded_to as "recordedTo", person_name(updated_by) as "savedBy"
      from assets_versions where number = ${number} and version < ${row.version} and state = ${row.state}
      order by version desc limit ${listed}`
    return { asset: row, past, place: await findPlace(actor, row.departmentId) }
  })
}

/** What the earlier version said, but for a zone under which another scheme would apply. */
export function contentOfVersion(
  now: Asset,
  then: Asset,
  category: string,
): { content: AssetContent; zoneStays: boolean } {
  const content = contentOf(then)
  const zone = content.zone === 'notApplicable' ? null : content.zone
  const zoneStays =
    content.zone !== contentOf(now).zone && familyFor(category as CategoryCode, zone) !== now.schemeFamily
  return { content: zoneStays ? { ...content, zone: contentOf(now).zone } : content, zoneStays }
}

/** The page: the versions with how much they differ from now, or one of them field by field. */
export async function prepareUndo(actor: May<'asset.reclassify'>, number: bigint, version: number | null) {
  const found = await findVersions(actor, number)
  if (!found) return null
  const { asset, past, place } = found
  const vocabulary = await findVocabulary(actor)
  const now = contentOf(asset)
  const wordsNow = contentInWords(now, vocabulary)
  const differing = past.flatMap((then) => {
    const { content, zoneStays } = contentOfVersion(asset, then, place.category)
    const changes = differencesInWords([wordsNow, contentInWords(content, vocabulary)]).map(
      ({ field, values: [before = '', after = ''] }) => ({ field, before, after }),
    )
    return changes.length === 0 && !zoneStays ? [] : [{ then, content, zoneStays, changes }]
  })
  const chosen = differing.find(({ then }) => then.version === version)
  return {
    asset,
    place,
    isOpen: isEditable(asset.state as AssetState) && !asset.isProposed,
    versions: differing.map(({ then, changes }) => ({
      version: then.version,
      from: then.recordedFrom,
      to: then.recordedTo,
      savedBy: then.savedBy,
      changes: changes.length,
    })),
    chosen: chosen && {
      version: chosen.then.version,
      zoneStays: chosen.zoneStays,
      ...splitInWords(now, chosen.content, asset.state as AssetState, chosen.changes, (content) =>
        contentInWords(content, vocabulary),
      ),
    },
  }
}

type Change = { field: string; before: string; after: string }

/** Which of the changes are written at once: those that what is written at once says too. */
function splitInWords(
  now: AssetContent,
  then: AssetContent,
  state: AssetState,
  changes: readonly Change[],
  words: (content: AssetContent) => Record<string, string>,
) {
  const { atOnce } = splitEdit(now, then, state)
  const written = new Set(differencesInWords([words(now), words(atOnce)]).map(({ field }) => field))
  return {
    atOnce: changes.filter(({ field }) => written.has(field)),
    proposed: changes.filter(({ field }) => !written.has(field)),
  }
}
