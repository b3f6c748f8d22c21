import type { AssetContent } from '@/lib/domain/asset-content'
import { compareThreeWays } from '@/lib/domain/three-way'
import type { Asset } from '@/generated/prisma/client'
import { assetFieldLabels } from '@/lib/labels/asset'
import { assetFormValues, valueInWords } from '@/lib/labels/asset-values'
import type { May } from '@/lib/platform/authorize'
import type { FieldConflict } from '@/lib/platform/form-state'
import { read } from '@/lib/platform/read'
import { assetColumns } from './column-queries'
import { contentOf } from './content-queries'
import type { AssetPermission } from './permission-schema'

export type Staleness = {
  /** Every field that the other person changed, with both values. */
  conflict: FieldConflict[]
  /** For the form to go on with: the new version, and the fields that only the other one changed. */
  values: Record<string, string>
}

/** What somebody else made of an asset since `version`, against what was typed now. */
export async function conflictsOf(
  actor: May<AssetPermission>,
  current: Asset,
  version: number,
  yours: AssetContent,
): Promise<Staleness> {
  const [base] = await read(
    actor,
    (db) => db.$queryRaw<Asset[]>`
      select ${assetColumns} from assets_versions where number = ${current.number} and version = ${version}
      order by version_id desc limit 1`,
  )
  const theirs = contentOf(current)
  const seen = base ? contentOf(base) : theirs
  const { conflicts, adopted } = compareThreeWays(seen, theirs, yours)
  const inWords = ({ field, theirs, yours }: (typeof conflicts)[number]) => ({
    field,
    label: assetFieldLabels[field === 'zone' ? 'zoneCode' : field],
    theirs: valueInWords(field, theirs),
    yours: valueInWords(field, yours),
  })
  const texts = assetFormValues(theirs)
  return {
    conflict: [...conflicts, ...adopted].map(inWords),
    values: {
      version: String(current.version),
      ...Object.fromEntries(adopted.map(({ field }) => [field, texts[field] ?? ''])),
    },
  }
}
