import type pg from 'pg'
import { recordEvents, type AuditEvent } from '@/lib/platform/audit/event'
import type { Owner } from '../sample-city/owner'
import { approveAsOwner, closeAsOwner } from './city-proposals'
import type { BenchRow } from './city-rows'

type Schemes = Readonly<Record<BenchRow['family'], bigint>>
type Placed = BenchRow & { number: string }

/**
 * Writes rows as the database's owner, set by set, through every trigger of the ledger: numbers, rules, versions,
 * counts and the trail are those of a real city. One transaction drafts and classifies, a later one registers and
 * disposes, as somebody else.
 */
export async function writeLedger(owner: Owner, rows: readonly BenchRow[], schemes: Schemes): Promise<void> {
  const numbers = await owner.act(async (client) => {
    await become(client, 'system', 'asset.create')
    return draft(client, rows, schemes)
  })
  const placed = rows.map((row, at): Placed => ({ ...row, number: numbers[at] ?? '' }))
  await owner.act(async (client) => {
    await become(client, 'chief', 'proposal.decide')
    await endDrafts(client, placed)
  })
}

async function become(client: pg.Client, login: string, permission: string) {
  await client.query(
    `select open_system_session(id), set_config('app.permission', $2, true) from people where login_id = $1`,
    [login, permission],
  )
}

async function draft(client: pg.Client, rows: readonly BenchRow[], schemes: Schemes): Promise<string[]> {
  const { rows: added } = await client.query<{ number: string }>(
    `insert into assets (number, name, kind_code, task, department_id, zone_code, zone_not_applicable, scheme_id, scheme_family,
       personal_data, data_subjects, medium, storage_location, outsourced_to, visibility, registered_on)
     select 0, r.name, r.kind_code, r.task, d.id, r.zone_code, r.zone_not_applicable, case r.family when 'municipal' then $2::bigint else $3 end, r.family,
       r.personal_data, r.data_subjects, r.medium, r.storage_location, r.outsourced_to, r.visibility, app_today()
     from jsonb_array_elements($1) with ordinality t (e, place)
     cross join lateral jsonb_populate_record(null::assets, t.e - 'department' - 'family') r0
     cross join lateral (select (r0).*, t.e ->> 'family' as family) r
     join departments d on d.code = t.e ->> 'department'
     order by t.place returning number`,
    [JSON.stringify(rows), schemes.municipal, schemes.education],
  )
  const numbers = added.map(({ number }) => number)
  const judged = rows
    .map((row, at) => ({ ...row, asset_number: numbers[at] }))
    .filter((row) => row.confidentiality ?? row.importance)
  const { rows: classified } = await client.query<{ id: string }>(
    `insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, importance, audience,
       classified_on, evaluator_id, occasion, reason)
     select r.asset_number, case r.family when 'municipal' then $2::bigint else $3 end, r.confidentiality, r.integrity, r.availability,
       r.importance, r.audience, app_today(), viewer_id(), 'import', '一括登録による分類'
     from jsonb_to_recordset($1) r(asset_number bigint, family text, confidentiality text, integrity text, availability text,
       importance text, audience text) returning id`,
    [JSON.stringify(judged), schemes.municipal, schemes.education],
  )
  await recordEvents(client, [
    ...numbers.map((number) => event('asset.drafted', 'assets', number)),
    ...classified.map(({ id }) => event('asset.classified', 'classifications', id)),
  ])
  return numbers
}

async function endDrafts(client: pg.Client, placed: readonly Placed[]) {
  const registered = placed.filter((row) => row.state !== 'draft').map(({ number }) => number)
  const proposed = await approveAsOwner(client, 'registration', { state: 'active' }, registered)
  await client.query(
    `update assets a set last_confirmed_on = app_today() - r.confirmed_days_ago, state = 'active'
     from jsonb_to_recordset($1) r(number bigint, confirmed_days_ago integer) where a.number = r.number and a.state = 'draft'`,
    [JSON.stringify(placed.filter((row) => row.state !== 'draft'))],
  )
  await closeAsOwner(client, proposed)
  const { rows } = await client.query<{ today: string }>('select app_today()::text as today')
  const disposal = {
    state: 'disposed',
    disposed_on: rows[0]?.today,
    disposed_by: '情報管理課',
    disposal_method: 'shredding',
  }
  const disposed = placed.filter((row) => row.state === 'disposed').map(({ number }) => number)
  const ending = await approveAsOwner(client, 'disposal', disposal, disposed)
  await client.query(
    `update assets set state = 'disposed', disposed_on = app_today(), disposed_by = $2, disposal_method = $3
     where number = any ($1::bigint[])`,
    [disposed, disposal.disposed_by, disposal.disposal_method],
  )
  await closeAsOwner(client, ending)
  await recordEvents(client, [
    ...[...proposed, ...ending].map((id) => event('proposal.approved', 'proposals', id)),
    ...registered.map((number) => event('asset.registered', 'assets', number)),
    ...disposed.map((number) => event('asset.disposed', 'assets', number)),
  ])
}

function event(action: string, subjectType: string, id: string): AuditEvent {
  return { action, subjectType, subjectId: BigInt(id) }
}
