import type {
  Audience,
  ClassificationOccasion,
  KindCode,
  MyNumberUse,
  PersonalData,
  TakeOut,
  Visibility,
} from './asset'
import type { LevelCodes } from './classification'
import type { Answers } from './classifier-questions'
import type { ZoneCode } from './reference'
import type { SchemeFamily } from './scheme'

/** A zone, 対象外 (not applicable), or null = 未入力 (not entered): three different things. */
export type ZoneChoice = ZoneCode | 'notApplicable' | null

/** What people write about an asset. Dates are YYYY-MM-DD; null = not entered; dataSubjects null = not known. */
export type AssetContent = {
  name: string
  nameKana: string | null
  kindCode: KindCode
  task: string | null
  description: string | null
  systemManager: string | null
  cityWide: boolean
  zone: ZoneChoice
  personalData: PersonalData | null
  myNumberUse: MyNumberUse | null
  dataSubjects: number | null
  personalFileNumber: string | null
  personalFileExemption: string | null
  handlingNotes: string | null
  medium: string | null
  storageLocation: string | null
  userScope: string | null
  takeOut: TakeOut | null
  retention: string | null
  disposalDueOn: string | null
  hasBackup: boolean | null
  recoveryHours: number | null
  outsourcedTo: string | null
  outsourcingEndsOn: string | null
  outsourcingCheckedOn: string | null
  subcontracted: boolean | null
  cloudService: string | null
  cloudIsmap: boolean | null
  cloudCountries: string | null
  cloudStandardTerms: boolean | null
  cloudApproval: string | null
  mfaBasis: string | null
  snsOwner: string | null
  visibility: Visibility
  nextReviewOn: string | null
  registeredOn: string
  remarks: string | null
}

/** A judgement of one day: levels of one scheme, why, and what the classifier was told and proposed. */
export type ClassificationContent = {
  schemeId: bigint
  levels: LevelCodes
  audience: Audience | null
  reason: string
  occasion: ClassificationOccasion
  answers: Answers | null
  proposed: LevelCodes | null
}

/** Under which scheme an asset stands, also before it is classified. */
export type SchemeChoice = { schemeId: bigint; schemeFamily: SchemeFamily }

/** Every field empty but the four that a row cannot lack. */
export function anAssetContent(
  known: Pick<AssetContent, 'name' | 'kindCode' | 'registeredOn'> & Partial<AssetContent>,
): AssetContent {
  return {
    nameKana: null,
    task: null,
    description: null,
    systemManager: null,
    cityWide: false,
    zone: null,
    personalData: null,
    myNumberUse: null,
    dataSubjects: null,
    personalFileNumber: null,
    personalFileExemption: null,
    handlingNotes: null,
    medium: null,
    storageLocation: null,
    userScope: null,
    takeOut: null,
    retention: null,
    disposalDueOn: null,
    hasBackup: null,
    recoveryHours: null,
    outsourcedTo: null,
    outsourcingEndsOn: null,
    outsourcingCheckedOn: null,
    subcontracted: null,
    cloudService: null,
    cloudIsmap: null,
    cloudCountries: null,
    cloudStandardTerms: null,
    cloudApproval: null,
    mfaBasis: null,
    snsOwner: null,
    visibility: 'internal',
    nextReviewOn: null,
    remarks: null,
    ...known,
  }
}
