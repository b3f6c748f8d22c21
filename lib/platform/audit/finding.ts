/** What verification can find, from the chain's end outwards. */
export const findingKinds = [
  'linkMissing',
  'linkAltered',
  'linkUnjoined',
  'transactionAltered',
  'eventsAltered',
  'eventAltered',
  'rowRecordAltered',
  'unsealed',
  'anchorUnjoined',
  'anchoredLinkMissing',
  'anchoredLinkAltered',
  'versionAltered',
  'versionsAltered',
  'rowAltered',
  'rowGone',
  'rowUnrecorded',
  'tableGone',
  'itemsAltered',
  'scopeAltered',
  'answersAltered',
  'certifiedAltered',
  'guardMissing',
  'policyHidesRows',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** One thing that is not as the trail says; numbers as text, since they are only shown. */
export type Finding = {
  kind: FindingKind
  link?: string | undefined
  transaction?: string | undefined
  event?: string | undefined
  anchor?: number | undefined
  table?: string | undefined
  row?: string | undefined
  version?: string | undefined
  guard?: string | undefined
  /** How many there are of this kind, where they were counted; the one named is the first. */
  count?: number | undefined
}

/** `anchors.checked` false: the key was not given, so nobody compared. `lastLink` 0: no anchor yet. */
export type Verdict = {
  findings: Finding[]
  links: number
  events: number
  tables: string[]
  anchors: { checked: boolean; count: number; lastLink: number; lastAt: string | null }
}
