/** Why nothing was done to a review; the database's doors use the same words. */
export const keepRefusals = ['stale', 'opened', 'notFound', 'past', 'unfit'] as const
export type KeepRefusal = (typeof keepRefusals)[number]
/** What keeps a review between two versions of a scheme from opening. */
export const openingProblems = ['notInForce', 'mappingMissing'] as const
export type OpeningProblem = (typeof openingProblems)[number]
export const startRefusals = ['stale', 'notFound', ...openingProblems] as const
export type StartRefusal = (typeof startRefusals)[number]
export const closeRefusals = ['stale', 'notFound'] as const
export type CloseRefusal = (typeof closeRefusals)[number]
export type AdoptRefusal = 'countChanged' | 'nothing'
export const restRefusals = ['countChanged', 'closed', 'nothing'] as const
export type RestRefusal = (typeof restRefusals)[number]
export const certifyRefusals = [
  'changed',
  'notAnswered',
  'unsettled',
  'questionsMissing',
  'alreadyCertified',
  'closed',
  'nothing',
  'notYours',
] as const
export type CertifyRefusal = (typeof certifyRefusals)[number]
export const signOffRefusals = ['changed', 'notCertified', 'alreadySignedOff', 'closed', 'notYours'] as const
export type SignOffRefusal = (typeof signOffRefusals)[number]
export const returnRefusals = ['notCertified', 'closed', 'notFound'] as const
export type ReturnRefusal = (typeof returnRefusals)[number]
export const reopenRefusals = ['open', 'notFound'] as const
export type ReopenRefusal = (typeof reopenRefusals)[number]
export const giveRefusals = ['conflict', 'closed', 'gone'] as const
export type GiveRefusal = (typeof giveRefusals)[number]
export const disownRefusals = ['conflict', 'gone', 'closed', 'refused'] as const
export type DisownRefusal = (typeof disownRefusals)[number]
export const routeRefusals = [
  'conflict',
  'gone',
  'closed',
  'otherScheme',
  'closedDepartment',
  'ended',
  'waiting',
] as const
export type RouteRefusal = (typeof routeRefusals)[number]
export const recurrenceRefusals = ['notFound', 'already', 'unfit'] as const
export type RecurrenceRefusal = (typeof recurrenceRefusals)[number]
export const stopRefusals = ['stale', 'notFound'] as const
export type StopRefusal = (typeof stopRefusals)[number]
export const statementRefusals = ['stale', 'past'] as const
export type StatementRefusal = (typeof statementRefusals)[number]
