import { anAssetContent, type AssetContent } from '../asset-content'
import { kindByMedium, needsZone } from '../medium'
import type { RowRead } from './read-row'

/**
 * What a row that is new to the ledger becomes: 種別 by its medium where it isn't said, a blank zone 対象外 where none is
 * needed, and `today` where there is no 登録日. Null without a name.
 */
export function contentOfNew({ content }: Pick<RowRead, 'content'>, today: string): AssetContent | null {
  if (content.name === undefined) return null
  const medium = content.medium ?? null
  const kindCode = content.kindCode ?? kindByMedium(medium)
  const zone = content.zone ?? (needsZone(kindCode, medium) ? null : 'notApplicable')
  return anAssetContent({
    ...content,
    name: content.name,
    kindCode,
    zone,
    registeredOn: content.registeredOn ?? today,
  })
}
