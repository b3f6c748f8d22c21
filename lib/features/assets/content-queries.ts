import type { KindCode, MyNumberUse, PersonalData, TakeOut, Visibility } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import { allowedDisposalMethods, needsIrrecoverableDisposal } from '@/lib/domain/disposal'
import type { ZoneCode } from '@/lib/domain/reference'
import type { Asset } from '@/generated/prisma/client'
import { dayOf, dayOrNull } from '@/lib/platform/day'

/** A stored row as people write it; the database's checks hold its codes. */
export function contentOf(row: Asset): AssetContent {
  return {
    name: row.name,
    nameKana: row.nameKana,
    kindCode: row.kindCode as KindCode,
    task: row.task,
    description: row.description,
    systemManager: row.systemManager,
    cityWide: row.cityWide,
    zone: row.zoneNotApplicable ? 'notApplicable' : (row.zoneCode as ZoneCode | null),
    personalData: row.personalData as PersonalData | null,
    myNumberUse: row.myNumberUse as MyNumberUse | null,
    dataSubjects: row.dataSubjects === null ? null : Number(row.dataSubjects),
    personalFileNumber: row.personalFileNumber,
    personalFileExemption: row.personalFileExemption,
    handlingNotes: row.handlingNotes,
    medium: row.medium,
    storageLocation: row.storageLocation,
    userScope: row.userScope,
    takeOut: row.takeOut as TakeOut | null,
    retention: row.retention,
    disposalDueOn: dayOrNull(row.disposalDueOn),
    hasBackup: row.hasBackup,
    recoveryHours: row.recoveryHours,
    outsourcedTo: row.outsourcedTo,
    outsourcingEndsOn: dayOrNull(row.outsourcingEndsOn),
    outsourcingCheckedOn: dayOrNull(row.outsourcingCheckedOn),
    subcontracted: row.subcontracted,
    cloudService: row.cloudService,
    cloudIsmap: row.cloudIsmap,
    cloudCountries: row.cloudCountries,
    cloudStandardTerms: row.cloudStandardTerms,
    cloudApproval: row.cloudApproval,
    mfaBasis: row.mfaBasis,
    snsOwner: row.snsOwner,
    visibility: row.visibility as Visibility,
    nextReviewOn: dayOrNull(row.nextReviewOn),
    registeredOn: dayOf(row.registeredOn),
    remarks: row.remarks,
  }
}

/** The methods by which this asset may be disposed of. */
export function disposalMethodsOf(row: Asset) {
  return allowedDisposalMethods({
    needsIrrecoverable: needsIrrecoverableDisposal(row.confidentiality, row.importance),
    zone: row.zoneCode as ZoneCode | null,
    personalData: row.personalData as PersonalData | null,
    kind: row.kindCode as KindCode,
    medium: row.medium,
  })
}
