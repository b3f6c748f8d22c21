/** Reference rows with stable codes, in their order. Their words are in lib/labels/reference.ts; a city may edit them. */
export const zoneCodes = [
  'myNumber',
  'lgwan',
  'internet',
  'schoolAffairs',
  'schoolExternal',
  'learning',
] as const
export type ZoneCode = (typeof zoneCodes)[number]
export type ZoneNetwork = 'municipal' | 'school'

export function isZoneCode(code: string): code is ZoneCode {
  return zoneCodes.some((one) => one === code)
}

const networks: Record<ZoneCode, ZoneNetwork> = {
  myNumber: 'municipal',
  lgwan: 'municipal',
  internet: 'municipal',
  schoolAffairs: 'school',
  schoolExternal: 'school',
  learning: 'school',
}

/** Policy 2(9) 庁内ネットワーク or 2(12) 校内ネットワーク. */
export function networkOf(zone: ZoneCode): ZoneNetwork {
  return networks[zone]
}

/** Policy 4(1): to whom it applies. */
export const categoryCodes = [
  'internal',
  'committee',
  'assemblyOffice',
  'fireHeadquarters',
  'fireStation',
  'school',
] as const
export type CategoryCode = (typeof categoryCodes)[number]

/** 地方自治法244条の6: 議会 and each 執行機関 has its own policy. 議会 is never called 執行機関. */
export const executiveBodyCodes = [
  'mayor',
  'boardOfEducation',
  'electionCommission',
  'auditCommissioners',
  'equityCommission',
  'agriculturalCommission',
  'propertyAssessmentCommittee',
  'assembly',
] as const
export type ExecutiveBodyCode = (typeof executiveBodyCodes)[number]
