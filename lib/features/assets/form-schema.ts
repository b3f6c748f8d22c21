import { z } from 'zod'
import { kindCodes, myNumberUses, personalDataCodes, takeOutCodes, visibilities } from '@/lib/domain/asset'
import type { AssetContent, ZoneChoice } from '@/lib/domain/asset-content'
import { readAnswers } from '@/lib/domain/classifier-questions'
import { brokenRules, hasLostLetter, keptText, textLimits } from '@/lib/domain/content-rules'
import type { Chosen } from '@/lib/domain/decide-classification'
import { readCount } from '@/lib/domain/field-spelling'
import { readDate } from '@/lib/domain/japanese-date'
import { zoneCodes } from '@/lib/domain/reference'
import { levelAxes } from '@/lib/domain/scheme'
import { assetFormErrors as errors } from '@/lib/labels/asset-form'
import { dateErrorLabels } from '@/lib/labels/dates'
import { unreadableLabels } from '@/lib/labels/spellings'
import { reviewOfForm } from './state-schema'

/** Fields of the form that hold an asset's content. Absent = not asked for this kind: what is stored stays. */
const text = (limit: number) =>
  z
    .string()
    .max(limit, errors.tooLong(limit))
    .refine((given) => !hasLostLetter(given), errors.lostLetter)
    .transform((given) => keptText(given) || null)
    .optional()
const choice = <T extends string>(codes: readonly T[]) =>
  z
    .string()
    .transform((given, context): T | null => {
      if (given === '') return null
      const known = codes.find((code) => code === given)
      if (known === undefined) context.addIssue({ code: 'custom', message: errors.choose })
      return known ?? null
    })
    .optional()
const yesNo = choice(['yes', 'no'] as const).transform((given) =>
  given === undefined || given === null ? given : given === 'yes',
)
const day = z
  .string()
  .max(40, errors.tooLong(40))
  .transform((given, context): string | null => {
    // Only the error counts here: a future day is a notice, which the page gives.
    const read = readDate(given, '9999-12-31')
    if (read.kind === 'date') return read.date
    if (read.kind === 'invalid') context.addIssue({ code: 'custom', message: dateErrorLabels[read.reason] })
    return null
  })
  .optional()
const count = z
  .string()
  .max(40, errors.tooLong(40))
  .transform((given, context): number | null => {
    const read = readCount(given)
    if (read.kind === 'count') return read.count
    if (read.kind === 'unknown')
      context.addIssue({ code: 'custom', message: unreadableLabels.count(read.text) })
    return null
  })
  .optional()
const hours = z
  .string()
  .transform((given, context): number | null => {
    const folded = given.normalize('NFKC').trim()
    if (folded === '') return null
    if (/^\d{1,6}$/.test(folded)) return Number(folded)
    context.addIssue({ code: 'custom', message: errors.hours })
    return null
  })
  .optional()

const zoneChoices: readonly Exclude<ZoneChoice, null>[] = [...zoneCodes, 'notApplicable']

const contentFields = {
  name: z
    .string(errors.nameRequired)
    .transform(keptText)
    .pipe(
      z
        .string()
        .min(1, errors.nameRequired)
        .max(textLimits.name, errors.tooLong(textLimits.name))
        .refine((given) => !hasLostLetter(given), errors.lostLetter),
    ),
  nameKana: text(textLimits.nameKana),
  kindCode: z.enum(kindCodes, errors.kindRequired),
  task: text(textLimits.task),
  description: text(textLimits.description),
  systemManager: text(textLimits.systemManager),
  cityWide: yesNo.transform((given) => given ?? undefined),
  zone: choice(zoneChoices),
  personalData: choice(personalDataCodes),
  myNumberUse: choice(myNumberUses),
  dataSubjects: count,
  personalFileNumber: text(textLimits.personalFileNumber),
  personalFileExemption: text(textLimits.personalFileExemption),
  handlingNotes: text(textLimits.handlingNotes),
  medium: text(textLimits.medium),
  storageLocation: text(textLimits.storageLocation),
  userScope: text(textLimits.userScope),
  takeOut: choice(takeOutCodes),
  retention: text(textLimits.retention),
  disposalDueOn: day,
  hasBackup: yesNo,
  recoveryHours: hours,
  outsourcedTo: text(textLimits.outsourcedTo),
  outsourcingEndsOn: day,
  outsourcingCheckedOn: day,
  subcontracted: yesNo,
  cloudService: text(textLimits.cloudService),
  cloudIsmap: yesNo,
  cloudCountries: text(textLimits.cloudCountries),
  cloudStandardTerms: yesNo,
  cloudApproval: text(textLimits.cloudApproval),
  mfaBasis: text(textLimits.mfaBasis),
  snsOwner: text(textLimits.snsOwner),
  visibility: choice(visibilities).transform((given) => given ?? undefined),
  registeredOn: day.transform((given, context) => {
    if (given === null) context.addIssue({ code: 'custom', message: errors.registeredOnRequired })
    return given ?? undefined
  }),
  nextReviewOn: day,
  remarks: text(textLimits.remarks),
}

const judgement = z.record(z.string(), z.string()).transform((values) => {
  const chosen: Chosen = {}
  for (const axis of levelAxes) {
    const code = values[`level-${axis}`]
    if (code) chosen[axis] = code
  }
  const given = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('answer-') ? [[name.slice(7), value] as const] : [],
  )
  return {
    answers: readAnswers(Object.fromEntries<string | undefined>(given)),
    chosen,
    overruleReason: (values['overruleReason'] ?? '').trim(),
    /** What the person saw proposed when the button was pressed. */
    seenProposal: values['seenProposal'] ?? '',
    /** submit: judge now and hand in · classify: judge now · later: leave a draft unclassified · keep: leave the levels. */
    judging: z.enum(['submit', 'classify', 'later', 'keep']).catch('classify').parse(values['judging']),
  }
})

const content = z.object(contentFields)
type ParsedContent = z.output<typeof content>
export type Judgement = z.output<typeof judgement>

export const assetFormSchema = z.record(z.string(), z.string()).transform((values, context) => {
  const read = content.safeParse(values)
  if (!read.success) for (const issue of read.error.issues) context.addIssue({ ...issue })
  const data = read.data
  for (const { field, rule } of brokenRules(data ?? {}))
    context.addIssue({ code: 'custom', path: [field], message: errors[rule] })
  return {
    fields: data as ParsedContent,
    judgement: judgement.parse(values),
    departmentCode: values['department'] ?? '',
    number: /^\d{1,18}$/.test(values['number'] ?? '') ? BigInt(values['number'] ?? 0) : null,
    version: Number(values['version'] ?? 0),
    reviewId: reviewOfForm.parse(values['review']),
  }
})
export type AssetFormInput = z.output<typeof assetFormSchema>

/** The content that results: asked fields replace what is stored, the others stay. */
export function mergeContent(base: AssetContent, fields: AssetFormInput['fields']): AssetContent {
  const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const merged: AssetContent = { ...base, ...asked }
  return merged.personalData === 'specific' ? merged : { ...merged, myNumberUse: null }
}
