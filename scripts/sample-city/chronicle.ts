import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { renewGrants } from '@/lib/features/grants/commands'
import type { PersonLine } from '@/lib/features/people/schema'
import { read } from '@/lib/platform/read'
import { accepted, type Actors } from './actors'
import type { LedgerState } from './ledger-state'
import { approve, moveAssets, perform } from './ledger-work'
import { bringOrganizationTo, sendAway } from './organization'
import { organizationOn, reorganisationDays, type SampleOrganization } from './organization-file'
import { bringIn, inventedPeople, responsibleFor } from './people'
import { departmentOn, planOf, schemeDays, type Operation } from './plan'
import type { SampleRow } from './sample-row'
import { enforce } from './schemes'
import { fraction, momentOf, workday, type Timeline } from './timeline'

/** Something that happened at a moment (ISO 8601); the clock stands there while it runs. */
export type Happening = { at: string; run: () => Promise<void> }
export type City = {
  organization: SampleOrganization
  rows: readonly SampleRow[]
  standard: readonly SampleRow[]
  users: readonly PersonLine[]
  timeline: Timeline
  actors: Actors
  state: LedgerState
}

/** Everything that happens after the set-up, in order of time. */
export function chronicleOf(city: City): Happening[] {
  const { rows, organization, timeline, actors, state, users } = city
  const work = planOf(rows, organization, timeline).flatMap((operation): Happening[] => {
    const { clerk } = responsibleFor(operation.department, users)
    const whole = { operation, day: dayInTokyo(operation.at), state, actors, clerk }
    const performed = { at: operation.at, run: () => perform(whole) }
    if (operation.kind === 'draft' || operation.kind === 'register') return [performed]
    // What was submitted is decided within two hours; a new asset's draft by the operation that registers it.
    return [performed, { at: laterThan(operation), run: () => approve(whole) }]
  })
  const others: Happening[] = [
    {
      at: momentOf(schemeDays.municipal2024, 8, 8.5),
      run: () => enforce(actors, 'ciso', 'municipal-2024'),
    },
    { at: momentOf(schemeDays.education, 8, 8.2), run: () => enforce(actors, 'ciso', 'education-2025') },
    ...reorganisationDays(organization).map((day) => ({
      at: momentOf(day, 7, 7.5),
      run: () => reorganise(day, city),
    })),
    ...fiscalYearEnds(timeline).map((end) => ({
      at: momentOf(workday(`${end.slice(0, 4)}-03-17`), 9, 10),
      run: () => renewUntil(end, actors),
    })),
  ]
  return [...work, ...others].sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The codes of departments that have assets on a day, now or later: they need people of their own. */
export function departmentsAtWork({ rows, organization }: City, day: string): string[] {
  const valid = new Set(
    organizationOn(organization, day).departments.flatMap((entry) =>
      entry.validTo === null ? [entry.code] : [],
    ),
  )
  const codes = rows.flatMap((row) => [row.departmentCode, departmentOn(row, day, organization)])
  return [...new Set(codes)].filter((code) => valid.has(code)).sort()
}

/** 1 April: departments open and close, the new ones' people come, assets go to the successors, the old ones' people leave. */
async function reorganise(day: string, city: City): Promise<void> {
  const { actors, organization, state, users } = city
  for (const [code, id] of await bringOrganizationTo(day, actors, organization))
    state.departmentIds.set(code, id)
  const opened = organization.departments
    .filter((entry) => entry.validFrom === day)
    .map((entry) => entry.code)
  const atWork = departmentsAtWork(city, day).filter((code) => opened.includes(code))
  await bringIn(actors, inventedPeople(atWork, users, organization, day), state.departmentIds, day)
  await moveAssets('jimukyoku', day, state, actors, (row) => departmentOn(row, day, organization))
  const closed = organization.successions
    .filter((step) => step.effectiveOn === day)
    .map((step) => step.fromCode)
  const leavers = [...new Set(closed)].flatMap((code) => Object.values(responsibleFor(code, users)))
  await sendAway(leavers, day, actors)
}

/** Before a fiscal year ends, the CISO renews the roles that would end with it. */
async function renewUntil(end: string, actors: Actors): Promise<void> {
  const next = fiscalYearEnd(fiscalYearOf(end) + 1)
  const actor = await actors.may('ciso', 'grant.manageApprovers')
  const grants = await read(
    actor,
    (db) => db.$queryRaw<{ id: bigint; version: number }[]>`
      select id, version from grants where until = ${end}::date and ended_on is null`,
  )
  accepted(await renewGrants(actor, grants, next), 'renew grants')
}

function fiscalYearEnds({ setUpOn, today }: Timeline): string[] {
  const ends: string[] = []
  for (let year = fiscalYearOf(setUpOn); `${fiscalYearEnd(year).slice(0, 4)}-03-25` < today; year++)
    ends.push(fiscalYearEnd(year))
  return ends
}

function laterThan({ at, department }: Operation): string {
  const minutes = 20 + Math.floor(90 * fraction('decided', department, at))
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

function dayInTokyo(moment: string): string {
  return new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 10)
}
