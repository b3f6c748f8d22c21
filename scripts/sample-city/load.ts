import { actorsOf } from './actors'
import { chronicleOf, departmentsAtWork, type City, type Happening } from './chronicle'
import type { LedgerState } from './ledger-state'
import { readMunicipalLedgers } from './municipal-ledger'
import { bringOrganizationTo } from './organization'
import { readOrganization } from './organization-file'
import { connectOwner, declareSampleCity, lookAround, setClock, type Owner } from './owner'
import { bringIn, inventedPeople, readUsers, setSamplePasswords } from './people'
import { reviewStory } from './review-story'
import { readSchoolLedgers } from './school-ledger'
import { loadSchemes } from './schemes'
import { addStandardLedger } from './standard-ledger'
import { momentOf, timelineUntil } from './timeline'

export const samplePassword = 'daicho-2026'

/** Said to whoever starts the loader on a database that holds something. */
export class NotEmpty extends Error {
  constructor() {
    super(
      'このデータベースにはすでにデータがあるため、見本の市を読み込めません。空のデータベースを指定してください。',
    )
  }
}

/**
 * Replays the sample city into an empty, migrated database: the clock is moved from a day 30 months ago to today, and
 * everything comes in through the commands that people's forms use. A load that was cut short is not continued: the
 * launcher empties its database and begins anew (the rows depend on each other, and the whole takes seconds).
 * @throws {NotEmpty}
 */
export async function loadSampleCity(ownerUrl: string, log: (line: string) => void): Promise<void> {
  const owner = await connectOwner(ownerUrl)
  try {
    const { today, isEmpty } = await lookAround(owner)
    if (!isEmpty) throw new NotEmpty()
    const city = await setUp(owner, today)
    await replay(city, log)
    setClock(null)
    await finish(owner)
  } finally {
    setClock(null)
    await owner.end()
  }
}

/** The first day: settings, organisation, people with their roles and passwords, schemes. */
async function setUp(owner: Owner, realToday: string): Promise<City> {
  const timeline = timelineUntil(realToday)
  const { setUpOn, today } = timeline
  const organization = await readOrganization()
  const { schools, standard } = await readSchoolLedgers(organization, today)
  const rows = [...(await readMunicipalLedgers(organization, today)), ...schools]
  const users = await readUsers(setUpOn)
  const actors = actorsOf(owner)

  setClock(momentOf(setUpOn, 9, 10))
  await declareSampleCity(owner, '市川市')
  const departmentIds = new Map(await bringOrganizationTo(setUpOn, actors, organization))
  const schemeIds = await loadSchemes(actors)
  const state: LedgerState = {
    rows: new Map(rows.map((row) => [row.key, row])),
    entered: new Map(),
    departmentIds,
    schemeIds,
    standardIds: new Map(),
  }
  const city: City = { organization, rows, standard, users, timeline, actors, state }
  const invented = inventedPeople(departmentsAtWork(city, setUpOn), users, organization, setUpOn)
  await bringIn(actors, [...users, ...invented], departmentIds, setUpOn)
  await setSamplePasswords(
    owner,
    users.map((user) => user.loginId),
    samplePassword,
  )
  return city
}

async function replay(city: City, log: (line: string) => void): Promise<void> {
  const { months } = city.timeline
  const happenings: Happening[] = [...chronicleOf(city), addStandardLedger(city), ...reviewStory(city)].sort(
    (a, b) => (a.at < b.at ? -1 : 1),
  )
  let at = 0
  for (const [place, month] of months.entries()) {
    log(`見本データを読み込んでいます ${place + 1}/${months.length}か月`)
    for (let next = happenings[at]; next && monthInTokyo(next.at) <= month; next = happenings[++at]) {
      setClock(next.at)
      await next.run()
    }
  }
  if (at < happenings.length) throw new Error('the story goes beyond today')
}

/** Counts are folded, and PostgreSQL learns how the rows are spread. */
async function finish(owner: Owner): Promise<void> {
  await owner.act((client) => client.query('select fold_asset_counts()'))
  await owner.act((client) => client.query('analyze'))
}

function monthInTokyo(moment: string): string {
  return new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 7)
}
