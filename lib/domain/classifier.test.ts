import { describe, expect, it } from 'vitest'
import { unclassified } from './classification'
import { overruledAxes, proposeLevels } from './classifier'
import type { Answers, ClassifierFacts } from './classifier-questions'
import { openQuestions, questionsFor, readAnswers } from './classifier-questions'
import { education2025 } from './schemes/education-2025'
import { municipal2024 } from './schemes/municipal-2024'
import { municipalEarlier } from './schemes/municipal-earlier'

const certificates: ClassifierFacts = {
  family: 'municipal',
  kind: 'informationSystem',
  zone: 'myNumber',
  personalData: 'specific',
  dataSubjects: 490_000,
}
const facts = (change: Partial<ClassifierFacts>): ClassifierFacts => ({
  family: 'municipal',
  kind: 'information',
  zone: 'lgwan',
  personalData: 'personal',
  dataSubjects: null,
  ...change,
})
const ordinary: Answers = { secret: 'no', altered: 'yes', stopped: 'yes' }
const c = (given: ClassifierFacts, answers: Answers, levels = municipal2024.levels) => {
  const { levels: codes, reasons } = proposeLevels(given, answers, levels)
  return [codes.confidentiality, reasons.confidentiality?.code]
}

describe('住民票コンビニ交付システム', () => {
  it('is proposed 3B / 2 / 2 with the ordinary answers, and asks three questions', () => {
    const proposal = proposeLevels(certificates, ordinary, municipal2024.levels)
    expect(proposal.levels).toEqual({
      ...unclassified,
      confidentiality: '3B',
      integrity: '2',
      availability: '2',
    })
    expect(proposal.reasons.confidentiality).toEqual({ code: 'specificPersonal', people: 490_000 })
    expect(questionsFor(certificates, {})).toEqual(['secret', 'altered', 'stopped'])
  })
  it('is proposed the same before any question is answered', () => {
    const { levels } = proposeLevels(certificates, {}, municipal2024.levels)
    expect([levels.confidentiality, levels.integrity, levels.availability]).toEqual(['3B', '2', '2'])
  })
  it('is 3 / 2 / 2 in the earlier scheme', () => {
    expect(proposeLevels(certificates, ordinary, municipalEarlier.levels).levels.confidentiality).toBe('3')
  })
})

describe('confidentiality', () => {
  it.each<[string, Partial<ClassifierFacts>, Answers, string | null, string | undefined]>([
    ['a secret document', { personalData: 'none' }, { secret: 'yes' }, '3A', 'secretDocument'],
    [
      'a secret document even without 個人情報 entered',
      { personalData: null },
      { secret: 'yes' },
      '3A',
      'secretDocument',
    ],
    ['sensitive personal information', { personalData: 'sensitive' }, {}, '3B', 'sensitivePersonal'],
    [
      'specific personal information of staff',
      { personalData: 'specific' },
      { whose: 'staff' },
      '3C',
      'staffPersonal',
    ],
    [
      'specific personal information of residents',
      { personalData: 'specific' },
      { whose: 'residents' },
      '3B',
      'specificPersonal',
    ],
    [
      'personal information in マイナンバー利用事務系',
      { zone: 'myNumber' },
      {},
      '3B',
      'myNumberZonePersonal',
    ],
    ['personal information that hurts', {}, { whose: 'residents', harm: 'yes' }, '3B', 'graveHarm'],
    [
      'personal information that hardly hurts',
      {},
      { whose: 'residents', harm: 'no' },
      '3C',
      'ordinaryPersonal',
    ],
    [
      'plain data of very many residents',
      { dataSubjects: 100_000 },
      { whose: 'residents', harm: 'no' },
      '3B',
      'manyPeople',
    ],
    [
      'plain data of fewer residents',
      { dataSubjects: 99_999 },
      { whose: 'residents', harm: 'no' },
      '3C',
      'ordinaryPersonal',
    ],
    ['personal information of staff', {}, { whose: 'staff' }, '3C', 'staffPersonal'],
    ['contacts published later', {}, { whose: 'contacts', publication: 'later' }, '2', 'publishedLater'],
    ['what is never published', { personalData: 'none' }, { publication: 'never' }, '3C', 'neverPublished'],
    ['what is not yet published', { personalData: 'none' }, { publication: 'later' }, '2', 'publishedLater'],
    [
      'what is published',
      { personalData: 'none' },
      { publication: 'premised' },
      '1',
      'premisedOnPublication',
    ],
    ['personal data not yet entered', { personalData: null }, {}, null, undefined],
    ['a question still open', {}, { whose: 'residents' }, null, undefined],
    [
      'a network, which has no personal data',
      { kind: 'network', personalData: null },
      { publication: 'later' },
      '2',
      'publishedLater',
    ],
  ])('of %s', (_, change, answers, level, reason) => {
    expect(c(facts(change), answers)).toEqual([level, reason])
  })
  it.each<[Answers, string]>([
    [{ secret: 'yes' }, '3'],
    [{ whose: 'residents', harm: 'yes' }, '3'],
    [{ whose: 'residents', harm: 'no' }, '2'],
    [{ whose: 'contacts', publication: 'premised' }, '1'],
  ])('in the earlier scheme with %j is %s', (answers, level) => {
    expect(c(facts({}), answers, municipalEarlier.levels)[0]).toBe(level)
  })
})

describe('integrity and availability', () => {
  it('follow what was answered, also against what the zone suggests', () => {
    const { levels } = proposeLevels(certificates, { altered: 'yes', stopped: 'no' }, municipal2024.levels)
    expect([levels.integrity, levels.availability]).toEqual(['2', '1'])
  })
  it('stay open for an ordinary asset until somebody answers', () => {
    const { levels } = proposeLevels(facts({}), {}, municipal2024.levels)
    expect([levels.integrity, levels.availability]).toEqual([null, null])
  })
})

describe('the questions', () => {
  it('depend on the answers before', () => {
    expect(questionsFor(facts({}), {})).toEqual(['secret', 'whose', 'altered', 'stopped'])
    expect(questionsFor(facts({}), { whose: 'residents' })).toEqual([
      'secret',
      'whose',
      'harm',
      'altered',
      'stopped',
    ])
    expect(questionsFor(facts({ personalData: 'none' }), {})).toEqual([
      'secret',
      'publication',
      'altered',
      'stopped',
    ])
    expect(openQuestions(facts({}), { secret: 'yes', altered: 'no' })).toEqual(['stopped'])
  })
  it('read only possible answers from a form', () => {
    expect(readAnswers({ secret: 'no', whose: 'everyone', harm: null, audience: 'staff' })).toEqual({
      secret: 'no',
      audience: 'staff',
    })
  })
})

describe('a school', () => {
  const school = (change: Partial<ClassifierFacts>) =>
    facts({ family: 'education', zone: 'schoolAffairs', ...change })
  it.each<[string, Partial<ClassifierFacts>, Answers, string | null, string | null]>([
    ['指導要録', {}, { content: 'originalRecord' }, 'I', 'staff'],
    ['健康診断票', { personalData: 'sensitive' }, {}, 'I', 'staff'],
    ['通知表', {}, { content: 'guidance' }, 'II', 'staff'],
    ['ID・パスワード管理台帳', {}, { content: 'credentials' }, 'II', 'staff'],
    ['出席簿', {}, { content: 'running' }, 'III', 'staff'],
    ['ワークシート', { zone: 'learning' }, { content: 'running' }, 'III', 'students'],
    ['学校要覧', { personalData: 'none' }, { content: 'published' }, 'IV', 'public'],
    ['通知表 for parents', {}, { content: 'guidance', audience: 'students' }, 'II', 'students'],
    ['nothing answered', {}, {}, null, null],
  ])('%s', (_, change, answers, importance, audience) => {
    const proposal = proposeLevels(school(change), answers, education2025.levels)
    expect([proposal.levels.importance, proposal.audience]).toEqual([importance, audience])
    expect(proposal.levels.confidentiality).toBeNull()
  })
})

describe('overruling', () => {
  it('is noticed per axis, and only where something was proposed', () => {
    const proposal = proposeLevels(certificates, ordinary, municipal2024.levels)
    expect(overruledAxes(proposal, { ...proposal.levels, confidentiality: '3C' })).toEqual([
      'confidentiality',
    ])
    expect(overruledAxes(proposal, { ...proposal.levels, importance: 'I' })).toEqual([])
  })
})
