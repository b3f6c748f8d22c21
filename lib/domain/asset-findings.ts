import type { KindCode, PersonalData } from './asset'
import type { SchemeFamily } from './scheme'

/**
 * What stands out of an asset when a review opens: the first two speak against 変更なし, the others are worth a look.
 * The database computes the same (asset_findings); a test holds both equal.
 */
export const assetFindings = [
  'unclassified',
  'retiredScheme',
  'zoneNotEntered',
  'personalUnknown',
  'subjectsUnknown',
  'personalButLow',
  'disposalOverdue',
  'outsourcingEnded',
  'myNumberZone',
] as const
export type AssetFinding = (typeof assetFindings)[number]

export type FindingSubject = {
  family: SchemeFamily
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  audience: string | null
  schemeStatus: 'draft' | 'inForce' | 'retired'
  kind: KindCode
  /** Code of the zone, notApplicable or notEntered. */
  zoneCell: string
  personalData: PersonalData | null
  myNumberUse: string | null
  dataSubjects: number | null
  disposalDueOn: string | null
  outsourcingEndsOn: string | null
}

const low = new Set(['3C', '2', '1'])
const lowInSchools = new Set(['III', 'IV'])

/** Policy areas: classification (総務省 2(1)), zones (2(9), 2(12)), personal data, disposal, outsourcing. */
export function findingsOf(subject: FindingSubject, today: string): readonly AssetFinding[] {
  const holds: Record<AssetFinding, boolean> = {
    unclassified: isUnclassified(subject),
    retiredScheme: subject.schemeStatus === 'retired',
    zoneNotEntered: subject.zoneCell === 'notEntered' && subject.kind !== 'facility',
    personalUnknown: subject.personalData === null,
    subjectsUnknown:
      subject.personalData !== null && subject.personalData !== 'none' && subject.dataSubjects === null,
    personalButLow:
      (subject.personalData === 'sensitive' || subject.personalData === 'specific') &&
      (low.has(subject.confidentiality ?? '') || lowInSchools.has(subject.importance ?? '')),
    disposalOverdue: subject.disposalDueOn !== null && subject.disposalDueOn < today,
    outsourcingEnded: subject.outsourcingEndsOn !== null && subject.outsourcingEndsOn < today,
    myNumberZone:
      subject.personalData === 'specific' && subject.myNumberUse === 'use' && subject.zoneCell !== 'myNumber',
  }
  return assetFindings.filter((finding) => holds[finding])
}

function isUnclassified({
  family,
  confidentiality,
  integrity,
  availability,
  importance,
  audience,
}: FindingSubject) {
  const needed = family === 'municipal' ? [confidentiality, integrity, availability] : [importance, audience]
  return needed.includes(null)
}
