import type { DisposalMethod } from '@/lib/domain/disposal'

export const disposalMethodLabels: Record<DisposalMethod, string> = {
  physicalDestruction: '物理的破壊',
  destruction: '破壊',
  cryptographicErasure: '除去（暗号化消去など）',
  shredding: '裁断・溶解',
  returnToOwner: '所有者への返却',
  ordinary: '通常の廃棄',
}
