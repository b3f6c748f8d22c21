import type { LevelDefinition } from '../scheme'

/** Integrity and availability 2 / 1: the same words in both versions of the municipal scheme (要旨). */
export const twoStepAxes: readonly LevelDefinition[] = [
  {
    axis: 'integrity',
    code: '2',
    label: '2',
    rank: 2,
    criterion:
      '（要旨）改ざん、誤り又は破損により、住民の権利が侵害され、又は事務の適確な遂行に支障（軽微なものを除く。）を及ぼすおそれがある情報資産',
    example: '課税台帳、例規集データベース',
  },
  {
    axis: 'integrity',
    code: '1',
    label: '1',
    rank: 1,
    criterion: '（要旨）完全性2以外の情報資産',
    example: '観光パンフレットの原稿',
  },
  {
    axis: 'availability',
    code: '2',
    label: '2',
    rank: 2,
    criterion:
      '（要旨）滅失、紛失又は利用不能により、住民の権利が侵害され、又は事務の安定的な遂行に支障（軽微なものを除く。）を及ぼすおそれがある情報資産',
    example: '住民基本台帳システム、消防指令システム',
  },
  {
    axis: 'availability',
    code: '1',
    label: '1',
    rank: 1,
    criterion: '（要旨）可用性2以外の情報資産',
    example: '人事評価記録',
  },
]
