import type { KindCode, PersonalData } from './asset'
import { mediumNature } from './medium'
import type { ZoneCode } from './reference'

export const disposalMethods = [
  'physicalDestruction',
  'destruction',
  'cryptographicErasure',
  'shredding',
  'returnToOwner',
  'ordinary',
] as const
export type DisposalMethod = (typeof disposalMethods)[number]

export type DisposalSubject = {
  /** Whether confidentiality (or the school's importance) asks for irrecoverable disposal: 機密性2以上, Ⅱ以上. */
  needsIrrecoverable: boolean
  zone: ZoneCode | null
  personalData: PersonalData | null
  kind: KindCode
  medium: string | null
}

/**
 * The methods that the levels allow (domain §4; 総務省ガイドライン, 機器の廃棄等). Media with residents' data in
 * マイナンバー利用事務系: 物理的破壊 only. Other media at 機密性2以上: 破壊 or 除去 (暗号化消去 etc.). Paper: 裁断・溶解.
 * Personal data not entered counts as present: a gap in the ledger loosens nothing.
 */
export function allowedDisposalMethods(subject: DisposalSubject): readonly DisposalMethod[] {
  const nature = mediumNature(subject.medium)
  if (subject.kind === 'paper' || (nature === 'paper' && subject.kind !== 'facility')) {
    return subject.needsIrrecoverable
      ? ['shredding', 'returnToOwner']
      : ['shredding', 'returnToOwner', 'ordinary']
  }
  const holdsResidentsData = subject.personalData !== 'none' && subject.kind !== 'facility'
  if (subject.zone === 'myNumber' && holdsResidentsData) return ['physicalDestruction']
  if (subject.needsIrrecoverable) return ['physicalDestruction', 'destruction', 'cryptographicErasure']
  return ['ordinary', 'cryptographicErasure', 'destruction', 'physicalDestruction', 'returnToOwner']
}

/** Irrecoverable from 機密性2 up (rank above the lowest), and from Ⅱ up. An unclassified asset counts as needing it. */
export function needsIrrecoverableDisposal(
  confidentiality: string | null,
  importance: string | null,
): boolean {
  if (confidentiality === null && importance === null) return true
  if (importance === 'I' || importance === 'II') return true
  return confidentiality !== null && confidentiality !== '1'
}

export type DisposalRefusal = 'methodNotAllowed' | 'dateInFuture' | 'dateBeforeRegistration' | 'notActive'

/** Whether a disposal may be recorded. Dates are YYYY-MM-DD. */
export function mayDispose(input: {
  state: string
  method: DisposalMethod
  subject: DisposalSubject
  disposedOn: string
  registeredOn: string
  today: string
}): 'ok' | DisposalRefusal {
  if (input.state !== 'active') return 'notActive'
  if (input.disposedOn > input.today) return 'dateInFuture'
  if (input.disposedOn < input.registeredOn) return 'dateBeforeRegistration'
  return allowedDisposalMethods(input.subject).includes(input.method) ? 'ok' : 'methodNotAllowed'
}
