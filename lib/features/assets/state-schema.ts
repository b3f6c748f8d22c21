import { z } from 'zod'
import { disposalMethods } from '@/lib/domain/disposal'
import { readDate } from '@/lib/domain/japanese-date'
import { assetFormErrors, stateFormErrors } from '@/lib/labels/asset-form'
import { dateErrorLabels } from '@/lib/labels/dates'
import { proposalFormErrors } from '@/lib/labels/proposal-words'

/** The row as it was on the screen. */
const seen = {
  number: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform((given) => BigInt(given)),
  version: z.coerce.number().int(),
}

/** The review whose sheet the form was opened from; absent otherwise. */
export const reviewOfForm = z
  .string()
  .regex(/^[1-9]\d{0,17}$/u)
  .transform((given) => BigInt(given))
  .optional()
  .catch(undefined)

/** One asset of the screen, as the commands take them: many. */
export const seenSchema = z.object(seen).transform((asset) => [asset])

export const disposeSchema = z
  .object({
    ...seen,
    disposedOn: z
      .string()
      .max(40)
      .transform((given, context): string => {
        const read = readDate(given, '9999-12-31')
        if (read.kind === 'date') return read.date
        const message =
          read.kind === 'blank' ? stateFormErrors.disposedOnRequired : dateErrorLabels[read.reason]
        context.addIssue({ code: 'custom', message })
        return ''
      }),
    disposedBy: z
      .string()
      .trim()
      .min(1, stateFormErrors.disposedByRequired)
      .max(100, assetFormErrors.tooLong(100)),
    method: z.enum(disposalMethods, stateFormErrors.methodRequired),
    reason: z.string().trim().max(500, assetFormErrors.tooLong(500)).default(''),
    review: reviewOfForm,
  })
  .transform(({ review, ...disposal }) => [{ ...disposal, ...(review ? { reviewId: review } : {}) }])

export const transferSchema = z
  .object({
    ...seen,
    department: z.string().trim().min(1, proposalFormErrors.departmentUnknown),
    reason: z
      .string()
      .trim()
      .min(1, proposalFormErrors.transferReasonRequired)
      .max(1000, proposalFormErrors.tooLong(1000)),
    review: reviewOfForm,
  })
  .transform(({ department, review, ...rest }) => ({
    ...rest,
    departmentCode: department,
    ...(review ? { reviewId: review } : {}),
  }))
export type TransferInput = z.output<typeof transferSchema>

export const cancelSchema = z.object({
  ...seen,
  reason: z
    .string()
    .trim()
    .min(1, stateFormErrors.cancelReasonRequired)
    .max(500, assetFormErrors.tooLong(500)),
})
