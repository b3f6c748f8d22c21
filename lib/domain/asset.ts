import type { LevelAxis } from './scheme'

/** The information asset: its codes, its fields, its states (domain §5). */
export const assetStates = ['draft', 'active', 'disposed', 'merged', 'cancelled'] as const
export type AssetState = (typeof assetStates)[number]

export const kindCodes = [
  'network',
  'informationSystem',
  'facility',
  'medium',
  'information',
  'document',
  'paper',
] as const
export type KindCode = (typeof kindCodes)[number]

export const personalDataCodes = ['none', 'personal', 'sensitive', 'specific'] as const
export type PersonalData = (typeof personalDataCodes)[number]

/** 個人番号利用事務 (use) or 個人番号関係事務 (related): asked only of specific personal information. */
export const myNumberUses = ['use', 'related'] as const
export type MyNumberUse = (typeof myNumberUses)[number]

export const takeOutCodes = ['prohibited', 'individual', 'blanket', 'unrestricted'] as const
export type TakeOut = (typeof takeOutCodes)[number]

export const visibilities = ['internal', 'restricted'] as const
export type Visibility = (typeof visibilities)[number]

/** Who may access, beside importance in the education scheme: 教職員の範囲, 児童生徒・保護者, 不特定. */
export const audiences = ['staff', 'students', 'public'] as const
export type Audience = (typeof audiences)[number]

const transitions: Record<AssetState, readonly AssetState[]> = {
  draft: ['active', 'cancelled'],
  active: ['disposed', 'merged'],
  disposed: [],
  merged: [],
  cancelled: [],
}

/** No row is ever deleted: a draft is withdrawn, an active asset disposed of or merged, and then it rests. */
export function mayBecome(from: AssetState, to: AssetState): boolean {
  return transitions[from].includes(to)
}

export function isEditable(state: AssetState): boolean {
  return state === 'draft' || state === 'active'
}

/** Who works on it from outside: contractors and cloud services. */
export const outsideFields = [
  'outsourcedTo',
  'outsourcingEndsOn',
  'outsourcingCheckedOn',
  'subcontracted',
  'cloudService',
  'cloudIsmap',
  'cloudCountries',
  'cloudStandardTerms',
  'cloudApproval',
] as const

/** Scalar fields of an asset, in the order of the form; each is a column of the same name in snake_case. */
export const assetFields = [
  'name',
  'nameKana',
  'kindCode',
  'task',
  'description',
  'departmentId',
  'systemManager',
  'cityWide',
  'zoneCode',
  'personalData',
  'myNumberUse',
  'dataSubjects',
  'personalFileNumber',
  'personalFileExemption',
  'handlingNotes',
  'medium',
  'storageLocation',
  'userScope',
  'takeOut',
  'retention',
  'disposalDueOn',
  'hasBackup',
  'recoveryHours',
  ...outsideFields,
  'mfaBasis',
  'snsOwner',
  'visibility',
  'lastConfirmedOn',
  'nextReviewOn',
  'registeredOn',
  'remarks',
] as const
export type AssetField = (typeof assetFields)[number]

/** What a classification adds to the asset: levels by axis, and who may access (education scheme). */
export type ClassificationField = LevelAxis | 'audience' | 'classificationReason'
export type DisposalField = 'disposedOn' | 'disposalMethod' | 'disposedBy'
/** Fields that the portal itself fills in. */
export type KeptField =
  'number' | 'state' | 'schemeId' | 'standardAssetId' | 'submittedBy' | 'registeredBy' | 'mergedInto'

/** Why a classification was made; the database knows the same words. */
export const classificationOccasions = [
  'registration',
  'edit',
  'reclassification',
  'schemeChange',
  'import',
] as const
export type ClassificationOccasion = (typeof classificationOccasions)[number]
