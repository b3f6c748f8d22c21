import { Prisma } from '@/generated/prisma/client'
import { ledgerFields, type LedgerRow } from '@/lib/domain/ledger-row'
import type { LedgerWords } from '@/lib/labels/ledger-columns'
import { levelInWords } from '@/lib/labels/scheme'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { openRows, type OpenRows } from '@/lib/platform/read-rows'
import type { ReadDb } from '@/lib/platform/reader'
import type { ExportRequest } from './export-schema'
import { filtersOf } from './queries'
import { findDepartmentsById, findVocabulary } from './vocabulary-queries'

type Asked = Pick<ExportRequest, 'search' | 'asOf'>
export type LedgerFacts = {
  /** What the written ledger is itself, in full. */
  level: string
  /** Day and time of day in Tokyo. */
  now: string
}

const snakeCase = (field: string) => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
const fields = Prisma.raw(ledgerFields.map((field) => `${snakeCase(field)}::text as "${field}"`).join(', '))

function rowsOf(actor: May<'asset.export'>, { search, asOf }: Asked): Prisma.Sql {
  const filters = JSON.stringify(filtersOf(search, asOf ?? actor.viewer.today))
  return Prisma.sql`select place::text, ${fields}
    from ledger_rows(${filters}::jsonb, ${search.sort}::text, ${search.direction === 'desc'}::boolean, ${asOf}::date)`
}

/** Every row of the search in its order, of one moment; whoever opens closes. */
export function openLedger(actor: May<'asset.export'>, asked: Asked): Promise<OpenRows<LedgerRow>> {
  return openRows<LedgerRow>(actor, rowsOf(actor, asked))
}

/** The first rows of the search, at most one more than `most`, and what is said of the whole. */
export function firstOfLedger(actor: May<'asset.export'>, asked: Asked, most: number) {
  return read(actor, async (db) => ({
    facts: await factsOf(db),
    rows: await db.$queryRaw<LedgerRow[]>`${rowsOf(actor, asked)} limit ${most + 1}`,
  }))
}

export function findLedgerFacts(actor: May<'asset.export'>): Promise<LedgerFacts> {
  return read(actor, factsOf)
}

/** The ledger of a city is itself 自治体機密性3C unless the city has set another level. */
async function factsOf(db: ReadDb): Promise<LedgerFacts> {
  const [row] = await db.$queryRaw<{ level: string | null; now: string }[]>`
    select (select value #>> '{}' from settings where key = 'ledger_level') as level,
      to_char(app_now() at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as now`
  if (!row) throw new Error('the database does not know what time it is')
  return { level: levelInWords('municipal', 'confidentiality', row.level ?? '3C'), now: row.now }
}

/** What the codes of the ledger are called. */
export async function findLedgerWords(actor: May<'asset.export'>): Promise<LedgerWords> {
  const { zones, kinds, schemes } = await findVocabulary(actor)
  return {
    departments: await findDepartmentsById(actor),
    zones: labelsOf(zones),
    kinds: labelsOf(kinds),
    schemes: new Map(
      schemes.map(({ id, label, levels }) => [
        id,
        { label, levels: new Map(levels.map((level) => [`${level.axis} ${level.code}`, level.label])) },
      ]),
    ),
  }
}

function labelsOf(labelled: readonly { code: string; label: string }[]): ReadonlyMap<string, string> {
  return new Map(labelled.map(({ code, label }) => [code, label]))
}
