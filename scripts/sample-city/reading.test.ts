import { beforeAll, describe, expect, test } from 'vitest'
import type { CityWords } from '@/lib/domain/import/city-words'
import { judgeRows, type KnownAsset, type RowOutcome } from '@/lib/domain/import/judge-rows'
import { contentOfNew } from '@/lib/domain/import/new-content'
import type { RowFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import { sampleBytes, samplePath, understand, type Understood } from '@/lib/testing/reading'
import { cityWordsOf } from '../city-words'
import { readMunicipalLedgers } from './municipal-ledger'
import { readOrganization } from './organization-file'
import type { SampleRow } from './sample-row'
import { readSchoolLedgers } from './school-ledger'

const today = '2026-11-23'
let words: CityWords
let municipal: SampleRow[]
let internal: Understood
let csv: Understood
let fire: Understood
let schools: Understood

beforeAll(async () => {
  words = await cityWordsOf({
    organization: samplePath('organization.csv'),
    history: samplePath('organization-history.csv'),
  })
  municipal = await readMunicipalLedgers(await readOrganization(), today)
  internal = await understand(await sampleBytes('ledger-internal.xlsx'), words)
  csv = await understand(await sampleBytes('ledger-internal.csv'), words)
  fire = await understand(await sampleBytes('ledger-fire-cp932.csv'), words)
  schools = await understand(await sampleBytes('ledger-schools.xlsx'), words)
}, 60_000)

const levelsOf = (levels: object) =>
  Object.fromEntries(Object.entries(levels).filter(([, code]) => code !== null))
const asKnown = (row: SampleRow) => ({
  content: row.content,
  departmentCode: row.departmentCode,
  levels: levelsOf(row.levels),
})
const asRead = (row: RowFound) => ({
  content: contentOfNew(row, today),
  departmentCode: row.department?.code ?? '',
  levels: levelsOf(row.levels),
})
const known = (ledger: string) => municipal.filter(({ key }) => key.startsWith(`${ledger} `)).map(asKnown)
const lines = ({ roles }: Understood, role: string) =>
  roles.filter((row) => row.role === role).map(({ line }) => line)

/** The ledger that `ledger-internal.csv` gives, numbered from 1. */
function loaded(): KnownAsset[] {
  return csv.rows.map((row, at) => ({
    number: String(at + 1),
    departmentId: row.department?.id ?? '',
    content: contentOfNew(row, today)!,
    levels: { confidentiality: null, integrity: null, availability: null, importance: null, ...row.levels },
    scheme: 'current',
    isEnded: false,
  }))
}
const kinds = (outcomes: readonly RowOutcome[]) => {
  const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    double: count('double'),
    refused: count('refused'),
  }
}

describe('the internal ledger as a workbook', () => {
  test('its head, its sections and its blank lines are found where they are', () => {
    expect(internal.sheets[0]).toMatchObject({
      headFrom: 4,
      headTo: 5,
      certainty: 'sure',
      asOf: '2026-04-01',
      scheme: 'current',
    })
    expect(lines(internal, 'title')).toEqual([1, 2])
    expect(lines(internal, 'section')).toEqual([
      6, 14, 21, 29, 34, 38, 50, 55, 59, 70, 75, 80, 85, 89, 93, 99, 103, 106, 108, 114, 121, 124,
    ])
    expect(internal.rows).toHaveLength(106)
    const told = internal.roles.reduce((sum, role) => sum + role.lines, 0)
    expect(told + internal.rows.length).toBeGreaterThanOrEqual(132)
  })
  test('its 95 numbered rows say the same as the CSV, and as the ledger that the city loads', () => {
    const numbered = internal.rows.slice(0, 95)
    expect(numbered.map(({ cells }) => cells['0'])).toEqual(
      Array.from({ length: 95 }, (_, at) => String(at + 1)),
    )
    expect(numbered.flatMap(({ problems }) => problems)).toEqual([])
    expect(numbered.map(asRead)).toEqual(known('internal'))
    expect(csv.rows.map(asRead)).toEqual(known('internal'))
  })
  test('of the eleven being checked each mistake, notice and double entry is told', () => {
    const outcomes = judgeRows(internal.rows, [], { blanks: 'keep', today })
    expect(kinds(outcomes)).toEqual({ new: 102, changed: 0, unchanged: 0, double: 1, refused: 3 })
    const told = outcomes.slice(95).map(({ kind, problems, notices, doubleOf }, at) => ({
      line: internal.rows[95 + at]?.line,
      kind,
      problems: problems.map(({ cell, code }) => `${cell} ${code}`),
      notices: notices.map(({ cell, code }) => `${cell} ${code}`),
      doubleOf: internal.rows.find(({ place }) => place === doubleOf)?.line ?? null,
    }))
    const right = { kind: 'new', problems: [], notices: [], doubleOf: null }
    expect(told).toEqual([
      { ...right, line: 125, notices: ['C125 successor', 'C125 bureauDiffers'] },
      { ...right, line: 126, kind: 'refused', problems: ['D126 nameMissing'] },
      { ...right, line: 127, kind: 'refused', problems: ['G127 unknownLevel'] },
      { ...right, line: 128 },
      { ...right, line: 129 },
      { ...right, line: 130, kind: 'double', doubleOf: 7 },
      { ...right, line: 131, notices: ['L131 approximate'] },
      { ...right, line: 132, kind: 'refused', problems: ['S132 noSuchDay'] },
      { ...right, line: 133, notices: ['S133 eraNotYetBegun'] },
      { ...right, line: 134, notices: ['S134 futureDate'] },
      { ...right, line: 135, notices: ['D135 looksLikeFormula'] },
    ])
    const [former] = internal.rows.slice(95)
    expect(former?.department?.code).toBe('0420')
    expect(internal.rows[98]?.content.zone).toBe('lgwan')
    expect(internal.rows[101]?.content.dataSubjects).toBe(12_000)
    expect(internal.rows[103]?.content.registeredOn).toBe('2019-04-01')
    expect(internal.rows[105]?.content.name).toBe('=HYPERLINK("http://example.invalid","名簿")')
  })
  test.each(['keep', 'clear'] as const)(
    'over the loaded ledger nothing changes for the 95 (blanks: %s)',
    (blanks) => {
      const outcomes = judgeRows(internal.rows, loaded(), { blanks, today })
      expect(kinds(outcomes)).toEqual({ new: 7, changed: 0, unchanged: 95, double: 1, refused: 3 })
    },
  )
})

test('the fire department’s CSV comes in whole from CP932', () => {
  expect(fire.file).toMatchObject({ format: 'csv', encoding: 'cp932', isDoubtful: false })
  expect(fire.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(fire.rows.map(asRead)).toEqual(known('fire'))
  expect(fire.rows[2]?.content.storageLocation).toBe('髙度救急室 施錠書庫')
  expect(fire.rows[2]?.content.remarks).toBe('㈱・①・髙・﨑・Ⅱ・～－∥')
  const outcomes = judgeRows(fire.rows, [], { blanks: 'keep', today })
  expect(kinds(outcomes).new).toBe(14)
  expect(outcomes[7]?.notices.map(({ code }) => code)).toEqual(['zoneNotEntered'])
})

test('the schools’ workbook gives the standard ledger and five schools by their sheets', async () => {
  const wanted = await readSchoolLedgers(await readOrganization(), today)
  expect(schools.sheets.map(({ isStandardLedger }) => isStandardLedger)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  const [standard, own] = [
    schools.rows.filter(({ sheet }) => sheet === 0),
    schools.rows.filter(({ sheet }) => sheet > 0),
  ]
  const undated = (row: ReturnType<typeof asKnown>) => ({
    ...row,
    content: { ...row.content, registeredOn: '' },
  })
  const read = (row: RowFound) => {
    const { content, ...rest } = asRead(row)
    return { ...rest, content: { ...content, registeredOn: '' } }
  }
  expect(schools.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(standard.map(read)).toEqual(wanted.standard.map(asKnown).map(undated))
  expect(own.map(read)).toEqual(wanted.schools.map(asKnown).map(undated))
  expect(schools.rows.map(({ audience }) => audience)).toEqual(
    [...wanted.standard, ...wanted.schools].map(({ audience }) => audience),
  )
})
