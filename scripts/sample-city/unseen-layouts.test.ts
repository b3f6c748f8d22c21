import { beforeAll, expect, test } from 'vitest'
import type { CityWords } from '@/lib/domain/import/city-words'
import { encodings } from '@/lib/platform/spreadsheet/reader/open-file'
import { randomOf } from '@/lib/testing/random'
import { randomSheets, type ExpectedRow, type ModelRow } from '@/lib/testing/random-workbook'
import { samplePath, understand, type Understood } from '@/lib/testing/reading'
import { delimitedOf, workbookOf } from '@/lib/testing/write-grid'
import { cityWordsOf } from '../city-words'
import { readMunicipalLedgers } from './municipal-ledger'
import { readOrganization } from './organization-file'

/** The 95 rows in layouts that nobody has seen. `SEED=n` repeats one, `SEEDS=n` tries so many. */
const today = '2026-11-23'
const count = Number(process.env['SEEDS'] ?? 60)
const seeds = process.env['SEED']
  ? [Number(process.env['SEED'])]
  : Array.from({ length: count }, (_, at) => at + 1)
let words: CityWords
let model: ModelRow[]

beforeAll(async () => {
  words = await cityWordsOf({
    organization: samplePath('organization.csv'),
    history: samplePath('organization-history.csv'),
  })
  const rows = await readMunicipalLedgers(await readOrganization(), today)
  const named = new Map(words.departments.map((row) => [row.id, row]))
  const byCode = new Map(words.departments.map((row) => [row.code, row]))
  model = rows
    .filter(({ key }) => key.startsWith('internal '))
    .map(({ content, levels, departmentCode }) => {
      const department = byCode.get(departmentCode)!
      let top = department
      while (top.parentId !== null) top = named.get(top.parentId)!
      const hasUniqueName = words.departments.filter(({ name }) => name === department.name).length === 1
      return { hasUniqueName, content, levels, departmentCode, department: department.name, bureau: top.name }
    })
})

const fields = (content: object) =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value !== undefined))

function asExpected(read: Understood): ExpectedRow[] {
  return read.rows.map(({ department, levels, content }) => ({
    code: department?.code ?? '',
    levels: [levels.confidentiality ?? null, levels.integrity ?? null, levels.availability ?? null],
    content: fields(content),
  }))
}

test.each(seeds)('seed %i: every row comes in as it is meant', async (seed) => {
  const random = randomOf(seed)
  const isWorkbook = random.below(3) > 0
  const sheets = randomSheets(model, random, isWorkbook)
  const encoding = random.pick(encodings)
  const [grid] = sheets
  const bytes = isWorkbook
    ? await workbookOf(sheets, random)
    : (delimitedOf(grid?.grid ?? [], encoding, random.pick([',', '\t'])) ??
      delimitedOf(grid?.grid ?? [], 'utf-8', ','))
  const read = await understand(bytes!, words, { name: isWorkbook ? 'a.xlsx' : 'a.csv' })
  const told = read.rows.flatMap(({ line, problems }) =>
    problems.map(({ cell, code, written }) => `${line} ${cell} ${code} ${written}`),
  )
  expect(told).toEqual([])
  const expected = sheets
    .flatMap((sheet) => sheet.expected)
    .map((row) => ({ ...row, content: fields(row.content) }))
  expect(differences(expected, asExpected(read))).toEqual([])
})

/** Row by row, what was meant and what was read. */
function differences(meant: readonly ExpectedRow[], read: readonly ExpectedRow[]): string[] {
  const flat = (row: ExpectedRow | undefined) => ({
    code: row?.code,
    levels: row?.levels.join(' '),
    ...row?.content,
  })
  const rows = Math.max(meant.length, read.length)
  return Array.from({ length: rows }, (_, at) => at).flatMap((at) => {
    const [one, other]: Record<string, unknown>[] = [flat(meant[at]), flat(read[at])]
    return [...new Set([...Object.keys(one!), ...Object.keys(other!)])]
      .filter((field) => one![field] !== other![field])
      .map((field) => `${at + 1} ${field}: ${String(one![field])} → ${String(other![field])}`)
  })
}
