/*
 * Verification's own SQL: built-in functions only (pg_catalog comes first in the search path), so that a function
 * which the owner replaced can't lie. It repeats what prisma/migrations/*_trail* build; a test holds them equal.
 */

/** A link's time as its hash has it: UTC, microseconds. */
const sealedAt = `to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const eventContent = `jsonb_build_object('id', e.id, 'transaction', e.transaction_number, 'at', e.occurred_at,
  'actor', e.actor_id, 'action', e.action, 'subjectType', e.subject_type, 'subjectId', e.subject_id,
  'reason', e.reason, 'details', e.details, 'changes', e.changes, 'source', e.source)::text`

/** $1: the link before the first, $2: how many. A link's own text, and the same text built anew when it differs. */
export const linksSql = `
with l as materialized (select * from audit_links where number > $1 order by number limit $2),
told as (
  select e.transaction_number, count(*) as events,
    sha256(string_agg(sha256(convert_to(e.content, 'UTF8')), ''::bytea order by e.id)) as digest,
    min(e.id) filter (where e.content <> ${eventContent}) as altered
  from l join audit_events e on e.transaction_number = l.transaction_number group by 1),
done as (
  select d.transaction_number, jsonb_agg(jsonb_build_array(d.table_name, d.opened_count, encode(d.opened_digest, 'hex'),
    d.ended_count, encode(d.ended_digest, 'hex')) order by d.table_name collate "C") as digests
  from l join audit_row_digests d on d.transaction_number = l.transaction_number group by 1)
select l.number::text, l.transaction_number::text as transaction, l.content, encode(l.previous_hash, 'hex') as previous,
  encode(l.hash, 'hex') as hash, ${sealedAt} as sealed, l.event_count::int as events, told.altered::text as altered,
  case when built.content is distinct from l.content or told.events is distinct from l.event_count
    then coalesce(built.content, '{}') end as rebuilt
from l
left join audit_transactions t on t.number = l.transaction_number
left join told on told.transaction_number = l.transaction_number
left join done on done.transaction_number = l.transaction_number
cross join lateral (select jsonb_build_object(
  'transaction', t.number, 'xid', t.xid, 'beganAt', t.began_at, 'startedAt', t.started_at, 'actor', t.actor_id,
  'session', t.session_ref, 'permission', t.permission, 'grant', t.grant_id, 'onBehalfOf', t.on_behalf_of,
  'events', coalesce(told.events, 0), 'eventsDigest', encode(told.digest, 'hex'), 'rows', coalesce(done.digests, '[]'))::text
  as content) built
order by l.number`

/** What belongs to no link: a first event, transaction or row record, if there is one. */
export const unsealedSql = ['audit_events', 'audit_transactions', 'audit_row_digests'].map((table) => {
  const [number, event] = table === 'audit_transactions' ? ['number', 'null'] : ['transaction_number', 'null']
  const id = table === 'audit_events' ? 'min(r.id)' : event
  return `select count(*)::int as count, min(r.${number})::text as transaction, ${id}::text as event from ${table} r
    where not exists (select from audit_links l where l.transaction_number = r.${number})`
})

const meta = `'{version_id,recorded_from,recorded_to,follows,transaction_number,ended_transaction_number,row_hash}'::text[]`
const hashed = (row: string) => `sha256(convert_to(jsonb_strip_nulls(${row})::text, 'UTF8'))`

/** A versioned table as the catalogue knows it; names are already quoted. */
export type VersionedTable = {
  name: string
  table: string
  versions: string
  keys: string[]
  generated: string[]
}

const keyText = (keys: string[], row: string) => keys.map((key) => `${row}.${key}::text`).join(` || '/' || `)

/** The first version whose fields are not those that its own hash was made of. */
export const versionsSql = ({ versions, keys }: VersionedTable) => `
  select count(*)::int as count, min(v.version_id)::text as version, (array_agg(${keyText(keys, 'v')} order by v.version_id))[1] as row
  from ${versions} v where v.row_hash <> ${hashed(`to_jsonb(v) - ${meta}`)}`

/** $1: the table's name. The first transaction whose versions are not those that its link seals. */
export const versionDigestsSql = ({ versions }: VersionedTable) => `
with opened as (
  select transaction_number as t, count(*) as n, sha256(convert_to(string_agg(concat_ws(' ', version_id,
    extract(epoch from recorded_from), encode(row_hash, 'hex')), E'\\n' order by version_id), 'UTF8')) as d
  from ${versions} group by 1),
ended as (
  select ended_transaction_number as t, count(*) as n, sha256(convert_to(string_agg(concat_ws(' ', version_id,
    extract(epoch from recorded_to)), E'\\n' order by version_id), 'UTF8')) as d
  from ${versions} where ended_transaction_number is not null group by 1),
differing as (
  select coalesce(r.t, o.t, e.t) as t
  from (select *, transaction_number as t from audit_row_digests where table_name = $1) r
  full join opened o on o.t = r.t full join ended e on e.t = coalesce(r.t, o.t)
  where (r.opened_count, r.opened_digest, r.ended_count, r.ended_digest) is distinct from
    (coalesce(o.n, 0), coalesce(o.d, sha256('')), coalesce(e.n, 0), coalesce(e.d, sha256(''))))
select count(*)::int as count, min(d.t)::text as transaction,
  (select l.number::text from audit_links l where l.transaction_number = min(d.t)) as link from differing d`

/** Rows that are not what their last event left: one line a kind, with its first row. $1: generated columns. */
export const rowsSql = ({ table, versions, keys }: VersionedTable) => {
  const on = keys.map((key) => `v.${key} = b.${key}`).join(' and ')
  return `
select kind, count(*)::int as count, (array_agg(row order by place))[1] as row from (
  select case when v.version_id is null then 'rowUnrecorded' when b.hash is null then 'rowGone' else 'rowAltered' end as kind,
    coalesce(${keyText(keys, 'b')}, ${keyText(keys, 'v')}) as row, v.version_id as place
  from (select ${keys.map((key) => `b.${key}`).join(', ')}, ${hashed('to_jsonb(b) - $1::text[]')} as hash from ${table} b) b
  full join (select * from ${versions} where recorded_to is null) v on ${on}
  where b.hash is distinct from v.row_hash) differing
group by kind`
}
