import type { DepartmentState, ReviewState } from '@/lib/domain/review'
import { mailStateLabels } from './mail'
import { proposalStateLabels, stepStateLabels } from './proposals'
import { departmentStateLabels, reviewStateLabels } from './reviews'

type Words = Readonly<Record<string, string>>

/** Of a certificate and of a bureau's sign-off. */
const standingLabels = { standing: '有効', voided: '無効', returned: '差戻し' }
const { certified, returned } = departmentStateLabels satisfies Record<DepartmentState, string>

/** The column `state` in words, by the table it is of; an asset's own states are among the values of its fields. */
const stateWords: Readonly<Record<string, Words>> = {
  proposals: proposalStateLabels,
  approval_steps: stepStateLabels,
  reviews: reviewStateLabels satisfies Record<ReviewState, string>,
  review_departments: { open: '受付中', certified, returned, reopened: '再び受付中' },
  review_certifications: standingLabels,
  review_sign_offs: standingLabels,
  digests: mailStateLabels,
}

/** How a row of a table stands, in words; undefined where the table has none of its own. */
export function stateInWords(table: string | undefined, value: unknown): string | undefined {
  return typeof value === 'string' && table !== undefined ? stateWords[table]?.[value] : undefined
}
