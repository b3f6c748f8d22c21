import type { AssetField, KindCode, PersonalData } from './asset'
import { needsZone } from './medium'

/** What decides which further fields are asked: the form asks only what this kind of asset needs. */
export type AskingContext = {
  kind: KindCode
  medium: string | null
  personalData: PersonalData | null
  hasContractor: boolean
  hasCloudService: boolean
  isSchool: boolean
}

const always: readonly AssetField[] = [
  'name',
  'nameKana',
  'kindCode',
  'task',
  'description',
  'departmentId',
  'handlingNotes',
  'storageLocation',
  'userScope',
  'visibility',
  'nextReviewOn',
  'registeredOn',
  'remarks',
  'outsourcedTo',
]
const ofKind: Record<KindCode, readonly AssetField[]> = {
  network: ['systemManager', 'cityWide', 'medium', 'hasBackup', 'recoveryHours'],
  informationSystem: [
    'systemManager',
    'cityWide',
    'personalData',
    'medium',
    'retention',
    'hasBackup',
    'recoveryHours',
    'cloudService',
    'mfaBasis',
    'snsOwner',
  ],
  facility: ['systemManager', 'recoveryHours'],
  medium: ['personalData', 'medium', 'takeOut', 'retention', 'disposalDueOn'],
  information: [
    'personalData',
    'medium',
    'takeOut',
    'retention',
    'disposalDueOn',
    'hasBackup',
    'cloudService',
  ],
  document: ['personalData', 'medium', 'takeOut', 'retention', 'disposalDueOn', 'cloudService'],
  paper: ['personalData', 'takeOut', 'retention', 'disposalDueOn'],
}

/** The fields asked for in this context; others stay out of the form, and a value they already hold is kept. */
export function askedFields(context: AskingContext): ReadonlySet<AssetField> {
  const asked = new Set<AssetField>([...always, ...ofKind[context.kind]])
  if (needsZone(context.kind, context.medium)) asked.add('zoneCode')
  if (asked.has('personalData') && context.personalData !== null && context.personalData !== 'none') {
    asked.add('dataSubjects').add('personalFileNumber').add('personalFileExemption')
    if (context.personalData === 'specific') asked.add('myNumberUse')
  }
  if (context.hasContractor) asked.add('outsourcingEndsOn').add('outsourcingCheckedOn').add('subcontracted')
  if (asked.has('cloudService') && context.hasCloudService) {
    asked.add('cloudIsmap').add('cloudCountries').add('cloudStandardTerms').add('cloudApproval')
  }
  if (context.isSchool && context.kind !== 'facility' && context.kind !== 'network') asked.add('takeOut')
  return asked
}
