import type { HandlingRestriction, SchemeDefinition } from '../scheme'
import { educationAxes } from './education-axes'

const from = (minRank: number, code: string, area: HandlingRestriction['area'], text: string) =>
  ({ axis: 'importance', minRank, code, area, text }) as const

/** 文部科学省ガイドライン R7.3: importance Ⅰ > Ⅱ > Ⅲ > Ⅳ is primary, with who may access; the three axes are optional. */
export const education2025: SchemeDefinition = {
  code: 'education-2025',
  family: 'education',
  label: '教育の分類体系（令和7年3月）',
  source: '文部科学省「教育情報セキュリティポリシーに関するガイドライン」（令和7年3月）',
  effectiveOn: '2025-04-01',
  status: 'inForce',
  levels: [
    {
      axis: 'importance',
      code: 'I',
      label: 'Ⅰ',
      rank: 4,
      criterion:
        '（要旨）要配慮個人情報など、侵害が起きると児童生徒・保護者・教職員の生命、財産、プライバシー等に甚大な被害が及ぶ情報資産',
      example: '指導要録の原本、健康診断票',
    },
    {
      axis: 'importance',
      code: 'II',
      label: 'Ⅱ',
      rank: 3,
      criterion:
        '（要旨）成績・健康・指導・進路など、侵害が起きると学校事務及び教育活動に重大な影響が及ぶ情報資産',
      example: '通知表、採点結果',
    },
    {
      axis: 'importance',
      code: 'III',
      label: 'Ⅲ',
      rank: 2,
      criterion: '（要旨）学校運営や学習活動に用い、侵害が起きても影響が軽微にとどまる情報資産',
      example: '出席簿、教材、学習記録',
    },
    {
      axis: 'importance',
      code: 'IV',
      label: 'Ⅳ',
      rank: 1,
      criterion: '（要旨）侵害が起きても、ほとんど影響がない情報資産',
      example: '学校要覧、学校ホームページ',
    },
    ...educationAxes,
  ],
  restrictions: [
    from(2, 'noNeedlessCopies', 2, '必要以上の複製及び配付をしない'),
    from(2, 'takeOutPermission', 2, '学校の外へ持ち出すときは、許可を得る（包括的な許可でもよい）'),
    from(3, 'individualTakeOutPermission', 2, '学校の外へ持ち出すときは、その都度、校長の許可を得て記録する'),
    from(3, 'restrictedStorage', 3, '保管場所を制限し、施錠できる場所に保管する'),
    from(3, 'encryptedTransfer', 5, '送信及び運搬のときは、暗号化などで保護する'),
    from(3, 'safeOutsideProcessing', 7, '外部で処理するときは、安全管理措置を定める'),
    from(3, 'irrecoverableDisposal', 2, '復元できない方法で廃棄する'),
    from(3, 'suppliedTerminalsOnly', 4, '支給された端末以外での作業を原則として行わない'),
  ],
}
