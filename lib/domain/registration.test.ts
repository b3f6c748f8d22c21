import { describe, expect, it } from 'vitest'
import { assetStates, isEditable, mayBecome } from './asset'
import { submissionRefusal } from './registration'

describe('submitting a draft for registration', () => {
  it('names the first reason against it', () => {
    const input = { state: 'draft', missing: [], hasOpenProposal: false }
    expect(submissionRefusal(input)).toBeNull()
    expect(submissionRefusal({ ...input, state: 'active' })).toBe('notDraft')
    expect(submissionRefusal({ ...input, hasOpenProposal: true })).toBe('alreadyProposed')
    expect(submissionRefusal({ ...input, missing: ['confidentiality'] })).toBe('classificationIncomplete')
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
