import type { Audience } from './asset'
import type { LevelCodes } from './classification'
import { requiredAxes, unclassified } from './classification'
import { proposeImportance } from './classifier-education'
import type { Answers, ClassifierFacts, YesNo } from './classifier-questions'
import { personalDataOf } from './classifier-questions'
import type { Reason } from './classifier-reason'
import type { Level, LevelAxis } from './scheme'

/** `levels[axis]` is null where the answers do not decide it yet. `reasons` has one reason for each proposed level. */
export type Proposal = {
  levels: LevelCodes
  audience: Audience | null
  reasons: Partial<Record<LevelAxis, Reason>>
}

/**
 * From this many residents on, plain personal information is proposed as grave even when each entry alone would not be:
 * the extent of the harm grows with 何人分か (domain §4). A proposal only: a person may overrule it with a reason.
 */
export const manyPeople = 100_000

/** Grades of the confidentiality criteria (総務省ガイドライン R6.10, 情報資産の分類), the strictest first. */
type Grade = 'secret' | 'grave' | 'closed' | 'later' | 'open'

/** Codes that a grade may have; the first that the scheme knows counts (2024: 3A 3B 3C 2 1; earlier: 3 3 2 2 1). */
const codesOfGrade: Record<Grade, readonly string[]> = {
  secret: ['3A', '3'],
  grave: ['3B', '3'],
  closed: ['3C', '2'],
  later: ['2'],
  open: ['1'],
}

/** Proposes levels from what the form knows and the answers so far. Pure: the same input gives the same proposal. */
export function proposeLevels(facts: ClassifierFacts, answers: Answers, levels: readonly Level[]): Proposal {
  if (facts.family === 'education') return proposeImportance(facts, answers, levels)
  const confidentiality = gradeOf(facts, answers)
  const integrity = twoStep(facts, answers.altered, 'alterationHurts', 'alterationBearable')
  const availability = twoStep(facts, answers.stopped, 'stopHurts', 'stopBearable')
  const code = confidentiality && codesOfGrade[confidentiality.grade].find((known) => isKnown(levels, known))
  return {
    levels: {
      ...unclassified,
      confidentiality: code ?? null,
      integrity: integrity?.code ?? null,
      availability: availability?.code ?? null,
    },
    audience: null,
    reasons: {
      ...(confidentiality && code !== undefined ? { confidentiality: confidentiality.reason } : {}),
      ...(integrity ? { integrity: integrity.reason } : {}),
      ...(availability ? { availability: availability.reason } : {}),
    },
  }
}

function isKnown(levels: readonly Level[], code: string): boolean {
  return levels.some((level) => level.axis === 'confidentiality' && level.code === code)
}

function gradeOf(facts: ClassifierFacts, answers: Answers): { grade: Grade; reason: Reason } | null {
  // 3A: 秘密文書に相当する — whatever else is true of it.
  if (answers.secret === 'yes') return { grade: 'secret', reason: { code: 'secretDocument' } }
  const people = facts.dataSubjects
  switch (personalDataOf(facts)) {
    case null:
      return null
    case 'none':
      return gradeByPublication(answers)
    // 3B: 漏えいすると個人の権利利益の侵害の度合いが大きい — always so for 要配慮個人情報 (個人情報保護法2条3項).
    case 'sensitive':
      return { grade: 'grave', reason: { code: 'sensitivePersonal', people } }
    // 特定個人情報 (番号法2条9項) is grave, save the city's own staff's for 個人番号関係事務: 職員の個人情報 is 3C.
    case 'specific':
      if (answers.whose === 'staff' && facts.zone !== 'myNumber') {
        return { grade: 'closed', reason: { code: 'staffPersonal', people } }
      }
      return { grade: 'grave', reason: { code: 'specificPersonal', people } }
    case 'personal':
      return gradeOfPersonal(facts, answers)
  }
}

function gradeOfPersonal(facts: ClassifierFacts, answers: Answers): { grade: Grade; reason: Reason } | null {
  const people = facts.dataSubjects
  // Policy 2(9)①: social security, tax, disaster, family register: 住民記録・税の住民の個人情報 is the example of 3B.
  if (facts.zone === 'myNumber') return { grade: 'grave', reason: { code: 'myNumberZonePersonal', people } }
  if (answers.whose === 'staff') return { grade: 'closed', reason: { code: 'staffPersonal', people } }
  if (answers.whose === 'contacts') return gradeByPublication(answers)
  if (answers.whose === undefined) return null
  if (answers.harm === 'yes') return { grade: 'grave', reason: { code: 'graveHarm', people } }
  if (people !== null && people >= manyPeople)
    return { grade: 'grave', reason: { code: 'manyPeople', people } }
  // 3C: not as grave as 3B, yet not premised on publication.
  return answers.harm === 'no' ? { grade: 'closed', reason: { code: 'ordinaryPersonal', people } } : null
}

function gradeByPublication(answers: Answers): { grade: Grade; reason: Reason } | null {
  switch (answers.publication) {
    case undefined:
      return null
    case 'never': // 3C: 公表を前提としない
      return { grade: 'closed', reason: { code: 'neverPublished' } }
    case 'later': // 2: 直ちに公表することを前提としない
      return { grade: 'later', reason: { code: 'publishedLater' } }
    case 'premised': // 1: 上記以外
      return { grade: 'open', reason: { code: 'premisedOnPublication' } }
  }
}

/** Integrity and availability: 支障（軽微なものを除く）= 2. A system in マイナンバー利用事務系 is 2 unless denied. */
function twoStep(
  facts: ClassifierFacts,
  answer: YesNo | undefined,
  hurts: 'alterationHurts' | 'stopHurts',
  bearable: 'alterationBearable' | 'stopBearable',
): { code: string; reason: Reason } | null {
  if (answer === 'yes') return { code: '2', reason: { code: hurts } }
  if (answer === 'no') return { code: '1', reason: { code: bearable } }
  const isMyNumberSystem = facts.zone === 'myNumber' && facts.kind === 'informationSystem'
  return isMyNumberSystem ? { code: '2', reason: { code: 'myNumberSystem' } } : null
}

/** The axes on which what was chosen differs from the proposal: overruling needs a reason (domain §4). */
export function overruledAxes(proposal: Proposal, chosen: LevelCodes): readonly LevelAxis[] {
  const axes = new Set<LevelAxis>([...requiredAxes.municipal, ...requiredAxes.education])
  return [...axes].filter((axis) => proposal.levels[axis] !== null && chosen[axis] !== proposal.levels[axis])
}
