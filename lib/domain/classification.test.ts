import { describe, expect, it } from 'vitest'
import type { Classification, LevelCodes } from './classification'
import {
  codesFrom,
  compareLevels,
  familyFor,
  isAtLeast,
  isComplete,
  isLowering,
  levelsOf,
  missingParts,
  mustBeJudgedAnew,
  rankOf,
  unclassified,
} from './classification'
import { additionsFrom, defaultTakeOut, isTakeOutTooLoose, restrictionsFor } from './handling'
import type { CategoryCode, ZoneCode } from './reference'
import { education2025 } from './schemes/education-2025'
import { municipal2024 } from './schemes/municipal-2024'

const levels = municipal2024.levels
const codes = (confidentiality: string | null, integrity = '2', availability = '2'): LevelCodes => ({
  ...unclassified,
  confidentiality,
  integrity,
  availability,
})

describe('the scheme that applies', () => {
  it.each<[CategoryCode, ZoneCode | null, string]>([
    ['school', 'schoolAffairs', 'education'],
    ['school', 'learning', 'education'],
    ['school', null, 'education'],
    ['school', 'lgwan', 'municipal'],
    ['school', 'myNumber', 'municipal'],
    ['internal', 'internet', 'municipal'],
    ['internal', 'schoolAffairs', 'municipal'],
    ['assemblyOffice', null, 'municipal'],
    ['fireStation', 'lgwan', 'municipal'],
  ])('to %s on %s is %s', (category, zone, family) => {
    expect(familyFor(category, zone)).toBe(family)
  })
})

describe('the order of levels', () => {
  it('is 3A > 3B > 3C > 2 > 1, and Ⅰ > Ⅱ > Ⅲ > Ⅳ', () => {
    expect(levelsOf(levels, 'confidentiality').map((level) => level.code)).toEqual([
      '3A',
      '3B',
      '3C',
      '2',
      '1',
    ])
    expect(levelsOf(education2025.levels, 'importance').map((level) => level.label)).toEqual([
      'Ⅰ',
      'Ⅱ',
      'Ⅲ',
      'Ⅳ',
    ])
  })
  it('reads 2以上 as 2, 3C, 3B and 3A', () => {
    expect(codesFrom(levels, 'confidentiality', '2')).toEqual(['3A', '3B', '3C', '2'])
    expect(isAtLeast(levels, 'confidentiality', '1', '2')).toBe(false)
    expect(isAtLeast(levels, 'confidentiality', null, '2')).toBe(false)
    expect(codesFrom(levels, 'confidentiality', '9')).toEqual([])
    expect(rankOf(levels, 'importance', 'I')).toBeNull()
  })
})

describe('completeness', () => {
  it('asks three axes of a municipal asset, importance and audience of a school', () => {
    expect(isComplete({ family: 'municipal', levels: codes('3B'), audience: null })).toBe(true)
    expect(missingParts({ family: 'municipal', levels: codes(null), audience: null })).toEqual([
      'confidentiality',
    ])
    const school = { family: 'education' as const, levels: { ...unclassified, importance: 'II' } }
    expect(isComplete({ ...school, audience: 'staff' })).toBe(true)
    expect(missingParts({ ...school, audience: null })).toEqual(['audience'])
  })
})

describe('lowering', () => {
  const of = (change: Partial<Classification>): Classification => ({
    family: 'municipal',
    schemeCode: 'municipal-2024',
    levels: codes('3B'),
    audience: null,
    ...change,
  })
  it.each<[string, Partial<Classification>, boolean]>([
    ['to 3A', { levels: codes('3A') }, false],
    ['to 3C', { levels: codes('3C') }, true],
    ['to nothing', { levels: codes(null) }, true],
    ['of integrity alone', { levels: codes('3B', '1') }, false],
    ['to another scheme, however strict', { schemeCode: 'municipal-next', levels: codes('3A') }, true],
    ['not at all', {}, false],
  ])('from 3B %s: needs a second approver %s', (_, after, expected) => {
    expect(isLowering(levels, of({}), of(after))).toBe(expected)
  })
  it('names each axis with its direction', () => {
    expect(compareLevels(levels, codes('3C', '2', '1'), codes('3B', '1', '1'))).toEqual([
      { axis: 'confidentiality', before: '3C', after: '3B', direction: 'raised' },
      { axis: 'integrity', before: '2', after: '1', direction: 'lowered' },
    ])
    expect(compareLevels(levels, unclassified, codes('2')).map(({ direction }) => direction)).toEqual([
      'set',
      'set',
      'set',
    ])
  })
  it('never converts an old level silently', () => {
    expect(mustBeJudgedAnew('3', false)).toBe(true)
    expect(mustBeJudgedAnew('2', true)).toBe(true)
    expect(mustBeJudgedAnew('2', false)).toBe(false)
    expect(mustBeJudgedAnew('1', true)).toBe(false)
  })
})

describe('handling restrictions', () => {
  const following = (current: LevelCodes, scheme = municipal2024) =>
    restrictionsFor(scheme.levels, scheme.restrictions, current).map(({ code }) => code)
  it('begin at 機密性2, and 3A to 3C add the supplied terminals', () => {
    expect(following(codes('1', '1', '1'))).toEqual([])
    expect(following(codes('2', '1', '1'))).toHaveLength(6)
    expect(following(codes('2', '1', '1'))).not.toContain('suppliedTerminalsOnly')
    expect(following(codes('3C', '1', '1'))).toContain('suppliedTerminalsOnly')
  })
  it('name the backup once when both axes ask for it', () => {
    expect(following(codes('1', '2', '2'))).toEqual(['backup', 'digitalSignature', 'timelyRecovery'])
  })
  it('ask of Ⅱ for individual permission, of Ⅲ for any, of Ⅳ for nothing', () => {
    const importance = (code: string) => following({ ...unclassified, importance: code }, education2025)
    expect(importance('II')).toContain('individualTakeOutPermission')
    expect(importance('II')).not.toContain('takeOutPermission')
    expect(importance('III')).toContain('takeOutPermission')
    expect(importance('IV')).toEqual([])
  })
  it('take one addition a line', () => {
    expect(additionsFrom(' 写しは番号を付ける\r\n\n閲覧は2人で ')).toEqual([
      '写しは番号を付ける',
      '閲覧は2人で',
    ])
    expect(additionsFrom(null)).toEqual([])
  })
  it('propose how a school may take things out', () => {
    expect(['I', 'II', 'III', 'IV', null].map(defaultTakeOut)).toEqual([
      'individual',
      'individual',
      'blanket',
      'unrestricted',
      null,
    ])
    expect(isTakeOutTooLoose('II', 'blanket')).toBe(true)
    expect(isTakeOutTooLoose('II', 'prohibited')).toBe(false)
    expect(isTakeOutTooLoose(null, 'unrestricted')).toBe(false)
  })
})
