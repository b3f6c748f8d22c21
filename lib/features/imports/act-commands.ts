import 'server-only'
import type { ImportRefusal } from '@/lib/domain/import/import-state'
import { skipReasonLabels } from '@/lib/labels/import-forms'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { readDoor } from './door-schema'
import type { z } from 'zod'
import type { importActSchema, skipRowsSchema, unskipRowSchema } from './form-schema'

type Actor = May<'asset.import'>
type Act = z.output<typeof importActSchema>
type Done = Promise<Outcome<{ id: bigint }, ImportRefusal>>
type Details = Readonly<Record<string, string | number>>

/** One act on an import: a door of the database says `done`, or why not; nothing is written then. */
export async function actOn(
  actor: Actor,
  id: bigint,
  action: string,
  details: Details,
  door: (db: WriteDb) => Promise<{ said: string }[]>,
): Done {
  return change<'asset.import', { id: bigint }, ImportRefusal>(actor, async (db) => {
    const said = readDoor((await door(db))[0]?.said)
    if (said !== 'done') return { refused: said }
    return { result: { id }, events: [{ action, subjectType: 'imports', subjectId: id, details }] }
  })
}

/** 取り込みを中止する */
export async function cancelOwnImport(actor: Actor, { id, version }: Act): Done {
  return actOn(
    actor,
    id,
    'import.cancelled',
    {},
    (db) => db.$queryRaw`select cancel_import(${id}, ${version}::int) as said`,
  )
}

/** もう一度取り込む: what failed on the way begins where it can. */
export async function tryOwnImportAgain(actor: Actor, { id, version }: Act): Done {
  return actOn(
    actor,
    id,
    'import.triedAgain',
    {},
    (db) => db.$queryRaw`select try_import_again(${id}, ${version}::int) as said`,
  )
}

/** 見送る: rows that are not to come in, with the reason that stays in the trail. */
export async function skipOwnRows(
  actor: Actor,
  { id, version, which, selected, reason, other }: z.output<typeof skipRowsSchema>,
): Done {
  const said = reason === 'other' ? other : skipReasonLabels[reason]
  const places = which === 'all' ? null : selected
  return actOn(
    actor,
    id,
    'import.rowsSkipped',
    { reason: said, rows: which === 'all' ? which : selected.length },
    (db) => db.$queryRaw`select skip_rows(${id}, ${version}::int, ${places}::int[], ${said}) as said`,
  )
}

/** 見送りをやめる */
export async function unskipOwnRow(
  actor: Actor,
  { id, version, place }: z.output<typeof unskipRowSchema>,
): Done {
  return actOn(
    actor,
    id,
    'import.rowsUnskipped',
    { rows: 1 },
    (db) => db.$queryRaw`select unskip_rows(${id}, ${version}::int, ${[place]}::int[]) as said`,
  )
}
