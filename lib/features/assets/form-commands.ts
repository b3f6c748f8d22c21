import { anAssetContent, type AssetContent, type ClassificationContent } from '@/lib/domain/asset-content'
import { familyFor } from '@/lib/domain/classification'
import { openQuestions, type QuestionCode } from '@/lib/domain/classifier-questions'
import {
  decideLevels,
  proposalSignature,
  type Chosen,
  type Decision,
} from '@/lib/domain/decide-classification'
import { sameJudgement } from '@/lib/domain/same-judgement'
import type { CategoryCode } from '@/lib/domain/reference'
import { isAxis } from '@/lib/domain/scheme'
import { assetFormErrors } from '@/lib/labels/asset-form'
import { reviewProposal } from '@/lib/labels/asset-refusals'
import { adoptionWords } from '@/lib/labels/scheme-mapping'
import { decidedSentence, overruleNeedsReason, proposalInWords } from '@/lib/labels/classifier'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import { draftAssets, type DraftRefusal } from './commands'
import { conflictsOf } from './conflict-queries'
import { contentOf } from './content-queries'
import { editAssets, type Edited, type EditRefusal } from './edit-commands'
import { earlierLevels } from './form-queries'
import { mergeContent, type AssetFormInput, type Judgement } from './form-schema'
import { findAsset } from './queries'
import { draftAndSubmit } from './submit-commands'
import {
  findDepartmentChoices,
  findVocabulary,
  schemeInForce,
  type SchemeWords,
  type Vocabulary,
} from './vocabulary-queries'

/** What stands: the levels of this version, or those of an earlier one in words. */
type Standing = { levels: Chosen; earlier: ReturnType<typeof earlierLevels> }
type Judged =
  | { classification: ClassificationContent | null }
  | { invalid: Record<string, string[]> }
  | { review: string }

/** From the filled form to a draft, which goes to the approvers where the person says so. */
export async function draftFromForm(
  actor: May<'asset.create'>,
  input: AssetFormInput,
): Promise<Verdict<{ numbers: bigint[]; submitted: boolean }, DraftRefusal | SubmitRefusal>> {
  const departments = await findDepartmentChoices(actor, 'asset.create')
  const department = departments.find((each) => each.code === input.departmentCode)
  if (!department) return { invalid: { department: [assetFormErrors.departmentUnknown] } }
  const content = mergeContent(
    anAssetContent({
      name: input.fields.name,
      kindCode: input.fields.kindCode,
      registeredOn: actor.viewer.today,
    }),
    input.fields,
  )
  const { scheme, family } = schemeFor(await findVocabulary(actor), department.category, content)
  const judged = judge(content, input.judgement, scheme, 'registration', { levels: {}, earlier: null })
  if (!('classification' in judged)) return judged
  const draft = {
    content,
    departmentId: BigInt(department.id),
    scheme: { schemeId: BigInt(scheme.id), schemeFamily: family },
    classification: judged.classification,
  }
  const submitted = input.judgement.judging === 'submit'
  const outcome = await (submitted
    ? draftAndSubmit(actor, [draft], ofReview(input))
    : draftAssets(actor, [draft]))
  return 'refused' in outcome ? outcome : { result: { ...outcome.result, submitted } }
}

/** From the filled form to a changed asset. A stale form gets both values back and loses nothing typed. */
export async function editFromForm(
  actor: May<'asset.edit'> | May<'asset.reclassify'>,
  input: AssetFormInput,
): Promise<Verdict<Edited, EditRefusal>> {
  const found = input.number === null ? null : await findAsset(actor, input.number)
  if (!found || input.number === null) return { refused: 'notFound' }
  const content = mergeContent(contentOf(found.asset), input.fields)
  const vocabulary = await findVocabulary(actor)
  const { scheme, family } = schemeFor(vocabulary, found.about.category, content)
  if (found.asset.version !== input.version) {
    return { refused: 'stale', ...(await conflictsOf(actor, found.asset, input.version, content)) }
  }
  const isActive = found.asset.state === 'active'
  const isSameVersion = found.asset.schemeId === BigInt(scheme.id)
  const occasion = !isActive ? 'edit' : isSameVersion ? 'reclassification' : 'schemeChange'
  const current = {
    levels: isSameVersion ? found.asset : {},
    earlier: earlierLevels(found.asset, vocabulary),
  }
  const judged = judge(content, input.judgement, scheme, occasion, current)
  if (!('classification' in judged)) return judged
  const schemeMoved = found.asset.classificationId !== null && found.asset.schemeFamily !== family
  if (schemeMoved && judged.classification === null)
    return { invalid: { judging: [assetFormErrors.schemeChanged] } }
  // Judging anew leaves its record also when the levels stay; an edit that leaves them is only an edit.
  const isSame = actor.permission === 'asset.edit' && sameJudgement(found.asset, judged.classification)
  const classification = isSame ? null : judged.classification
  const edit = {
    number: input.number,
    version: input.version,
    content,
    scheme: { schemeId: BigInt(scheme.id), schemeFamily: family },
    classification,
  }
  return editAssets(actor, [edit], {
    registers: input.judgement.judging === 'submit',
    ...ofReview(input),
  })
}

function ofReview({ reviewId }: AssetFormInput): { reviewId?: bigint } {
  return reviewId === undefined ? {} : { reviewId }
}

function schemeFor(words: Vocabulary, category: string, content: AssetContent) {
  const zone = content.zone === 'notApplicable' ? null : content.zone
  const family = familyFor(category as CategoryCode, zone)
  return { family, scheme: schemeInForce(words, family) }
}

function judge(
  content: AssetContent,
  judgement: Judgement,
  scheme: SchemeWords,
  occasion: ClassificationContent['occasion'],
  current: Standing,
): Judged {
  if (judgement.judging !== 'classify' && judgement.judging !== 'submit') return { classification: null }
  const facts = {
    family: scheme.family,
    kind: content.kindCode,
    zone: content.zone === 'notApplicable' ? null : content.zone,
    personalData: content.personalData,
    dataSubjects: content.dataSubjects,
  }
  const decision = decideLevels(facts, judgement.answers, judgement.chosen, scheme.levels, current.levels)
  const open = openQuestions(facts, judgement.answers)
  const invalid = problemsOf(decision, judgement, occasion, open)
  if (Object.keys(invalid).length > 0) return { invalid }
  if (judgement.seenProposal !== proposalSignature(decision.proposal)) return { review: reviewProposal }
  return {
    classification: {
      schemeId: BigInt(scheme.id),
      levels: decision.levels,
      audience: decision.audience,
      reason: reasonOf(decision, judgement, scheme, current.earlier),
      occasion,
      answers: judgement.answers,
      proposed: decision.proposal.levels,
    },
  }
}

function problemsOf(
  decision: Decision,
  judgement: Judgement,
  occasion: ClassificationContent['occasion'],
  open: readonly QuestionCode[],
) {
  const invalid: Record<string, string[]> = {}
  // What lacks is a question without an answer where there is one: there it is mended.
  if (decision.missing.length > 0)
    for (const question of open) invalid[`answer-${question}`] = [assetFormErrors.openQuestion]
  if (Object.keys(invalid).length === 0)
    for (const part of decision.missing) {
      if (isAxis(part)) invalid[`level-${part}`] = [assetFormErrors.level]
      else invalid['answer-audience'] = [assetFormErrors.audience]
    }
  if (judgement.overruleReason === '') {
    if (decision.overruled.length > 0) invalid['overruleReason'] = [overruleNeedsReason]
    else if (occasion === 'reclassification' || occasion === 'schemeChange')
      invalid['overruleReason'] = [assetFormErrors.reclassifyReason]
  }
  return invalid
}

/** What stands as the reason: the person's own words first, the levels of an earlier version, what the classifier said. */
function reasonOf(
  decision: Decision,
  judgement: Judgement,
  scheme: SchemeWords,
  earlier: Standing['earlier'],
): string {
  const { sentences } = proposalInWords(scheme.family, decision.proposal, scheme.levels)
  const before = earlier ? adoptionWords.judged(earlier.scheme, earlier.levels) : ''
  return [judgement.overruleReason, before, ...sentences.map((sentence) => decidedSentence(sentence.text))]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, 1000)
}
