import type { Permission } from '@/lib/domain/access'
import { authorize, type May } from '@/lib/platform/authorize'
import type { Outcome } from '@/lib/platform/change'
import { resumeSession, type Viewer } from '@/lib/platform/viewer'
import type { Owner } from './owner'

/** Opens sessions for the sample city's people, so that all they do goes through the portal's own commands. */
export type Actors = {
  /** Somebody at this moment, with a permission that one of the person's grants holds. */
  may: <P extends Permission>(login: string, permission: P) => Promise<May<P>>
  /** What waits for approval about these assets, each with who would decide it now; '' = there is nobody. */
  waiting: (numbers: readonly bigint[]) => Promise<Waiting[]>
}
export type Waiting = { id: bigint; version: number; login: string }

export function actorsOf(owner: Owner): Actors {
  const open = new Map<string, Viewer>()
  let moment: string | undefined
  const viewerOf = async (login: string): Promise<Viewer> => {
    if (moment !== process.env['DAICHO_NOW']) open.clear()
    moment = process.env['DAICHO_NOW']
    const known = open.get(login)
    if (known) return known
    const secret = await owner.act(async (client) => {
      const { rows } = await client.query<{ secret: string }>(
        `select open_system_session(id, '1 hour') as secret from people where login_id = $1`,
        [login],
      )
      return rows[0]?.secret
    })
    const viewer = secret === undefined ? null : await resumeSession(secret)
    if (!viewer) throw new Error(`nobody signs in as ${login}`)
    open.set(login, viewer)
    return viewer
  }
  const waiting = (numbers: readonly bigint[]) =>
    owner.act(async (client) => {
      const { rows } = await client.query<{ id: string; version: number; login: string }>(
        `select p.id, p.version, coalesce((
           select x.login_id from eligible_deciders(s.id) e join people x on x.id = e.person_id
           where not e.absent order by e.rank, e.person_id limit 1), '') as login
         from proposals p join approval_steps s on s.proposal_id = p.id and s.state = 'waiting'
         where p.state = 'submitted' and p.id in (
           select proposal_id from proposal_items where state = 'open' and asset_number = any ($1::bigint[]))
         order by p.id`,
        [numbers.map(String)],
      )
      return rows.map((row) => ({ ...row, id: BigInt(row.id) }))
    })
  return { may: async (login, permission) => authorize(await viewerOf(login), permission), waiting }
}

/** What a command answered; a refusal means that the sample city's story breaks a rule, and ends the load. */
export function accepted<T, R extends string>(outcome: Outcome<T, R>, what: string): T {
  if ('refused' in outcome) throw new Error(`${what}: ${outcome.refused}`)
  return outcome.result
}
