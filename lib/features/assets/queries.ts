import type { Asset } from '@/generated/prisma/client'
import { addYears } from '@/lib/domain/calendar'
import type { May } from '@/lib/platform/authorize'
import type { ReadDb } from '@/lib/platform/reader'
import { read } from '@/lib/platform/read'
import { proposalDetail, returnedOfAsset } from '@/lib/features/proposals/detail-schema'
import { shownReturned } from '@/lib/features/proposals/words-queries'
import { findPlace } from './vocabulary-queries'
import { assetColumns } from './column-queries'
import type { AssetPermission } from './permission-schema'
import { currentStates, pageSize, type AssetSearch } from './search-schema'

export type AssetRow = {
  number: bigint
  version: number
  state: string
  name: string
  kindCode: string
  departmentId: bigint
  zoneCell: string
  schemeId: bigint
  schemeFamily: string
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  personalData: string | null
  dataSubjects: bigint | null
  lastConfirmedOn: string | null
  /** Whether a change of it waits for approval. */
  isProposed: boolean
  /** The key of the sort, as text: where the next page begins. */
  sortKey: string
}
export type AssetPage = {
  rows: AssetRow[]
  /** Exact, or more than `countCap` where words were searched for. */
  found: number
  /** 関係者限り rows that count but are not shown. */
  withheld: number
  next: string | undefined
  previous: string | undefined
}
type Counts = { found: bigint; withheld: bigint }
/** With words to find, counting stops here: 「1,000件以上」. */
export const countCap = 1000

/** One page of the ledger within the viewer's reach. The same filters answer the rows and the count. */
export async function listAssets(actor: May<'asset.read'>, search: AssetSearch): Promise<AssetPage> {
  return read(actor, async (db) => {
    const filters = JSON.stringify(filtersOf(search, actor.viewer.today))
    const backward = search.before !== undefined
    const [startNumber, startKey] = splitPlace(search.after ?? search.before)
    const descending = (search.direction === 'desc') !== backward
    const answer = await db.$queryRaw<(Counts & (AssetRow | { number: null }))[]>`
      with counts as materialized (
        select count_found_assets(${filters}::jsonb, ${countCap}::int) as found,
          count_withheld_assets(${filters}::jsonb) as withheld
      )
      select counts.found, counts.withheld, a.number, a.version, a.state, a.name, a.kind_code as "kindCode",
        a.department_id as "departmentId", a.zone_cell as "zoneCell",
        a.scheme_id as "schemeId", a.scheme_family as "schemeFamily", a.confidentiality, a.integrity, a.availability, a.importance,
        a.personal_data as "personalData", a.data_subjects as "dataSubjects",
        a.last_confirmed_on::text as "lastConfirmedOn",
        exists (select from proposal_items i where i.asset_number = a.number and i.state in ('open', 'approved')) as "isProposed",
        case ${search.sort} when 'name' then a.name when 'updated' then a.updated_at::text
          when 'level' then a.level_rank::text else '' end as "sortKey"
      from counts left join (
        search_assets(${filters}::jsonb, ${search.sort}, ${descending}, ${startKey}, ${startNumber}::bigint, ${pageSize + 1}::int) s
        join assets a on a.number = s.number
      ) on true
      order by s.place`
    const [counts] = answer
    if (!counts) throw new Error('the counts did not answer')
    const found = answer.filter((row) => row.number !== null)
    const more = found.length > pageSize
    const rows = found.slice(0, pageSize)
    if (backward) rows.reverse()
    const [first, last] = [rows[0], rows.at(-1)]
    return {
      rows,
      found: Number(counts.found),
      withheld: Number(counts.withheld),
      next: last && (backward || more) ? placeOf(last) : undefined,
      previous: first && (backward ? more : search.after !== undefined) ? placeOf(first) : undefined,
    }
  })
}

function placeOf(row: AssetRow): string {
  return `${row.number}~${row.sortKey}`
}

function splitPlace(place: string | undefined): [bigint | null, string] {
  if (place === undefined) return [null, '']
  const at = place.indexOf('~')
  return [BigInt(place.slice(0, at)), place.slice(at + 1)]
}

/** What the search functions of the database are asked; `today` is the day by which a confirmation is a year old. */
export function filtersOf(search: AssetSearch, today: string) {
  const { q, zone, kind, personal, confidentiality, integrity, availability, importance } = search
  const { department, category, body, family, scheme, unconfirmed, proposed } = search
  return {
    q,
    zone,
    kind,
    personal,
    confidentiality,
    integrity,
    availability,
    importance,
    department,
    category,
    body,
    family,
    scheme,
    proposed,
    state: unconfirmed ? ['active'] : (search.state ?? currentStates),
    unconfirmedBefore: unconfirmed ? addYears(today, -1) : undefined,
  }
}

/** Everything about one asset, or null when it is not there or out of reach: the two can't be told apart. */
export async function findAsset(actor: May<AssetPermission>, number: bigint) {
  return read(actor, (db) => findAssetIn(actor, db, number))
}
export type FoundAsset = NonNullable<Awaited<ReturnType<typeof findAsset>>>

/** The same within a transaction that reads more. */
export async function findAssetIn(actor: May<AssetPermission>, db: ReadDb, number: bigint) {
  const [asset] = await db.$queryRaw<Asset[]>`select ${assetColumns} from assets where number = ${number}`
  if (!asset) return null
  const [place, classifications, { submittedBy, ...waiting }] = await Promise.all([
    findPlace(actor, asset.departmentId),
    listClassifications(db, number),
    findWaiting(db, asset),
  ])
  return { asset, about: { ...place, submittedBy }, classifications, ...waiting }
}

type Waiting = { submittedBy: string | null; proposal: unknown; returned: unknown; namesakes: bigint[] }

/**
 * Who wrote a draft, others of its department that bear the same name (not to be registered twice), the change of this
 * asset that waits for approval, and why the last one was returned.
 */
async function findWaiting(db: ReadDb, { number, submittedBy, state, departmentId, name }: Asset) {
  const [row] = await db.$queryRaw<Waiting[]>`
    select person_name(${submittedBy}) as "submittedBy", open_proposal(${number}) as proposal,
      returned_of_asset(${number}) as returned, array(
        select n.number from assets n where ${state} = 'draft' and n.department_id = ${departmentId} and n.name = ${name}
          and n.number <> ${number} and n.state in ('draft', 'active') order by n.number limit 5) as namesakes`
  return {
    namesakes: row?.namesakes.map(String) ?? [],
    submittedBy: row?.submittedBy ?? null,
    proposal: proposalDetail.nullable().parse(row?.proposal ?? null),
    returned: shownReturned(returnedOfAsset.nullable().parse(row?.returned ?? null)),
  }
}

export type DatedClassification = {
  id: bigint
  schemeId: bigint
  schemeLabel: string
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  audience: string | null
  classifiedOn: string
  evaluator: string | null
  occasion: string
  reason: string
  /** What the classifier was told, where it was used. */
  answers: unknown
}

function listClassifications(db: ReadDb, number: bigint) {
  return db.$queryRaw<DatedClassification[]>`
    select c.id, c.scheme_id as "schemeId", s.label as "schemeLabel", c.confidentiality, c.integrity, c.availability,
      c.importance, c.audience, c.classified_on::text as "classifiedOn", person_name(c.evaluator_id) as evaluator,
      c.occasion, c.reason, c.answers
    from classifications c join classification_schemes s on s.id = c.scheme_id
    where c.asset_number = ${number} order by c.id desc`
}
