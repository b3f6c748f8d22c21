import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { judgeRows } from '@/lib/domain/import/judge-rows'
import { checkWords } from '@/lib/labels/import-check'
import { unreadableInWords } from '@/lib/labels/import-refusals'
import { understandInChild } from '@/lib/platform/spreadsheet/reader/child'
import type { RoleFound, RowFound, SheetFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import { readerLimits } from '@/lib/platform/spreadsheet/reader/unreadable'
import { cityWordsOf } from './city-words'

/*
 * `npm run check:spreadsheet -- ledger.xlsx [--organization organization.csv --history organization-history.csv]`:
 * reads a ledger as an import would, in the same child process, and prints what it understands. Writes nothing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { organization: { type: 'string' }, history: { type: 'string' } },
})
const [file] = positionals
if (file === undefined) {
  console.error(checkWords.usage)
  process.exitCode = 1
} else await check(file)

async function check(name: string) {
  const size = (await stat(name)).size
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date())
  const words = await cityWordsOf(values)
  const found: { sheets: SheetFound[]; rows: RowFound[]; roles: RoleFound[] } = {
    sheets: [],
    rows: [],
    roles: [],
  }
  const wish = { name: path.basename(name), today, words, sheets: {}, answers: [] }
  const bytes = createReadStream(name, { end: readerLimits.fileBytes })
  const end = await understandInChild(
    bytes,
    wish,
    (line) => {
      if (line.t === 'file') console.log(checkWords.file(wish.name, size, line.encoding))
      else if (line.t === 'sheet') found.sheets.push(line)
      else if (line.t === 'rows') found.rows.push(...line.rows)
      else if (line.t === 'roles') found.roles.push(...line.roles)
    },
    AbortSignal.timeout(600_000),
  )
  if (end.reason !== null) {
    console.error(
      end.reason === 'interrupted' ? checkWords.interrupted : unreadableInWords(end.reason, end.args),
    )
    process.exitCode = 1
    return
  }
  for (const sheet of found.sheets) for (const line of checkWords.sheet(sheet)) console.log(line)
  const outcomes = judgeRows(found.rows, [], { blanks: 'keep', today })
  for (const [at, row] of found.rows.entries()) {
    const outcome = outcomes[at]
    const sheet = found.sheets.find(({ index }) => index === row.sheet)?.name ?? ''
    const first = found.rows.find(({ place }) => place === outcome?.doubleOf)
    if (outcome)
      for (const line of checkWords.row(sheet, row.line, outcome, first?.line ?? null)) console.log(line)
  }
  console.log(checkWords.counts(outcomes, found.roles))
}
