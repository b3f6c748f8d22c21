import 'server-only'
import type { LevelCodes } from '@/lib/domain/classification'
import type { SchemeFamily } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { Asset } from '@/generated/prisma/client'
import { assetColumns } from './column-queries'
import { contentOf } from './content-queries'
import { contentInWords, differencesInWords } from './content-words-queries'
import { findPlace, findVocabulary, type Vocabulary } from './vocabulary-queries'

type Row = Asset & { isProposed: boolean }
const listed = 30

/** An asset with those it is compared with, or, with none chosen, those of its department that it may be a duplicate of. */
export async function prepareMerge(
  actor: May<'asset.merge'>,
  number: bigint,
  others: readonly bigint[],
  words: string,
) {
  const found = await read(actor, async (db) => {
    const wanted = [number, ...others]
    const rows = await db.$queryRaw<Row[]>`
      select ${assetColumns}, exists (select from proposal_items i where i.asset_number = number and i.state in ('open', 'approved')) as "isProposed"
      from assets where number = any(${wanted}::bigint[]) order by number <> ${number}, number`
    const [asset] = rows
    if (asset?.number !== number) return null
    const candidates =
      others.length > 0
        ? []
        : await db.$queryRaw<Row[]>`
            select ${assetColumns}, false as "isProposed" from assets
            where department_id = ${asset.departmentId} and state = 'active' and number <> ${number}
              and (${words} = '' or position(fold_text(${words}) in fold_text(name)) > 0)
              and not exists (select from proposal_items i where i.asset_number = number and i.state in ('open', 'approved'))
            order by (select count(*) from unnest(search_pieces) p where p = any (text_pieces(${asset.name}))) desc, number
            limit ${listed}`
    return { asset, rows, candidates }
  })
  if (!found) return null
  const { asset, rows, candidates } = found
  const [place, vocabulary] = [await findPlace(actor, asset.departmentId), await findVocabulary(actor)]
  return {
    asset,
    place,
    candidates: candidates.map((row) => shown(row, vocabulary)),
    compared: rows.map((row) => shown(row, vocabulary)),
    isProposed: rows.some((row) => row.isProposed),
    differences: differencesInWords(rows.map((row) => contentInWords(contentOf(row), vocabulary))),
  }
}

function shown(row: Row, vocabulary: Vocabulary) {
  const scheme = vocabulary.schemes.find(({ id }) => id === String(row.schemeId))
  const codes: LevelCodes = row
  return {
    number: String(row.number),
    version: row.version,
    name: row.name,
    task: row.task,
    levels: { family: row.schemeFamily as SchemeFamily, levels: scheme?.levels ?? [], codes },
  }
}
