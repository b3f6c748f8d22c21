import type { SchemeDefinition } from '../scheme'
import { municipalRestrictions } from './municipal-restrictions'
import { twoStepAxes } from './municipal-two-step-axes'

/** 総務省ガイドライン R6.10 onward: 3A > 3B > 3C > 2 > 1. Wording marked (要旨) is a paraphrase for a city to replace. */
export const municipal2024: SchemeDefinition = {
  code: 'municipal-2024',
  family: 'municipal',
  label: '自治体の分類体系（2024年）',
  source: '総務省「地方公共団体における情報セキュリティポリシーに関するガイドライン」（令和6年10月）',
  effectiveOn: '2025-04-01',
  status: 'inForce',
  levels: [
    {
      axis: 'confidentiality',
      code: '3A',
      label: '3A',
      rank: 5,
      criterion: '（要旨）秘密文書に相当する機密性を要する情報資産',
      example: '試験問題、国民保護計画の非公開部分',
    },
    {
      axis: 'confidentiality',
      code: '3B',
      label: '3B',
      rank: 4,
      criterion:
        '（要旨）漏えいすると個人の権利利益の侵害の度合いが大きく、取扱いに非常に留意すべき情報資産（3Aを除く。）',
      example: '住民記録や税などの住民の個人情報',
    },
    {
      axis: 'confidentiality',
      code: '3C',
      label: '3C',
      rank: 3,
      criterion: '（要旨）3Bほどの機密性は要しないが、公表を前提としない情報資産',
      example: '職員の個人情報、入札予定価格',
    },
    {
      axis: 'confidentiality',
      code: '2',
      label: '2',
      rank: 2,
      criterion: '（要旨）直ちに公表することを前提としない情報資産',
      example: '政策の検討資料',
    },
    {
      axis: 'confidentiality',
      code: '1',
      label: '1',
      rank: 1,
      criterion: '（要旨）機密性3A・3B・3C・2以外の情報資産',
      example: '公表済みの資料',
    },
    ...twoStepAxes,
  ],
  restrictions: municipalRestrictions({ two: 2, strict: 3 }),
}
