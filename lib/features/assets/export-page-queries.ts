import { exportLabels as words } from '@/lib/labels/export'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { columnCodes, ledgerColumns } from '@/lib/labels/ledger-columns'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { exportHref, type ReadExport } from './export-schema'
import { conditionsInWords, orderInWords } from './export-words-queries'
import { findLacking, type Lacking } from './lacking-queries'
import { countCap, filtersOf } from './queries'
import { searchHref } from './search-schema'

/** The page on which somebody says how the ledger is to be written; the search comes along from the list. */
export async function showExport(actor: May<'asset.export'>, asked: ReadExport) {
  const { wish, search, request } = asked
  const looked =
    typeof request !== 'string' && wish.refused === 'lacking' ? await findLacking(actor, request) : null
  const isBusy = wish.refused === 'busy' || looked === 'busy'
  const problem = typeof request === 'string' ? request : isBusy ? 'busy' : null
  const lacking = looked === 'busy' ? null : looked
  const asOf = typeof request === 'string' ? null : request.asOf
  // The list's quick count is over all that somebody sees; a deputy takes less out.
  const isDeputy = actor.viewer.grants.some(({ deputyForName }) => deputyForName !== null)
  const conditions = await conditionsInWords(
    actor,
    asOf === null ? search : { ...search, proposed: undefined },
  )
  return {
    conditions: conditions.length > 0 ? conditions : [words.noConditions],
    order: orderInWords(search),
    count:
      asOf === null && !isDeputy
        ? words.counted(await countFound(actor, asked), countCap)
        : words.countedLater,
    listHref: searchHref(search),
    problem: problem && { title: words.refused[problem], todo: words.refusedTodo[problem] },
    lacking: lacking && lacking.count > 0 ? inWords(lacking, asked) : null,
    form: {
      columns: wish.columns,
      column: wish.column,
      choices: columnCodes.map((code) => ({ value: code, label: ledgerColumns[code].label })),
      asOf: asOf === null ? wish.asOf : formatDateWithoutWeekday(asOf),
      encoding: wish.encoding,
      kept: keptOf(asked),
    },
  }
}

async function countFound(actor: May<'asset.export'>, { search }: ReadExport): Promise<number> {
  const filters = JSON.stringify(filtersOf(search, actor.viewer.today))
  const [row] = await read(
    actor,
    (db) =>
      db.$queryRaw<
        { found: bigint }[]
      >`select count_found_assets(${filters}::jsonb, ${countCap}::int) as found`,
  )
  return Number(row?.found ?? 0)
}

/** The search as hidden fields: the form is a GET form, and its answer is a file. */
function keptOf({ search }: ReadExport) {
  const params = new URLSearchParams(searchHref(search).split('?')[1])
  return [...params].map(([name, value]) => ({ name, value }))
}

function inWords({ count, characters, places }: Lacking, asked: ReadExport) {
  return {
    title: words.lacking.title(count),
    characters: characters.map(({ character, standIn, times }) => ({
      character,
      codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      standIn: standIn === '' ? words.lacking.dropped : standIn,
      times: String(times),
    })),
    places: places.map((place) => ({ ...place, line: words.lacking.place(place.line) })),
    more: count > places.length ? words.lacking.more(count - places.length) : null,
    utf8Href: exportHref(asked, '/export/file', { format: 'csv', encoding: 'utf-8-bom' }),
    replaceHref: exportHref(asked, '/export/file', { format: 'csv', encoding: 'cp932', lacking: 'replace' }),
  }
}
