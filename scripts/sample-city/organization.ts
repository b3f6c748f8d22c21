import { planOrganization } from '@/lib/domain/organization-plan'
import { reorganize } from '@/lib/features/departments/commands'
import { listOrganization } from '@/lib/features/departments/queries'
import { endGrants } from '@/lib/features/grants/commands'
import { endPerson } from '@/lib/features/people/commands'
import { read } from '@/lib/platform/read'
import { accepted, type Actors } from './actors'
import { organizationOn, type SampleOrganization } from './organization-file'

/** Brings the organisation to what it was on a day; answers the ids of the departments that were added. */
export async function bringOrganizationTo(
  day: string,
  actors: Actors,
  organization: SampleOrganization,
): Promise<ReadonlyMap<string, bigint>> {
  const actor = await actors.may('system', 'organization.manage')
  const { plan, problems } = planOrganization(
    await listOrganization(actor),
    organizationOn(organization, day),
  )
  if (problems[0]) throw new Error(`organization: ${problems[0].kind} ${problems[0].code}`)
  return accepted(await reorganize(actor, plan), 'organization').ids
}

/** The invented people of closed departments hold no role any more, and leave. */
export async function sendAway(logins: readonly string[], day: string, actors: Actors): Promise<void> {
  if (logins.length === 0) return
  const manager = await actors.may('system', 'person.manage')
  type Seen = { id: bigint; version: number }[]
  const people = await read(
    manager,
    (db) => db.$queryRaw<Seen>`select id, version from people where login_id = any (${logins}::text[])`,
  )
  const grants = await read(
    manager,
    (db) => db.$queryRaw<Seen>`
      select id, version from grants where person_id = any (${people.map(({ id }) => id)}::bigint[]) and ended_on is null`,
  )
  accepted(await endGrants(await actors.may('system', 'grant.manageApprovers'), grants), 'end grants')
  for (const { id, version } of people)
    accepted(await endPerson(manager, { person: id, version, endedOn: day }), 'end person')
}
