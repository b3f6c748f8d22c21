import { anAssetContent, type AssetContent } from '@/lib/domain/asset-content'
import { unclassified, type LevelCodes } from '@/lib/domain/classification'
import type { SchemeFamily } from '@/lib/domain/scheme'
import type { AssetDraft } from '@/lib/features/assets/commands'

type Known = Partial<Omit<AssetContent, 'registeredOn'>> & {
  departmentId: bigint
  schemes: Readonly<Record<SchemeFamily, bigint>>
  /** Whose scheme applies; municipal unless said. */
  family?: SchemeFamily
  levels?: Partial<LevelCodes>
  registeredOn?: string
}

const usualLevels: Record<SchemeFamily, Partial<LevelCodes>> = {
  municipal: { confidentiality: '2', integrity: '1', availability: '1' },
  education: { importance: 'III' },
}

/** A whole, classified draft for `draftAssets`; a test names only what it is about. */
export function anAsset({
  departmentId,
  schemes,
  family = 'municipal',
  levels,
  ...content
}: Known): AssetDraft {
  const schemeId = schemes[family]
  return {
    departmentId,
    scheme: { schemeId, schemeFamily: family },
    content: anAssetContent({
      name: '窓口受付簿',
      kindCode: 'information',
      registeredOn: '2025-04-01',
      zone: family === 'municipal' ? 'lgwan' : 'schoolAffairs',
      personalData: 'none',
      dataSubjects: 0,
      ...content,
    }),
    classification: {
      schemeId,
      levels: { ...unclassified, ...usualLevels[family], ...levels },
      audience: family === 'education' ? 'staff' : null,
      reason: '住民情報を含まない一般の事務資料のため',
      occasion: 'registration',
      answers: null,
      proposed: null,
    },
  }
}
