/** The eight areas of 地方自治法施行規則16条の3 (in force 2027-07-01): every rule and report names its own. */
export const policyAreas = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type PolicyArea = (typeof policyAreas)[number]
