import type { LedgerRow } from '@/lib/domain/ledger-row'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { exportLabels as words } from '@/lib/labels/export'
import type { ColumnCode, LedgerWords } from '@/lib/labels/ledger-columns'
import { schoolLabels } from '@/lib/labels/schools'
import type { May } from '@/lib/platform/authorize'
import { writingOut } from '@/lib/platform/at-once'
import { recordAccess } from '@/lib/platform/change'
import { cellPages } from '@/lib/platform/spreadsheet/ledger-pages'
import { sheetNames } from '@/lib/platform/spreadsheet/sheet-names'
import { ledgersWorkbook } from './export-workbook-queries'
import { findLedgerFacts, findLedgerWords, openLedger, type LedgerFacts } from './ledger-out-queries'
import { readSearch } from './search-schema'
import { findDepartmentChoices, findVocabulary, type DepartmentChoice } from './vocabulary-queries'

/** What a school fills in and looks at; the rest of its ledger stays as it is when the workbook comes back. */
const columns: readonly ColumnCode[] = [
  'number',
  'departmentCode',
  'department',
  'name',
  'kindCode',
  'scheme',
  'importance',
  'audience',
  'zone',
  'personalData',
  'dataSubjects',
  'medium',
  'storageLocation',
  'userScope',
  'takeOut',
  'retention',
  'remarks',
  'state',
  'lastConfirmedOn',
  'version',
]
const most = 5_000

/**
 * A workbook with a sheet a school, of one or of all within reach, in our own layout: it can be brought back as it is.
 * Null = no such school; the event is written before anything is handed out.
 */
export async function exportSchools(
  actor: May<'asset.export'>,
  code: string | null,
): Promise<{ name: string; bytes: Uint8Array } | { refused: 'busy' | 'tooMany' } | null> {
  const all = (await findDepartmentChoices(actor, 'asset.export')).filter(
    ({ category }) => category === 'school',
  )
  const schools = code === null ? all : all.filter((school) => school.code === code)
  if (schools.length === 0) return null
  const leave = writingOut.enter()
  if (!leave) return { refused: 'busy' }
  try {
    return await workbookOf(actor, schools, code)
  } finally {
    leave()
  }
}

async function workbookOf(
  actor: May<'asset.export'>,
  schools: readonly DepartmentChoice[],
  code: string | null,
) {
  const facts = await findLedgerFacts(actor)
  const said = await findLedgerWords(actor)
  const search = readSearch({ category: 'school', ...(code !== null && { department: code }) })
  const rows = await openLedger(actor, { search, asOf: null })
  const bySchool = new Map<string, LedgerRow[]>(schools.map(({ id }) => [id, []]))
  try {
    if (rows.count > most) return { refused: 'tooMany' as const }
    for await (const page of rows.pages())
      for (const row of page) bySchool.get(row.departmentId ?? '')?.push(row)
  } finally {
    await rows.close()
  }
  const count = [...bySchool.values()].reduce((sum, { length }) => sum + length, 0)
  await recordAccess(actor, {
    action: 'ledger.exported',
    subjectType: 'assets',
    subjectId: null,
    reason: schoolLabels.recordedReason(schools.length, count),
    details: {
      format: 'xlsx',
      filters: JSON.stringify(search),
      columns: [...columns],
      schools: schools.length,
      rows: count,
    },
  })
  const day = formatDateWithoutWeekday(actor.viewer.today)
  const only = code === null ? null : (schools[0]?.name ?? null)
  const name = [schoolLabels.workbookName(day, facts.level), only].filter(Boolean).join('_')
  return { name: `${name}.xlsx`, bytes: await written(actor, schools, bySchool, { facts, said }) }
}

async function written(
  actor: May<'asset.export'>,
  schools: readonly DepartmentChoice[],
  rows: ReadonlyMap<string, readonly LedgerRow[]>,
  { facts, said }: { facts: LedgerFacts; said: LedgerWords },
): Promise<Uint8Array> {
  const { schemes } = await findVocabulary(actor)
  const names = sheetNames(schools.map(({ name }) => name))
  const label = words.about
  const [date, time] = [facts.now.slice(0, 10), facts.now.slice(11)]
  const ledgers = await Promise.all(
    schools.map(async ({ id }, at) => ({
      name: names[at] ?? id,
      body: await bodyOf(rows.get(id) ?? [], said),
    })),
  )
  const frame = {
    columns,
    words: said,
    schemes: schemes.filter(({ family, status }) => family === 'education' && status !== 'draft'),
    departments: schools,
    level: facts.level,
    author: actor.viewer.name,
    about: [
      [label.title, schoolLabels.workbookTitle(schools.length)],
      [label.level, facts.level],
      [label.city, actor.viewer.city ?? ''],
      [label.person, actor.viewer.name],
      [label.at, `${formatDateWithoutWeekday(date)} ${time}`],
      [label.basis, words.now(formatDateWithoutWeekday(actor.viewer.today))],
      [label.caution, label.cautionText],
      [schoolLabels.howTo, schoolLabels.howToText],
    ],
  } as const
  return ledgersWorkbook(frame, ledgers)
}

async function bodyOf(rows: readonly LedgerRow[], said: LedgerWords) {
  async function* once() {
    yield await Promise.resolve(rows)
  }
  const body: (readonly (string | number | null)[])[] = []
  for await (const page of cellPages(once(), columns, said)) body.push(...page)
  return body
}
