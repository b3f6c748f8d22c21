import { describe, expect, test } from 'vitest'
import {
  heatOf,
  heatSteps,
  levelMatrix,
  type CountedCell,
  type MatrixScheme,
  type MatrixZone,
} from './level-matrix'

const level = (code: string, rank: number, axis: 'confidentiality' | 'importance' = 'confidentiality') => ({
  axis,
  code,
  label: code,
  rank,
  criterion: '',
  example: '',
})
const now: MatrixScheme = {
  id: '2',
  code: 'now',
  family: 'municipal',
  label: 'new',
  status: 'inForce',
  levels: [level('1', 1), level('3B', 4), level('2', 2)],
}
const before: MatrixScheme = {
  id: '1',
  code: 'before',
  family: 'municipal',
  label: 'old',
  status: 'retired',
  levels: [level('1', 1), level('2', 2), level('3', 3)],
}
const schools: MatrixScheme = {
  id: '3',
  code: 'schools',
  family: 'education',
  label: 'schools',
  status: 'inForce',
  levels: [level('I', 4, 'importance')],
}
const schemes = [before, now, schools]
const zones: MatrixZone[] = [
  { code: 'lgwan', label: 'LGWAN', network: 'municipal' },
  { code: 'learning', label: 'Learning', network: 'school' },
]
const cell = (zone: string, code: string | null, assets: number, scheme = now): CountedCell => ({
  family: scheme.family,
  scheme: scheme.id,
  level: code,
  zone,
  assets,
})
const codesOf = (matrix: ReturnType<typeof levelMatrix>) =>
  matrix.rows.map((row) => [row.level?.code ?? null, row.scheme?.code ?? null])

describe('a matrix of levels and zones', () => {
  test('shows every level in force, the strictest first, and 未分類, also when empty', () => {
    const matrix = levelMatrix('municipal', [], schemes, zones)
    expect(codesOf(matrix)).toEqual([
      ['3B', null],
      ['2', null],
      ['1', null],
      [null, null],
    ])
    expect(matrix.columns.map((column) => column.zone)).toEqual(['lgwan', 'notApplicable', 'notEntered'])
    expect(matrix.total).toBe(0)
  })

  test('loses neither a municipal asset on a 校内 zone nor a level of an earlier scheme', () => {
    const cells = [
      cell('lgwan', '3B', 5),
      cell('learning', '2', 1),
      cell('lgwan', '2', 4, before),
      cell('notEntered', null, 2, before),
    ]
    const matrix = levelMatrix('municipal', cells, schemes, zones)
    expect(matrix.columns.map((column) => column.zone)).toEqual([
      'lgwan',
      'learning',
      'notApplicable',
      'notEntered',
    ])
    expect(codesOf(matrix)).toEqual([
      ['3B', 'now'],
      ['2', 'now'],
      ['1', 'now'],
      ['2', 'before'],
      [null, null],
    ])
    expect(matrix.total).toBe(12)
    expect(matrix.columnTotals).toEqual([9, 1, 0, 2])
    expect(matrix.rows.map((row) => row.total)).toEqual([5, 1, 0, 4, 2])
  })

  test('keeps the families apart', () => {
    const cells = [cell('learning', 'I', 3, schools), cell('lgwan', '1', 1)]
    expect(levelMatrix('education', cells, schemes, zones).total).toBe(3)
    expect(levelMatrix('municipal', cells, schemes, zones).total).toBe(1)
  })
})

describe('how full a cell looks', () => {
  test('rises from 1 to 4 with the count, and is 0 for nothing', () => {
    const steps = heatSteps(81)
    expect(steps).toEqual([1, 3, 9, 27])
    expect([0, 1, 2, 3, 26, 27, 81].map((count) => heatOf(count, steps))).toEqual([0, 1, 1, 2, 3, 4, 4])
  })

  test('has fewer steps when the numbers are small', () => {
    expect(heatSteps(0)).toEqual([])
    expect(heatSteps(1)).toEqual([1])
    expect(heatSteps(2)).toEqual([1, 2])
  })
})
