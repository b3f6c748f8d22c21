import type { LedgerRow } from '@/lib/domain/ledger-row'
import { ledgerColumns, type ColumnCode, type LedgerWords } from '@/lib/labels/ledger-columns'
import type { May } from '@/lib/platform/authorize'
import { writingOut } from '@/lib/platform/at-once'
import type { OpenRows } from '@/lib/platform/read-rows'
import { lackingIn, standInFor } from '@/lib/platform/spreadsheet/cp932'
import type { ExportRequest } from './export-schema'
import { findLedgerWords, openLedger } from './ledger-out-queries'

/** What CP932 cannot say of a ledger: each character with its stand-in and how often, and the first cells. */
export type Lacking = {
  /** Cells. */
  count: number
  characters: readonly { character: string; standIn: string; times: number }[]
  /** `line` as the file counts: the head is the first. */
  places: readonly { line: number; column: string; name: string; characters: string }[]
}
const listed = 20

/** The same search of the whole ledger that writing it takes: it waits its turn with those who write. */
export async function findLacking(
  actor: May<'asset.export'>,
  request: ExportRequest,
): Promise<Lacking | 'busy'> {
  const leave = writingOut.enter()
  if (!leave) return 'busy'
  try {
    return await lackingInLedger(actor, request)
  } finally {
    leave()
  }
}

async function lackingInLedger(actor: May<'asset.export'>, request: ExportRequest): Promise<Lacking> {
  const said = await findLedgerWords(actor)
  const rows = await openLedger(actor, request)
  try {
    return await lackingAmong(rows, request.columns, said)
  } finally {
    await rows.close()
  }
}

export async function lackingAmong(
  rows: OpenRows<LedgerRow>,
  columns: readonly ColumnCode[],
  said: LedgerWords,
): Promise<Lacking> {
  const wanted = columns.map((code) => ledgerColumns[code])
  const times = new Map<string, number>()
  const places: Lacking['places'][number][] = []
  let count = 0
  for await (const page of rows.pages())
    for (const row of page)
      for (const column of wanted) {
        const found = lackingIn(column.write(row, said) ?? '')
        if (found.length === 0) continue
        count += 1
        for (const character of found) times.set(character, (times.get(character) ?? 0) + 1)
        if (places.length < listed)
          places.push({
            line: Number(row.place) + 1,
            column: column.label,
            name: row.name ?? '',
            characters: found.join(''),
          })
      }
  const characters = [...times].map(([character, often]) => ({
    character,
    standIn: standInFor(character),
    times: often,
  }))
  return { count, characters: characters.sort((a, b) => b.times - a.times), places }
}
