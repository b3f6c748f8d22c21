import { kindCodes, myNumberUses, personalDataCodes, takeOutCodes } from '@/lib/domain/asset'
import { anAssetContent, type AssetContent } from '@/lib/domain/asset-content'
import { randomText, seededRandom } from './random-text'

/** What an asset may say of itself, every field with the rarest that the database keeps; the same for the same seed. */
export function randomContent(seed: number): AssetContent {
  const random = seededRandom(seed * 7919)
  const below = (limit: number) => Math.floor(random() * limit)
  const perhaps = <T>(value: () => T): T | null => (random() < 0.3 ? null : value())
  const text = () => perhaps(() => randomText(below(1 << 30)) || null)
  const yesNo = () => perhaps(() => random() < 0.5)
  const oneOf = <T>(codes: readonly T[]) => codes[below(codes.length)] as T
  const day = () => new Date(Date.UTC(1900 + below(200), below(12), 1 + below(28))).toISOString().slice(0, 10)
  const personalData = perhaps(() => oneOf(personalDataCodes))
  return anAssetContent({
    name: `${randomText(below(1 << 30))}${seed}`,
    kindCode: oneOf(kindCodes),
    registeredOn: day(),
    nameKana: text(),
    task: text(),
    description: text(),
    systemManager: text(),
    cityWide: random() < 0.5,
    zone: perhaps(() => oneOf(['myNumber', 'lgwan', 'internet', 'notApplicable'] as const)),
    personalData,
    myNumberUse: personalData === 'specific' ? perhaps(() => oneOf(myNumberUses)) : null,
    dataSubjects: personalData === 'none' ? 0 : perhaps(() => below(1 << 30)),
    personalFileNumber: text(),
    personalFileExemption: text(),
    handlingNotes: text(),
    medium: text(),
    storageLocation: text(),
    userScope: text(),
    takeOut: perhaps(() => oneOf(takeOutCodes)),
    retention: text(),
    disposalDueOn: perhaps(day),
    hasBackup: yesNo(),
    recoveryHours: perhaps(() => below(10_000)),
    outsourcedTo: text(),
    outsourcingEndsOn: perhaps(day),
    outsourcingCheckedOn: perhaps(day),
    subcontracted: yesNo(),
    cloudService: text(),
    cloudIsmap: yesNo(),
    cloudCountries: text(),
    cloudStandardTerms: yesNo(),
    cloudApproval: text(),
    mfaBasis: text(),
    snsOwner: text(),
    visibility: random() < 0.2 ? 'restricted' : 'internal',
    nextReviewOn: perhaps(day),
    remarks: text(),
  })
}
