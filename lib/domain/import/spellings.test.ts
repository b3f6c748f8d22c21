import { describe, expect, test } from 'vitest'
import {
  kindLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from '@/lib/labels/asset'
import { emptyCellLabels, zoneLabels } from '@/lib/labels/zones'
import { readHours } from '../hours-spelling'
import { readLevelTriple } from '../level-triple-spelling'
import { readMediumAndPlace } from '../medium-place-spelling'
import { schemeDefinitions } from '../schemes/definitions'
import { readYesNo } from '../yes-no-spelling'
import { cityOf } from './city-words'
import { personalDataOf, readMark } from './marks'
import { countScheme, readLevelCell, schemeOf } from './read-levels'
import { isUsualWord } from './usual-words'

const city = cityOf({ departments: [], successions: [], schemes: schemeDefinitions }, '2026-11-23')

test.each([
  ['有', true],
  ['○', true],
  ['TRUE', true],
  ['はい', true],
  ['済', true],
  ['無', false],
  ['×', false],
  ['なし', false],
  ['未', false],
])('%s is yes or no: %s', (text, value) => {
  expect(readYesNo(text)).toEqual({ kind: 'value', value })
})

test('a dash and a blank say neither yes nor no', () => {
  expect([readYesNo('－').kind, readYesNo('').kind, readYesNo('たぶん').kind]).toEqual([
    'blank',
    'blank',
    'unknown',
  ])
})

test.each([
  ['24', 24],
  ['２４時間', 24],
  ['3日', 72],
  ['1週間', 168],
  ['即時', 0],
  ['72時間以内', 72],
])('%s takes %i hours', (text, value) => {
  expect(readHours(text)).toEqual({ kind: 'value', value })
})

describe('three levels in one cell', () => {
  test.each([
    '3B/2/1',
    'C3B I2 A1',
    '３Ｂ・２・１',
    '機密性3B 完全性2 可用性1',
    '機密性３Ｂ、完全性２、可用性１',
    'C:3B I:2 A:1',
  ])('%s', (text) => {
    expect(readLevelTriple(text)).toEqual({ confidentiality: '3B', integrity: '2', availability: '1' })
  })
  test.each(['3B', '2026/4/1', '3B/2', '機密性3B 機密性2', 'あ/い/う'])('%s is none', (text) => {
    const read = readLevelTriple(text)
    expect(read === null || Object.keys(read).length < 3).toBe(true)
  })
})

test.each([
  ['サーバ／データセンター', 'サーバ', 'データセンター'],
  ['紙（執務室 施錠書庫）', '紙', '執務室 施錠書庫'],
  ['書庫・紙', '紙', '書庫'],
  ['USB：金庫', 'USB', '金庫'],
  ['施設／本庁舎', '施設', '本庁舎'],
])('%s is medium and place', (text, medium, place) => {
  expect(readMediumAndPlace(text)).toEqual({ medium, place, isPart: false })
})

test('one of the two alone is told', () => {
  expect(readMediumAndPlace('紙')).toEqual({ medium: '紙', place: null, isPart: true })
  expect(readMediumAndPlace('執務室 施錠書庫')).toEqual({
    medium: null,
    place: '執務室 施錠書庫',
    isPart: true,
  })
  expect(readMediumAndPlace('データセンター')).toEqual({
    medium: null,
    place: 'データセンター',
    isPart: true,
  })
})

test('the strictest mark wins, an explicit × says none, blanks say nothing', () => {
  const marks = (personal: string, sensitive: string, specific: string) =>
    personalDataOf([
      { kind: 'personal', mark: readMark(personal) },
      { kind: 'sensitive', mark: readMark(sensitive) },
      { kind: 'specific', mark: readMark(specific) },
    ])
  expect(marks('○', '', '●')).toBe('specific')
  expect(marks('有', '×', '－')).toBe('personal')
  expect(marks('', '無', '')).toBe('none')
  expect(marks('', '', '')).toBeNull()
  expect(readMark('たまに')).toBe('unknown')
})

describe('a level cell', () => {
  const level = (text: string, axis: 'confidentiality' | 'integrity' = 'confidentiality') =>
    readLevelCell(axis, { text, as: 'text' }, city, 'current')
  test.each(['３Ｂ', '自治体機密性3B', '機密性３Ｂ', '3b', 'C3B', "'3B", 'C:3B'])('%s is 3B', (text) => {
    expect(level(text)).toEqual({ kind: 'value', value: '3B' })
  })
  test.each(['Ⅱ', 'II', '②', '2.0'])('%s is 2', (text) => {
    expect(level(text, 'integrity')).toEqual({ kind: 'value', value: '2' })
  })
  test('a bare 3 is of the earlier scheme, 4 of none, a day was once a level', () => {
    expect(level('3')).toMatchObject({ kind: 'problem', code: 'levelOfEarlier' })
    expect(level('4')).toMatchObject({
      kind: 'problem',
      code: 'unknownLevel',
      args: ['3A', '3B', '3C', '2', '1'],
    })
    const day = readLevelCell('confidentiality', { text: '2026-03-02', as: 'date' }, city, 'current')
    expect(day).toEqual({ kind: 'problem', code: 'becameDate' })
  })
})

test('a file of 3, 2 and 1 stands under the earlier scheme; one with 3B does not', () => {
  const schemeOfTexts = (...texts: string[]) => {
    const census = { current: 0, earlier: 0 }
    for (const text of texts) countScheme(census, text)
    return schemeOf(census)
  }
  expect(schemeOfTexts('3', '２', '1')).toEqual({ scheme: 'earlier', certainty: 'sure' })
  expect(schemeOfTexts('機密性3', '2')).toEqual({ scheme: 'earlier', certainty: 'sure' })
  expect(schemeOfTexts('3', '3B')).toEqual({ scheme: 'current', certainty: 'sure' })
  expect(schemeOfTexts('2', '1')).toEqual({ scheme: 'current', certainty: 'doubtful' })
})

test('the portal’s own words need no remark', () => {
  const own = [kindLabels, zoneLabels, personalDataLabels, takeOutLabels, visibilityLabels, myNumberUseLabels]
  for (const label of [...own.flatMap((labels) => Object.values(labels)), emptyCellLabels.notApplicable])
    expect([label, isUsualWord(label)]).toEqual([label, true])
})
