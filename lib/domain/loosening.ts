import { personalDataCodes, takeOutCodes, type AssetState } from './asset'
import type { AssetContent } from './asset-content'

/** Columns of an asset as the database's jsonb gives them: snake_case, dates YYYY-MM-DD, whole numbers as numbers. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Fields whose loosening is a proposal (issue 3, 1.1); cloud_service stands for everything that is said about the service. */
const looseningFields = [
  'personal_data',
  'data_subjects',
  'take_out',
  'cloud_service',
  'cloud_ismap',
  'visibility',
  'disposal_due_on',
] as const
export type LooseningField = (typeof looseningFields)[number]

const cloudFields = [
  'cloud_service',
  'cloud_ismap',
  'cloud_countries',
  'cloud_standard_terms',
  'cloud_approval',
] as const

/** Columns that ride along in one item: half of them would say something that nobody wrote. */
export const companions: Readonly<Record<LooseningField, readonly string[]>> = {
  personal_data: ['personal_data', 'my_number_use', 'data_subjects'],
  data_subjects: ['data_subjects'],
  take_out: ['take_out'],
  cloud_service: cloudFields,
  cloud_ismap: cloudFields,
  visibility: ['visibility'],
  disposal_due_on: ['disposal_due_on'],
}

/**
 * The fields that a change loosens. Out of a gap counts as from the strictest, into a gap as to the loosest: a gap in the
 * ledger loosens nothing. Tightening and every other field change at once. The database computes the same
 * (loosened_fields); a test holds both equal.
 */
export function loosenedFields(before: Facts, after: Facts): readonly LooseningField[] {
  const now: Facts = { ...before, ...after }
  return looseningFields.filter((field) => loosens[field](before, now))
}

const loosens: Record<LooseningField, (before: Facts, now: Facts) => boolean> = {
  personal_data: ({ personal_data: was = null }, { personal_data: is = null }) =>
    was !== is && (placeIn(personalDataCodes, is) ?? 0) < (placeIn(personalDataCodes, was) ?? 4),
  // What was not known may become known: a fall needs a number to fall from.
  data_subjects: ({ data_subjects: was = null }, { data_subjects: is = null }) =>
    was !== null && Number(is ?? -1) < Number(was),
  take_out: ({ take_out: was = null }, { take_out: is = null }) =>
    was !== is && (placeIn(takeOutCodes, is) ?? 5) > (placeIn(takeOutCodes, was) ?? 1),
  cloud_service: (before, now) =>
    isUsed(now) &&
    cloudFields.some((field) => field !== 'cloud_ismap' && (before[field] ?? null) !== (now[field] ?? null)),
  cloud_ismap: (before, now) => isUsed(now) && before['cloud_ismap'] === true && now['cloud_ismap'] !== true,
  visibility: (before, now) => before['visibility'] === 'restricted' && now['visibility'] === 'internal',
  disposal_due_on: ({ disposal_due_on: was = null }, { disposal_due_on: is = null }) =>
    was !== null && String(is ?? '9999-12-31') > String(was),
}

function isUsed(now: Facts): boolean {
  return (now['cloud_service'] ?? null) !== null
}

/** 1 = the first of the list; null: not entered. */
function placeIn(codes: readonly string[], code: Facts[string]): number | null {
  return code === null ? null : codes.indexOf(String(code)) + 1 || null
}

/** What of an edit is written at once, and what is proposed. Of a draft everything is written at once. */
type SplitEdit = { atOnce: AssetContent; proposed: Facts }

/** Splits an edit of an asset: the zone of a registered one, and what loosens, go to the approvers. */
export function splitEdit(before: AssetContent, after: AssetContent, state: AssetState): SplitEdit {
  if (state !== 'active') return { atOnce: after, proposed: {} }
  const [was, is] = [guardedFacts(before), guardedFacts(after)]
  const columns = new Set(loosenedFields(was, is).flatMap((field) => companions[field]))
  if (before.zone !== after.zone)
    for (const column of ['zone_code', 'zone_not_applicable']) columns.add(column)
  const proposed = Object.entries(is).filter(
    ([column, value]) => columns.has(column) && was[column] !== value,
  )
  const kept = contentOfColumns(before, columns)
  return { atOnce: { ...after, ...kept }, proposed: Object.fromEntries(proposed) }
}

/** The columns that a proposal may change, of what people write about an asset. */
function guardedFacts(content: AssetContent): Facts {
  return {
    zone_code: content.zone === 'notApplicable' ? null : content.zone,
    zone_not_applicable: content.zone === 'notApplicable',
    personal_data: content.personalData,
    my_number_use: content.myNumberUse,
    data_subjects: content.dataSubjects,
    take_out: content.takeOut,
    cloud_service: content.cloudService,
    cloud_ismap: content.cloudIsmap,
    cloud_countries: content.cloudCountries,
    cloud_standard_terms: content.cloudStandardTerms,
    cloud_approval: content.cloudApproval,
    visibility: content.visibility,
    disposal_due_on: content.disposalDueOn,
  }
}

function contentOfColumns(content: AssetContent, columns: ReadonlySet<string>): Partial<AssetContent> {
  const all = Object.entries({
    zone_code: { zone: content.zone },
    personal_data: { personalData: content.personalData },
    my_number_use: { myNumberUse: content.myNumberUse },
    data_subjects: { dataSubjects: content.dataSubjects },
    take_out: { takeOut: content.takeOut },
    cloud_service: { cloudService: content.cloudService },
    cloud_ismap: { cloudIsmap: content.cloudIsmap },
    cloud_countries: { cloudCountries: content.cloudCountries },
    cloud_standard_terms: { cloudStandardTerms: content.cloudStandardTerms },
    cloud_approval: { cloudApproval: content.cloudApproval },
    visibility: { visibility: content.visibility },
    disposal_due_on: { disposalDueOn: content.disposalDueOn },
  } satisfies Record<string, Partial<AssetContent>>)
  const kept: Partial<AssetContent> = {}
  for (const [column, part] of all) if (columns.has(column)) Object.assign(kept, part)
  return kept
}
