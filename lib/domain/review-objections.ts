/** What speaks against answering 変更なし for a row of a review; the database finds them (review_objections). */
export const objections = [
  'mustOpen',
  'ended',
  'changedSince',
  'openProposal',
  'schemeToChange',
  'unclassified',
  'retiredScheme',
  'requiredQuestion',
] as const
export type Objection = (typeof objections)[number]

/** These hold however long somebody looked at the row: the ledger itself says otherwise. */
const standing: readonly Objection[] = ['ended', 'openProposal', 'schemeToChange']

/** Whether a row may be answered 変更なし: nothing speaks against it, or it was opened and looked at. */
export function mayBeUnchanged(found: readonly Objection[], wasOpened: boolean): boolean {
  return found.length === 0 || (wasOpened && !found.some((each) => standing.includes(each)))
}
