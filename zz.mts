import { readFileSync } from 'node:fs'
import { randomOf } from './lib/testing/random'
import { randomSheets } from './lib/testing/random-workbook'
import { understand, samplePath } from './lib/testing/reading'
import { workbookOf } from './lib/testing/write-grid'
import { cityWordsOf } from './scripts/city-words'
import { readMunicipalLedgers } from './scripts/sample-city/municipal-ledger'
import { readOrganization } from './scripts/sample-city/organization-file'
const words = await cityWordsOf({ organization: samplePath('organization.csv'), history: samplePath('organization-history.csv') })
const named = new Map(words.departments.map((r) => [r.id, r])); const byCode = new Map(words.departments.map((r) => [r.code, r]))
const model = (await readMunicipalLedgers(await readOrganization(), '2026-11-23')).filter((r) => r.key.startsWith('internal ')).map(({ content, levels, departmentCode }) => { const d = byCode.get(departmentCode)!; let t = d; while (t.parentId !== null) t = named.get(t.parentId)!; return { content, levels, departmentCode, department: d.name, bureau: t.name } })
for (const seed of process.argv.slice(2).map(Number)) {
  const random = randomOf(seed); const isWorkbook = random.below(3) > 0
  const sheets = randomSheets(model, random, isWorkbook)
  console.log('###', seed, isWorkbook, sheets.length)
  for (const s of sheets.slice(0, 2)) { console.log(s.name); for (const g of s.grid.slice(0, 8)) console.log('   ', g.slice(0, 12).map((c) => c instanceof Date ? 'D' : String(c ?? '_').replace('\n', '⏎')).join(' | ')) }
  const r = await understand(await workbookOf(sheets, randomOf(1)), words)
  for (const s of r.sheets.slice(0, 2)) console.log('->', s.name, s.headFrom, s.headTo, s.isTaken, s.heads.map((h) => `${h.words.join('>')}=${h.use?.means}`).join(' ').slice(0, 500))
  console.log(r.rows.flatMap((x) => x.problems.map((p) => `${x.sheet} ${p.cell} ${p.code} ${JSON.stringify(p.args)}`)).slice(0, 3), r.roles.slice(0, 12).map((x) => `${x.line}${x.role}:${x.text.slice(0, 10)}`).join(' '))
  console.log(r.sheets.filter(s=>!s.isTaken).map(s=>s.name))
}
