import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { AdoptRefusal, OpeningProblem } from '@/lib/domain/review-answers'
import { submitRefusalWords } from './proposal-words'
import { adoptRefusals } from './scheme-mapping'

/** Why what follows was not submitted. */
export const adoptRefusalWords: Record<AdoptRefusal | SubmitRefusal, string> = {
  ...submitRefusalWords,
  ...adoptRefusals,
}

/** Why a review between versions does not open. */
export const openingProblemWords: Record<OpeningProblem, string> = {
  notInForce:
    '新しい版がまだ施行されていないため、始められません。施行されると、開始日に自動で始まるか「今すぐ始める」で始められます。',
  mappingMissing:
    '対応表がそろっていないため、始められません。分類基準の画面で、前の版のすべての区分に行き先を決めてください。',
}
