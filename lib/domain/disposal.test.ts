import { describe, expect, it } from 'vitest'
import type { DisposalSubject } from './disposal'
import { allowedDisposalMethods, mayDispose, needsIrrecoverableDisposal } from './disposal'

const subject = (change: Partial<DisposalSubject>): DisposalSubject => ({
  needsIrrecoverable: true,
  zone: 'lgwan',
  personalData: 'personal',
  kind: 'medium',
  medium: 'ハードディスク',
  ...change,
})

describe('the methods of disposal', () => {
  it.each<[string, Partial<DisposalSubject>, string[]]>([
    ['residents’ data in マイナンバー利用事務系', { zone: 'myNumber' }, ['physicalDestruction']],
    ['the same with 個人情報 not entered', { zone: 'myNumber', personalData: null }, ['physicalDestruction']],
    ['other media at 機密性2以上', {}, ['physicalDestruction', 'destruction', 'cryptographicErasure']],
    [
      'a medium without personal data in マイナンバー利用事務系',
      { zone: 'myNumber', personalData: 'none' },
      ['physicalDestruction', 'destruction', 'cryptographicErasure'],
    ],
    ['paper at 機密性2以上', { kind: 'paper', medium: '紙', zone: null }, ['shredding', 'returnToOwner']],
    [
      'paper on which no zone is wrong',
      { kind: 'paper', medium: null, zone: 'myNumber' },
      ['shredding', 'returnToOwner'],
    ],
  ])('of %s', (_, change, methods) => {
    expect(allowedDisposalMethods(subject(change))).toEqual(methods)
  })
  it('are open for what is published', () => {
    expect(allowedDisposalMethods(subject({ needsIrrecoverable: false, personalData: 'none' }))).toContain(
      'ordinary',
    )
    expect(allowedDisposalMethods(subject({ needsIrrecoverable: false, kind: 'paper' }))).toContain(
      'ordinary',
    )
  })
  it.each<[string | null, string | null, boolean]>([
    ['1', null, false],
    ['2', null, true],
    ['3A', null, true],
    [null, 'II', true],
    [null, 'III', false],
    [null, null, true],
  ])('must be irrecoverable at 機密性 %s, 重要性 %s: %s', (confidentiality, importance, expected) => {
    expect(needsIrrecoverableDisposal(confidentiality, importance)).toBe(expected)
  })
})

describe('recording a disposal', () => {
  const input = {
    state: 'active',
    method: 'destruction' as const,
    subject: subject({}),
    disposedOn: '2026-11-20',
    registeredOn: '2020-04-01',
    today: '2026-11-23',
  }
  it.each([
    ['as it should be', {}, 'ok'],
    ['of a draft', { state: 'draft' }, 'notActive'],
    ['by a method too weak', { method: 'ordinary' as const }, 'methodNotAllowed'],
    ['of tomorrow', { disposedOn: '2026-11-24' }, 'dateInFuture'],
    ['before its registration', { disposedOn: '2020-03-31' }, 'dateBeforeRegistration'],
    ['on the day of its registration', { disposedOn: '2020-04-01' }, 'ok'],
  ])('%s', (_, change, expected) => {
    expect(mayDispose({ ...input, ...change })).toBe(expected)
  })
})
