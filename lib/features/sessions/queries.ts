import 'server-only'
import { z } from 'zod'
import { roles, type Role } from '@/lib/domain/access'
import type { May } from '@/lib/platform/authorize'
import { clients } from '@/lib/platform/database'
import { read } from '@/lib/platform/read'

/** An open session; where it comes from is told to its own person only. */
export type OpenSession = {
  id: bigint
  createdAt: Date
  lastSeenAt: Date
  source: string | null
  userAgent: string | null
  isCurrent: boolean
}

export function listOwnSessions(actor: May<'self.manage'>): Promise<OpenSession[]> {
  return listSessions(actor, actor.viewer.personId)
}

export function listSessionsOf(actor: May<'account.reset'>, personId: bigint): Promise<OpenSession[]> {
  return listSessions(actor, personId)
}

function listSessions(actor: May<'self.manage' | 'account.reset'>, personId: bigint): Promise<OpenSession[]> {
  return read(
    actor,
    (db) => db.$queryRaw<OpenSession[]>`
      select id, created_at as "createdAt", last_seen_at as "lastSeenAt", source,
             user_agent as "userAgent", coalesce(is_current, false) as "isCurrent"
      from list_sessions(${personId})`,
  )
}

export type SampleAccount = {
  loginId: string
  name: string
  role: Role
  department: string | null
  bureau: string | null
}

const facts = z.object({
  city: z.string().nullable(),
  accounts: z.array(
    z.object({
      loginId: z.string(),
      name: z.string(),
      role: z.enum(roles),
      department: z.string().nullable(),
      bureau: z.string().nullable(),
    }),
  ),
})

/** What the sign-in page may say before anybody is signed in; sample accounts only while sample data is loaded. */
export async function findSignInFacts(): Promise<{ city: string | null; accounts: SampleAccount[] }> {
  const [row] = await clients().reader.$queryRaw<{ answer: unknown }[]>`
    select jsonb_build_object(
      'city', (select value #>> '{}' from settings where key = 'city_name'),
      'accounts', coalesce((select jsonb_agg(jsonb_build_object('loginId', a.login_id, 'name', a.name, 'role', a.role,
        'department', a.department, 'bureau', a.bureau)) from sample_accounts() a), '[]')) as answer`
  return facts.parse(row?.answer)
}
