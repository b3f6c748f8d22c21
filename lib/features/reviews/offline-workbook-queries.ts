import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import { offlineLimits, ticketOf } from '@/lib/domain/offline-answers'
import { answers } from '@/lib/domain/review'
import { findLedgerFacts, findLedgerWords, openLedger } from '@/lib/features/assets/ledger-out-queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { formatDate } from '@/lib/labels/dates'
import { ledgerColumns, type ColumnCode, type LedgerWords } from '@/lib/labels/ledger-columns'
import { paperWords } from '@/lib/labels/offline-paper'
import { offlineSheetWords as words, answerChoices } from '@/lib/labels/offline-sheet'
import { yesNoLabels } from '@/lib/labels/review-questions'
import { answerLabels } from '@/lib/labels/review-sheet'
import { authorize, type May } from '@/lib/platform/authorize'
import { writingOut } from '@/lib/platform/at-once'
import { recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import { answersWorkbook, type SheetColumn } from '@/lib/platform/spreadsheet/offline-workbook'
import { findOfflinePage } from './offline-queries'
import type { OfflinePage } from './offline-schema'
import { reviewQuestions } from './question-schema'

type Actor = May<'review.answerOffline'>
type School = OfflinePage['schools'][number]

/** What a school needs to judge a row, between its answer and its version. */
const shown: readonly ColumnCode[] = [
  'kindCode',
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
]

const given = z.array(
  z.object({ place: z.number().int(), version: z.number().int(), value: z.string().nullable() }),
)
const askedRow = z.object({
  number: z.string(),
  department: z.string(),
  version: z.number().int(),
  answer: z.enum(answers).nullable(),
  note: z.string().nullable(),
  name: z.string(),
  assetVersion: z.number().int(),
  given,
})
const askedOf = z.object({
  dueOn: z.iso.date(),
  questions: reviewQuestions,
  rows: z.array(askedRow),
  ofSchools: z.array(z.object({ department: z.string(), given })),
})
type Asked = z.output<typeof askedOf>
type Question = Asked['questions'][number] & { place: number }

/**
 * The workbook of one school of a review, or of all that may still answer, with what is answered already. Recorded before
 * it is handed out. Null: nothing of it is for the viewer.
 */
export async function exportOffline(
  actor: Actor,
  review: bigint,
  code: string | null,
): Promise<{ name: string; bytes: Uint8Array } | { refused: 'busy' | 'tooMany' } | null> {
  const page = await findOfflinePage(actor, review)
  const schools = page?.schools.filter((school) =>
    code === null ? school.open && school.state !== 'certified' : school.code === code,
  )
  if (!page || !schools || schools.length === 0) return null
  const leave = writingOut.enter()
  if (!leave) return { refused: 'busy' }
  try {
    const asked = await findAsked(actor, review, schools)
    if (asked.rows.length > offlineLimits.rows) return { refused: 'tooMany' }
    const ledger = authorize(actor.viewer, 'asset.export')
    const { level } = await findLedgerFacts(ledger)
    const [said, rows] = [await findLedgerWords(ledger), await ledgerOf(ledger, code)]
    await recordAccess(actor, {
      action: 'review.workbookExported',
      subjectType: 'reviews',
      subjectId: review,
      details: { schools: schools.map(({ code: each }) => each), rows: asked.rows.length },
    })
    const bytes = await written(actor, { page, schools, asked, said, rows, level })
    const name = paperWords.fileName(page.title, level, code === null ? null : (schools[0]?.name ?? null))
    return { name: `${name}.xlsx`, bytes }
  } finally {
    leave()
  }
}

async function findAsked(actor: Actor, review: bigint, schools: readonly School[]): Promise<Asked> {
  const ids = schools.map(({ id }) => BigInt(id))
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ asked: unknown }[]>`
      with newest as (
        select distinct on (g.department_id, g.asset_number, g.place) g.department_id, g.asset_number,
          jsonb_build_object('place', g.place, 'version', g.version, 'value', g.value) as said
        from review_given g where g.review_id = ${review} and (g.asset_number is not null or g.department_id = any (${ids}::bigint[]))
        order by g.department_id, g.asset_number, g.place, g.version desc)
      select jsonb_build_object('dueOn', v.due_on,
        'questions', coalesce((select q.questions from review_questions q where q.review_id = v.id), '[]'),
        'rows', (select coalesce(jsonb_agg(jsonb_build_object('number', r.asset_number::text, 'department', r.department_id::text,
            'version', r.version, 'answer', r.answer, 'note', r.note, 'name', a.name, 'assetVersion', a.version,
            'given', (select coalesce(jsonb_agg(n.said), '[]') from newest n where n.asset_number = r.asset_number)) order by r.asset_number), '[]')
          from review_answers r join assets a on a.number = r.asset_number
          where r.review_id = v.id and r.department_id = any (${ids}::bigint[])),
        'ofSchools', (select coalesce(jsonb_agg(jsonb_build_object('department', d.id::text,
            'given', (select coalesce(jsonb_agg(n.said), '[]') from newest n where n.asset_number is null and n.department_id = d.id))), '[]')
          from unnest(${ids}::bigint[]) d (id))) as asked
      from reviews v where v.id = ${review}`,
  )
  return askedOf.parse(row?.asked)
}

async function ledgerOf(ledger: May<'asset.export'>, code: string | null) {
  const search = readSearch({ category: 'school', ...(code !== null && { department: code }) })
  const open = await openLedger(ledger, { search, asOf: null })
  const found = new Map<string, LedgerRow>()
  try {
    for await (const page of open.pages()) for (const row of page) found.set(row.number ?? '', row)
  } finally {
    await open.close()
  }
  return found
}

type Facts = {
  page: OfflinePage
  schools: readonly School[]
  asked: Asked
  said: LedgerWords
  rows: ReadonlyMap<string, LedgerRow>
  level: string
}

async function written(actor: Actor, { page, schools, asked, said, rows, level }: Facts) {
  const questions = asked.questions.map((question, at): Question => ({ ...question, place: at + 1 }))
  const ofAssets = questions.filter((each) => each.askedOf === 'asset' && each.kind !== 'file')
  const ofSchools = questions.filter((each) => each.askedOf === 'department' && each.kind !== 'file')
  const cellsOf = (row: Asked['rows'][number]) => {
    const ledger = rows.get(row.number)
    const answered = ofAssets.map(({ place }) => row.given.find((each) => each.place === place))
    const versions = answered.map((each) => each?.version ?? 0)
    return [
      Number(row.number),
      ledger?.name ?? row.name,
      row.answer === null ? null : answerLabels[row.answer],
      row.note,
      ...ofAssets.map((question, at) => sayGiven(question, answered[at]?.value ?? null)),
      ...shown.map((code) => (ledger ? (ledgerColumns[code].write(ledger, said) ?? null) : null)),
      row.assetVersion,
      ticketOf(page.id, row.version, versions),
    ]
  }
  return answersWorkbook({
    title: page.title,
    due: formatDate(asked.dueOn),
    level,
    author: actor.viewer.name,
    columns: columnsOf(ofAssets),
    schools: schools.map(({ id, name }) => {
      const own = asked.rows.filter(({ department }) => department === id)
      return { school: name, rows: own.map(cellsOf), count: own.length, check: checkOf(own) }
    }),
    questions: schools.flatMap(({ id, code, name }) =>
      ofSchools.map((question) => {
        const now = asked.ofSchools
          .find(({ department }) => department === id)
          ?.given.find(({ place }) => place === question.place)
        const value = sayGiven(question, now?.value ?? null)
        return [code, name, question.place, question.label, value, ticketOf(page.id, now?.version ?? 0, [])]
      }),
    ),
  })
}

function columnsOf(questions: readonly Question[]): SheetColumn[] {
  const ledger = (code: ColumnCode): SheetColumn => ({
    label: ledgerColumns[code].label,
    width: ledgerColumns[code].width,
  })
  return [
    ledger('number'),
    ledger('name'),
    { label: words.answer, width: 16, asks: { choices: answerChoices } },
    { label: words.note, width: 36, asks: { choices: null } },
    ...questions.map(({ place, label, kind, choices }) => ({
      label: words.questionHead(place, label),
      width: 24,
      asks: {
        choices: kind === 'yesNo' ? Object.values(yesNoLabels) : kind === 'choice' ? (choices ?? null) : null,
      },
    })),
    ...shown.map(ledger),
    ledger('version'),
    { label: words.ticket, width: 12 },
  ]
}

function sayGiven({ kind }: Question, value: string | null): string | null {
  return value !== null && kind === 'yesNo' ? (yesNoLabels[value] ?? value) : value
}

/** 照合番号: which rows in which version were handed out; show_offline says the same of what comes back. */
function checkOf(rows: readonly { number: string; assetVersion: number }[]): string {
  const said = rows.map(({ number, assetVersion }) => `${number}:${assetVersion}`).join(',')
  return createHash('sha256').update(said).digest('hex').slice(0, 8)
}
