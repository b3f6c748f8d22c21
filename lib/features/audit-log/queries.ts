import 'server-only'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { may, type May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import { trailFilters, type TrailSearch } from './schema'

/** Whose role an event is about, which one and where it counts, as it stands now. */
export type TrailGrant = {
  personId: string
  person: string
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
}

export type TrailEvent = {
  id: bigint
  occurredAt: Date
  actor: string | null
  actorLogin: string | null
  action: string
  subjectType: string
  subjectId: bigint | null
  /** The subject's name where it has one. */
  subject: string | null
  grant: TrailGrant | null
  reason: string | null
  /** {column: [before, after]}; of people and grants the before-values are for auditors. */
  changes: Record<string, [unknown, unknown]>
  names: Record<string, string>
  /** Where from: null unless the viewer may read sources. */
  source: string | null
  /** Number of the chain link that seals it. */
  link: bigint | null
}
export type PersonFound = { loginId: string; name: string }
export type ChainState = { links: bigint; sealedAt: Date | null }
export type TrailPage = {
  events: TrailEvent[]
  older: bigint | null
  chain: ChainState
  /** Set when the word for a person fits several people, or nobody: then nothing is listed. */
  people: PersonFound[] | null
}

const pageSize = 50

/** One page of the trail, the newest first. Opening its first page is itself recorded, before anything is read. */
export async function readTrail(actor: May<'audit.read'>, search: TrailSearch): Promise<TrailPage> {
  const { filters } = trailFilters(search)
  if (search.before === null) {
    const details = { ...filters, ...(search.person ? { person: search.person } : {}) }
    await recordAccess(actor, { action: 'auditLog.read', subjectType: 'audit_log', subjectId: null, details })
  }
  return read(actor, async (db) => {
    const [chain] = await db.$queryRaw<ChainState[]>`
      select number as links, sealed_at as "sealedAt" from audit_links order by number desc limit 1`
    const state = chain ?? { links: 0n, sealedAt: null }
    const people = search.person
      ? await db.$queryRaw<PersonFound[]>`
          select login_id as "loginId", name from people
          where login_id = ${search.person} or position(fold_text(${search.person}) in fold_text(name || coalesce(' ' || kana, ''))) > 0
          order by login_id <> ${search.person}, login_id limit 11`
      : null
    const one =
      people?.find((each) => each.loginId === search.person) ?? (people?.length === 1 ? people[0] : undefined)
    if (people && !one) return { events: [], older: null, chain: state, people }
    const wanted = JSON.stringify({ ...filters, actor: one?.loginId })
    const found = await db.$queryRaw<TrailEvent[]>`
      select t.id, t.occurred_at as "occurredAt", t.actor, t.actor_login as "actorLogin", t.action,
        t.subject_type as "subjectType", t.subject_id as "subjectId", t.subject, t.reason, t.changes, t.names, t.source,
        t.link, case when g.id is not null then jsonb_build_object('personId', g.person_id::text,
          'person', person_name(g.person_id), 'role', g.role, 'scopeKind', g.scope_kind, 'department', d.name,
          'bureau', b.name, 'executiveBody', x.label) end as "grant"
      from read_trail(${wanted}::jsonb, ${search.before}::bigint, ${pageSize + 1}::int) t
      left join grants g on t.subject_type = 'grants' and g.id = t.subject_id
      left join departments d on d.id = g.department_id
      left join departments b on b.id = d.bureau_id and b.id <> d.id
      left join executive_bodies x on x.code = g.executive_body_code
      order by t.id desc`
    const events = found.slice(0, pageSize)
    const older = found.length > pageSize ? (events.at(-1)?.id ?? null) : null
    return { events, older, chain: state, people: null }
  })
}

/** Whether before-values of people and grants come out for this viewer. */
export function seesBeforeValues(actor: May<'audit.read'>): boolean {
  return may(actor.viewer, 'audit.readSources')
}
