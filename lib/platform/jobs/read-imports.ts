import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { CityWords } from '@/lib/domain/import/city-words'
import { storedRow } from '@/lib/domain/import/stored-row'
import { understandInChild } from '@/lib/platform/spreadsheet/reader/child'
import { encodings } from '@/lib/platform/spreadsheet/reader/open-file'
import type { ReaderLine, ReadWish, SheetFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import type { Job } from './job'

/** What the database hands out of an import that is to be read; it wrote all of it itself. */
const waiting = z.object({
  id: z.string(),
  name: z.string(),
  today: z.iso.date(),
  parts: z.number(),
  words: z.custom<CityWords>((given) => typeof given === 'object' && given !== null),
  /** What the person has put right. */
  layout: z.object({
    encoding: z.enum(encodings).optional(),
    sheets: z.custom<ReadWish['sheets']>((given) => typeof given === 'object').default({}),
  }),
  answers: z.custom<ReadWish['answers']>(Array.isArray),
})
type Waiting = z.output<typeof waiting>

/**
 * Reads the files that wait, one after the other, each in a process of its own (docs/adr/0036): the database hands out
 * the bytes and takes back rows, always for the person whose import it is. A reading that is interrupted, by whatever,
 * has failed at once, and its person may try it again.
 */
export const readImports: Job = readingThrough(understandInChild)

/** The same with another way to a file's lines, which tests take that have no time for a process a file. */
export function readingThrough(understand: Understand): Job {
  return (db) => readAll(db, understand)
}
type Understand = typeof understandInChild

async function readAll(db: PoolClient, understand: Understand): Promise<number> {
  for (let handled = 0; ; handled++) {
    await db.query('select fail_abandoned_imports()')
    const { rows } = await db.query<{ next: unknown }>('select next_import_to_read() as next')
    const next = waiting.nullable().parse(rows[0]?.next ?? null)
    if (!next) return handled
    try {
      await readOne(db, understand, next)
    } catch (error) {
      await letGo(db, next.id)
      await db.query('select fail_abandoned_imports()')
      throw error
    }
    await letGo(db, next.id)
  }
}

/** Held longer, what its person confirms meanwhile would have to wait for the files behind it. */
async function letGo(db: PoolClient, id: string): Promise<void> {
  await db.query('select pg_advisory_unlock(7229014, ($1::bigint % 2147483647)::int)', [id])
}

/** What is told of a file as a whole when all of it is read. */
type Found = {
  format: string
  encoding: string | null
  isDoubtful: boolean
  asOf: string | null
  sheets: SheetFound[]
  asked: Extract<ReaderLine, { t: 'asked' }>['words']
  rows: number
}

async function readOne(
  db: PoolClient,
  understand: Understand,
  { id, name, today, parts, words, layout, answers }: Waiting,
) {
  const found: Found = {
    format: 'csv',
    encoding: null,
    isDoubtful: false,
    asOf: null,
    sheets: [],
    asked: [],
    rows: 0,
  }
  const stopped = new AbortController()
  const end = await understand(
    partsOf(db, id, parts),
    {
      name,
      today,
      words,
      answers,
      sheets: layout.sheets,
      ...(layout.encoding === undefined ? {} : { encoding: layout.encoding }),
    },
    async (line) => {
      if (await keep(db, id, today, line, found)) return
      // Cancelled meanwhile: nobody waits for the rest.
      stopped.abort(new Cancelled())
    },
    stopped.signal,
  ).catch((error: unknown) => {
    if (error instanceof Cancelled) return null
    throw error
  })
  // Left in its state, it has failed as soon as nobody holds it.
  if (end === null || end.reason === 'interrupted') return
  if (end.reason !== null)
    await db.query('select refuse_import($1, $2, $3::text[])', [id, end.reason, end.args])
  else await db.query('select end_reading($1, $2::jsonb)', [id, JSON.stringify(found)])
}

class Cancelled extends Error {}

async function* partsOf(db: PoolClient, id: string, parts: number): AsyncGenerator<Uint8Array> {
  for (let place = 1; place <= parts; place++) {
    const { rows } = await db.query<{ part: Buffer | null }>('select import_part($1, $2) as part', [
      id,
      place,
    ])
    if (rows[0]?.part) yield rows[0].part
  }
}

/** @returns false where nobody wants the import any more */
async function keep(
  db: PoolClient,
  id: string,
  today: string,
  line: ReaderLine,
  found: Found,
): Promise<boolean> {
  switch (line.t) {
    case 'file':
      Object.assign(found, {
        format: line.format,
        encoding: line.encoding,
        isDoubtful: line.isDoubtful,
      })
      return true
    case 'sheet': {
      found.sheets.push(line)
      if (line.isTaken) found.asOf ??= line.asOf
      return true
    }
    case 'rows': {
      const names = new Map(found.sheets.map((sheet) => [sheet.index, sheet.name]))
      const rows = line.rows.map((row) => storedRow(row, names.get(row.sheet) ?? '', today))
      return stored(db, 'select store_import_rows($1, $2::jsonb) as kept', [id, JSON.stringify(rows)])
    }
    case 'roles':
      return stored(db, 'select store_import_roles($1, $2, $3::jsonb) as kept', [
        id,
        line.sheet,
        JSON.stringify(line.roles),
      ])
    case 'asked':
      found.asked = line.words
      return true
    case 'end':
      found.rows = line.rows
      return true
    case 'marked':
    case 'unreadable':
      return true
  }
}

async function stored(db: PoolClient, sql: string, values: unknown[]): Promise<boolean> {
  const { rows } = await db.query<{ kept: boolean | null }>(sql, values)
  return rows[0]?.kept !== false
}
