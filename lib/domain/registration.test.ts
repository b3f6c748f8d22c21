import { describe, expect, it } from 'vitest'
import { assetStates, isEditable, mayBecome } from './asset'
import { mayRegister, registrationRefusal } from './registration'

describe('registering a draft', () => {
  it.each<[string, bigint | null, boolean, string]>([
    ['somebody else’s', 2n, true, 'ok'],
    ['one’s own while another can', 1n, true, 'ownSubmission'],
    ['one’s own when nobody else can', 1n, false, 'ok'],
    ['an imported one that nobody submitted', null, true, 'ok'],
  ])('%s', (_, submittedBy, otherApproversExist, expected) => {
    expect(mayRegister({ viewerId: 1n, submittedBy, otherApproversExist })).toBe(expected)
  })
  it('names the first reason against it', () => {
    const input = { viewerId: 1n, submittedBy: 2n, otherApproversExist: true, state: 'draft', missing: [] }
    expect(registrationRefusal(input)).toBeNull()
    expect(registrationRefusal({ ...input, state: 'active' })).toBe('notDraft')
    expect(registrationRefusal({ ...input, submittedBy: 1n })).toBe('ownSubmission')
    expect(registrationRefusal({ ...input, missing: ['confidentiality'] })).toBe('classificationIncomplete')
  })
})

describe('the states', () => {
  it('end where nothing is deleted and nothing comes back', () => {
    const moves = assetStates.flatMap((from) =>
      assetStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(moves).toEqual(['draft → active', 'draft → cancelled', 'active → disposed', 'active → merged'])
    expect(assetStates.filter(isEditable)).toEqual(['draft', 'active'])
  })
})
