import type { Audience, KindCode, PersonalData } from './asset'
import { audiences } from './asset'
import type { ZoneCode } from './reference'
import type { SchemeFamily } from './scheme'

/** The questions of the classifier with their possible answers; words are in lib/labels/classifier.ts. */
export const yesNo = ['yes', 'no'] as const
export type YesNo = (typeof yesNo)[number]

/** Whose personal information: of residents, of the city's own staff, or mere contacts of firms and office holders. */
export const subjectGroups = ['residents', 'staff', 'contacts'] as const

export const publications = ['premised', 'later', 'never'] as const

/** What a school's asset holds, the gravest first. */
export const schoolContents = ['originalRecord', 'guidance', 'credentials', 'running', 'published'] as const
export type SchoolContent = (typeof schoolContents)[number]

export const classifierQuestions = {
  secret: yesNo,
  whose: subjectGroups,
  harm: yesNo,
  publication: publications,
  altered: yesNo,
  stopped: yesNo,
  content: schoolContents,
  audience: audiences,
} as const
export type QuestionCode = keyof typeof classifierQuestions

export type Answers = { [Q in QuestionCode]?: (typeof classifierQuestions)[Q][number] | undefined }

/** What the form already knows. `dataSubjects` is the number of people; null = unknown, which is not 0. */
export type ClassifierFacts = {
  family: SchemeFamily
  kind: KindCode
  zone: ZoneCode | null
  personalData: PersonalData | null
  dataSubjects: number | null
}

/** Networks and facilities are not asked for personal data: what is not asked counts as none. */
export function personalDataOf(facts: ClassifierFacts): PersonalData | null {
  const isAsked = facts.kind !== 'network' && facts.kind !== 'facility'
  return facts.personalData ?? (isAsked ? null : 'none')
}

/** The questions that matter, in order: which ones depends on the fields and on the answers before (domain §4). */
export function questionsFor(facts: ClassifierFacts, answers: Answers): readonly QuestionCode[] {
  if (facts.family === 'education') return educationQuestions(facts)
  return [...confidentialityQuestions(facts, answers), 'altered', 'stopped']
}

function educationQuestions(facts: ClassifierFacts): readonly QuestionCode[] {
  const personalData = personalDataOf(facts)
  return personalData === 'sensitive' || personalData === 'specific' ? ['audience'] : ['content', 'audience']
}

function confidentialityQuestions(facts: ClassifierFacts, answers: Answers): readonly QuestionCode[] {
  const personalData = personalDataOf(facts)
  if (answers.secret === 'yes' || personalData === null) return ['secret']
  if (personalData === 'none') return ['secret', 'publication']
  if (personalData === 'sensitive' || facts.zone === 'myNumber') return ['secret']
  if (answers.whose === 'contacts') return ['secret', 'whose', 'publication']
  if (personalData === 'personal' && answers.whose === 'residents') return ['secret', 'whose', 'harm']
  return ['secret', 'whose']
}

/** The questions still without an answer. */
export function openQuestions(facts: ClassifierFacts, answers: Answers): readonly QuestionCode[] {
  return questionsFor(facts, answers).filter((question) => answers[question] === undefined)
}

/** Answers as they arrive from a form; what is no possible answer is dropped. */
export function readAnswers(given: Readonly<Record<string, unknown>>): Answers {
  const pick = <T extends string>(options: readonly T[], value: unknown): T | undefined =>
    options.find((option) => option === value)
  const answers: Answers = {
    secret: pick(yesNo, given['secret']),
    whose: pick(subjectGroups, given['whose']),
    harm: pick(yesNo, given['harm']),
    publication: pick(publications, given['publication']),
    altered: pick(yesNo, given['altered']),
    stopped: pick(yesNo, given['stopped']),
    content: pick(schoolContents, given['content']),
    audience: pick<Audience>(audiences, given['audience']),
  }
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))
}
