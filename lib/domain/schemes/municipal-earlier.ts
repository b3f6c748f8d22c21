import type { SchemeDefinition } from '../scheme'
import { municipalRestrictions } from './municipal-restrictions'
import { twoStepAxes } from './municipal-two-step-axes'

/** The levels before 2024: confidentiality 3 / 2 / 1. Its 3 is not one level of the new scheme: a person judges anew. */
export const municipalEarlier: SchemeDefinition = {
  code: 'municipal-earlier',
  family: 'municipal',
  label: '自治体の分類体系（旧）',
  source: '総務省「地方公共団体における情報セキュリティポリシーに関するガイドライン」（令和6年10月改定前）',
  effectiveOn: '2015-04-01',
  status: 'retired',
  levels: [
    {
      axis: 'confidentiality',
      code: '3',
      label: '3',
      rank: 3,
      criterion: '（要旨）秘密文書に相当する機密性を要する情報資産',
      example: '住民の個人情報、試験問題',
    },
    {
      axis: 'confidentiality',
      code: '2',
      label: '2',
      rank: 2,
      criterion: '（要旨）秘密文書に相当する機密性は要しないが、直ちに公表することを前提としない情報資産',
      example: '政策の検討資料、職員の名簿',
    },
    {
      axis: 'confidentiality',
      code: '1',
      label: '1',
      rank: 1,
      criterion: '（要旨）機密性2又は3以外の情報資産',
      example: '公表済みの資料',
    },
    ...twoStepAxes,
  ],
  restrictions: municipalRestrictions({ two: 2, strict: 3 }),
}
