import { describe, expect, it } from 'vitest'
import { personalDataCodes } from './asset'
import { mustBeJudgedAnew, rankOf, unclassified } from './classification'
import type { Level } from './scheme'
import { fallsByMapping, isStrictest, mapLevels, mappingGaps, type MappingLine } from './scheme-mapping'
import { mappingEarlierTo2024 as mapping } from './schemes/mapping-earlier-2024'
import { municipal2024 } from './schemes/municipal-2024'
import { municipalEarlier } from './schemes/municipal-earlier'

const levels = (confidentiality: string | null, integrity = '1', availability = '2') => ({
  ...unclassified,
  confidentiality,
  integrity,
  availability,
})
const without = (fromCode: string) => mapping.lines.filter((line) => line.fromCode !== fromCode)
const line = (fromCode: string, condition: MappingLine['condition'], toCode: string | null): MappingLine => ({
  axis: 'confidentiality',
  fromCode,
  condition,
  toCode,
})

describe('from the levels before 2024 to those of 2024', () => {
  it('1 and 2 without personal data follow, with integrity and availability as they were', () => {
    expect(mapLevels(mapping, levels('1'), 'specific')).toEqual({ proposed: levels('1'), judge: [] })
    expect(mapLevels(mapping, levels('2', '2', '1'), 'none')).toEqual({
      proposed: levels('2', '2', '1'),
      judge: [],
    })
  })

  it('3 is judged anew by a person, and so is 2 with personal data or where nobody entered whether there is any', () => {
    const judged = { proposed: null, judge: ['confidentiality'] }
    expect(mapLevels(mapping, levels('3'), 'none')).toEqual(judged)
    expect(mapLevels(mapping, levels('2'), 'personal')).toEqual(judged)
    expect(mapLevels(mapping, levels('2'), null)).toEqual(judged)
  })

  it('says the same as the rule that the portal always had', () => {
    for (const code of ['1', '2', '3'])
      for (const personal of personalDataCodes)
        expect(mapLevels(mapping, levels(code), personal).proposed === null).toBe(
          mustBeJudgedAnew(code, personal !== 'none'),
        )
  })

  it('a level that is missing, or that the mapping does not know, is judged too', () => {
    expect(mapLevels(mapping, { ...levels('1'), integrity: null }, 'none').judge).toEqual(['integrity'])
    expect(mapLevels(mapping, levels('9'), 'none').judge).toEqual(['confidentiality'])
  })

  it('in schools only the importance has to follow; what the scheme does not ask for may stay away', () => {
    const schools = {
      family: 'education',
      lines: [{ axis: 'importance', fromCode: 'II', condition: 'always', toCode: 'I' }],
    } as const
    const known = { ...unclassified, importance: 'II' }
    expect(mapLevels(schools, known, null).proposed).toEqual({ ...unclassified, importance: 'I' })
    expect(mapLevels(schools, { ...known, integrity: '1' }, null).judge).toEqual(['integrity'])
  })
})

describe('a whole mapping', () => {
  it('has a line for every level of the earlier version and every condition', () => {
    expect(mappingGaps(mapping.lines, municipalEarlier.levels, municipal2024.levels)).toEqual([])
  })

  it.each([
    ['a level without a line', [], 'missing'],
    ['only one of the two conditions', [line('3', 'personal', null)], 'missing'],
    ['two lines for one asset', [line('3', 'always', null), line('3', 'personal', '3B')], 'ambiguous'],
    ['a level that the new version does not have', [line('3', 'always', '9')], 'unknownTarget'],
  ])('%s is named', (_, lines, problem) => {
    const told = [...without('3'), ...lines]
    expect(mappingGaps(told, municipalEarlier.levels, municipal2024.levels)).toEqual([
      { axis: 'confidentiality', fromCode: '3', problem },
    ])
  })
})

describe('a level falls between two versions', () => {
  const falls = (before: string, after: string | null, lines = mapping.lines) =>
    fallsByMapping(
      lines,
      'confidentiality',
      { before: rankIn(municipalEarlier.levels), after: rankIn(municipal2024.levels) },
      [before, after],
    )
  const rankIn = (levels: readonly Level[]) => (code: string | null) =>
    rankOf(levels, 'confidentiality', code)

  it.each([
    ['3', '3A', false],
    ['3', '3C', false],
    ['3', '2', true],
    ['3', '1', true],
    ['3', null, true],
    ['2', '3C', false],
    ['2', '2', false],
    ['2', '1', true],
    ['1', '1', false],
    ['1', '2', false],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(falls(before, after)).toBe(expected)
  })

  it('what the mapping itself makes of a level is no fall, also where two levels become one', () => {
    const merged = [...without('1'), line('1', 'always', '2')]
    expect(falls('2', '2', merged)).toBe(false)
    expect(falls('3', '2', merged)).toBe(true)
  })

  it('the strictest level of the earlier version is the one that no other stands above', () => {
    const rank = rankIn(municipalEarlier.levels)
    const strictest = ['3', '2', '1'].filter((code) =>
      isStrictest(mapping.lines, 'confidentiality', rank, code),
    )
    expect(strictest).toEqual(['3'])
    expect(isStrictest([], 'confidentiality', rank, '3')).toBe(false)
  })
})
