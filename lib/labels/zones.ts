import type { ZoneCode, ZoneNetwork } from '@/lib/domain/reference'

export const zoneLabels: Record<ZoneCode, string> = {
  myNumber: 'マイナンバー利用事務系',
  lgwan: 'LGWAN接続系',
  internet: 'インターネット接続系',
  schoolAffairs: '校務系',
  schoolExternal: '校務外部接続系',
  learning: '学習系',
}

export const zoneNetworkLabels: Record<ZoneNetwork, string> = { municipal: '庁内', school: '校内' }

/** Three different kinds of nothing: no zone needed, not yet entered, not yet classified. */
export const emptyCellLabels = {
  notApplicable: '対象外',
  notEntered: '未入力',
  unclassified: '未分類',
} as const
