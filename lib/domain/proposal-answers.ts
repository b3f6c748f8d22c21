/** Why nothing was submitted; the database's doors use the same words. */
export const submitRefusals = [
  'stale',
  'alreadyProposed',
  'notFound',
  'ended',
  'unclassified',
  'nothingChanges',
  'closedDepartment',
  'unfit',
  'notPermitted',
  'notInReview',
] as const
export type SubmitRefusal = (typeof submitRefusals)[number]

/** What became of a decision: something was done, or the reason why nothing was. */
export const decisionsDone = ['approved', 'passed', 'returned', 'baseChanged', 'overtaken'] as const
export const decisionRefusals = ['stale', 'ownSubmission', 'notYours', 'secondTime', 'notFound'] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

export const withdrawRefusals = ['stale', 'notYours', 'notFound'] as const
export type WithdrawRefusal = (typeof withdrawRefusals)[number]
