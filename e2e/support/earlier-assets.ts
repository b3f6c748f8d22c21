import type { PersonalData } from '@/lib/domain/asset'
import { municipalEarlier } from '@/lib/domain/schemes/municipal-earlier'
import { draftAssets } from '@/lib/features/assets/commands'
import { loadScheme } from '@/lib/features/schemes/commands'
import { anAsset } from '@/lib/testing/asset-draft'
import { registerThrough } from '@/lib/testing/registered'
import { accepted } from '@/scripts/sample-city/actors'
import { underEarlierLevels } from './earlier-levels'
import type { SmallCity } from './small-city'

export type EarlierAsset = [
  confidentiality: string,
  personalData: PersonalData | null,
  visibility?: 'internal' | 'restricted',
]

/** Loads the levels before 2024 into the small city and registers assets of 市民課 under them. Answers their numbers. */
export async function earlierAssets(city: SmallCity, ledger: readonly EarlierAsset[]): Promise<bigint[]> {
  const { id } = accepted(
    await loadScheme(await city.may('system', 'scheme.edit'), municipalEarlier),
    'earlier',
  )
  return underEarlierLevels(city.database.ownerPool, async () => {
    const drafts = ledger.map(([confidentiality, personalData, visibility], at) =>
      anAsset({
        departmentId: city.departmentIds.get('110') ?? 0n,
        schemes: { ...city.schemes, municipal: id },
        name: `旧分類の資産${at}`,
        levels: { confidentiality },
        personalData,
        dataSubjects: personalData === 'none' ? 0 : null,
        visibility: visibility ?? 'internal',
      }),
    )
    const { numbers } = accepted(
      await draftAssets(await city.may('clerk-110', 'asset.create'), drafts),
      'drafts',
    )
    await registerThrough(city.may, 'clerk-110', ['manager-110'], numbers)
    return numbers
  })
}
