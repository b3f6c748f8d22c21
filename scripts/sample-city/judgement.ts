import type { PersonalData } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import type { SampleRow } from './sample-row'

/** The levels that a person gave before 2024: 3 for secrets and residents, 2 for what is not published. */
export function earlierLevels(levels: LevelCodes, personalData: PersonalData | null): LevelCodes {
  const isGrave = personalData === 'specific' || personalData === 'sensitive'
  const confidentiality =
    levels.confidentiality === '3A' || levels.confidentiality === '3B'
      ? '3'
      : levels.confidentiality === '3C'
        ? isGrave
          ? '3'
          : '2'
        : levels.confidentiality
  return { ...levels, confidentiality }
}

const personal: Record<PersonalData, string | null> = {
  none: null,
  personal: '個人情報を扱うため',
  sensitive: '要配慮個人情報を扱うため',
  specific: '特定個人情報を扱うため',
}
const confidentiality: Record<string, string> = {
  '3A': '秘密文書に相当する内容であるため',
  '3B': '漏えいすると個人の権利利益の侵害の度合いが大きいため',
  '3C': '公表を前提としない内容であるため',
  '2': '直ちに公表することを前提としないため',
  '1': '公表している、又は公表を前提とする内容であるため',
}
const importance: Record<string, string> = {
  I: '侵害が起きると、児童生徒のプライバシー等に甚大な被害が及ぶため',
  II: '成績・健康・指導など、学校事務と教育活動に重大な影響が及ぶ内容であるため',
  III: '学校の運営や学習活動に用い、影響は軽微にとどまるため',
  IV: '公表している内容であるため',
}

/** Why a person judged a row so, in the words of the levels. */
export function reasonOf(row: SampleRow, levels: LevelCodes): string {
  if (row.family === 'education') return importance[levels.importance ?? ''] ?? ''
  const lead = levels.confidentiality ?? ''
  const who = personal[row.content.personalData ?? 'none']
  const isPublished = lead === '1' || lead === '2'
  const first =
    who !== null && lead !== '3A' && !isPublished
      ? who
      : (confidentiality[lead] ?? '秘密を要する内容であるため')
  return levels.availability === '2' ? `${first}。止まると事務に支障が出るため` : first
}

/** Why the level of the earlier scheme became this one. */
export function renewalReasonOf(row: SampleRow, levels: LevelCodes): string {
  const before = earlierLevels(levels, row.content.personalData).confidentiality ?? ''
  const after = levels.confidentiality ?? ''
  return `旧分類の機密性${before}を見直した結果、${after}とした。${confidentiality[after] ?? ''}`
}
