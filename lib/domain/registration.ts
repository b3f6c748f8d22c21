import type { MissingPart } from './classification'

export type RegistrationRefusal = 'ownSubmission' | 'notDraft' | 'classificationIncomplete'

/**
 * Who may make a draft 有効: never whoever submitted it, while somebody else who can exists (domain §6). A clerk's draft
 * waits for the manager; a manager's own for another manager or the bureau officer.
 */
export function mayRegister(input: {
  viewerId: bigint
  submittedBy: bigint | null
  otherApproversExist: boolean
}): 'ok' | 'ownSubmission' {
  const isOwn = input.submittedBy !== null && input.submittedBy === input.viewerId
  return isOwn && input.otherApproversExist ? 'ownSubmission' : 'ok'
}

/** The whole check before a draft becomes active; the first reason against it. */
export function registrationRefusal(input: {
  viewerId: bigint
  submittedBy: bigint | null
  otherApproversExist: boolean
  state: string
  missing: readonly MissingPart[]
}): RegistrationRefusal | null {
  if (input.state !== 'draft') return 'notDraft'
  if (mayRegister(input) !== 'ok') return 'ownSubmission'
  return input.missing.length > 0 ? 'classificationIncomplete' : null
}
