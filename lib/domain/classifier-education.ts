import type { Audience } from './asset'
import type { LevelCodes } from './classification'
import { unclassified } from './classification'
import type { Answers, ClassifierFacts, SchoolContent } from './classifier-questions'
import { personalDataOf } from './classifier-questions'
import type { Reason } from './classifier-reason'
import type { Level } from './scheme'

/** 文部科学省ガイドライン R7.3, 情報資産の分類 (domain §4): the content decides, the gravest first. */
const byContent: Record<SchoolContent, { importance: string; reason: Reason }> = {
  originalRecord: { importance: 'I', reason: { code: 'originalRecord' } },
  guidance: { importance: 'II', reason: { code: 'guidanceRecord' } },
  credentials: { importance: 'II', reason: { code: 'credentials' } },
  running: { importance: 'III', reason: { code: 'schoolRunning' } },
  published: { importance: 'IV', reason: { code: 'schoolPublished' } },
}

type ImportanceProposal = { levels: LevelCodes; audience: Audience | null; reasons: { importance?: Reason } }

/** Importance with who may access; the three axes are optional and nothing is proposed for them. */
export function proposeImportance(
  facts: ClassifierFacts,
  answers: Answers,
  levels: readonly Level[],
): ImportanceProposal {
  const decided = decide(facts, answers)
  const isKnown =
    decided !== null && levels.some(({ axis, code }) => axis === 'importance' && code === decided.importance)
  if (!isKnown) return { levels: unclassified, audience: answers.audience ?? null, reasons: {} }
  return {
    levels: { ...unclassified, importance: decided.importance },
    audience: answers.audience ?? usualAudience(facts, decided.importance),
    reasons: { importance: decided.reason },
  }
}

function decide(facts: ClassifierFacts, answers: Answers): { importance: string; reason: Reason } | null {
  const people = facts.dataSubjects
  const personalData = personalDataOf(facts)
  // Ⅰ: 要配慮個人情報等, 甚大な被害.
  if (personalData === 'sensitive') return { importance: 'I', reason: { code: 'sensitivePersonal', people } }
  if (personalData === 'specific') return { importance: 'I', reason: { code: 'specificPersonal', people } }
  return answers.content === undefined ? null : byContent[answers.content]
}

/** 学習系 is by policy 2(12)③ where children work too; what is published is for all; the rest stays with the staff. */
function usualAudience(facts: ClassifierFacts, importance: string): Audience {
  if (importance === 'IV') return 'public'
  return facts.zone === 'learning' && importance === 'III' ? 'students' : 'staff'
}
