import { describe, expect, it } from 'vitest'
import type { ClassifierFacts } from '@/lib/domain/classifier-questions'
import { proposeLevels } from '@/lib/domain/classifier'
import { education2025 } from '@/lib/domain/schemes/education-2025'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import { levelsInWords, proposalInWords } from './classifier'

const certificates: ClassifierFacts = {
  family: 'municipal',
  kind: 'informationSystem',
  zone: 'myNumber',
  personalData: 'specific',
  dataSubjects: 490_000,
}

describe('a proposal in words', () => {
  it('says in one sentence why', () => {
    const proposal = proposeLevels(certificates, { altered: 'yes', stopped: 'yes' }, municipal2024.levels)
    const words = proposalInWords('municipal', proposal, municipal2024.levels)
    expect(words.headline).toBe('特定個人情報を490,000人分扱うため、自治体機密性3Bを提案します')
    expect(words.sentences.map(({ text }) => text)).toEqual([
      '特定個人情報を490,000人分扱うため、自治体機密性3Bを提案します',
      '書換えや誤りがあると、住民の権利や事務に支障があるため、完全性2を提案します',
      '失われたり使えなくなったりすると、住民の権利や事務に支障があるため、可用性2を提案します',
    ])
    expect(levelsInWords('municipal', proposal.levels, municipal2024.levels)).toBe(
      '自治体機密性3B・完全性2・可用性2',
    )
  })
  it('says nothing about a number that is not known', () => {
    const proposal = proposeLevels({ ...certificates, dataSubjects: null }, {}, municipal2024.levels)
    expect(proposalInWords('municipal', proposal, municipal2024.levels).headline).toBe(
      '特定個人情報を扱うため、自治体機密性3Bを提案します',
    )
  })
  it('has no headline while nothing is decided', () => {
    const proposal = proposeLevels({ ...certificates, personalData: null }, {}, municipal2024.levels)
    expect(proposalInWords('municipal', proposal, municipal2024.levels).headline).toBeNull()
  })
  it('leads with importance in a school', () => {
    const facts = {
      ...certificates,
      family: 'education',
      zone: 'schoolAffairs',
      personalData: 'personal',
    } as const
    const proposal = proposeLevels(facts, { content: 'guidance' }, education2025.levels)
    expect(proposalInWords('education', proposal, education2025.levels).headline).toBe(
      '成績・健康・指導・進路などの情報を扱うため、重要性分類Ⅱを提案します',
    )
  })
})
