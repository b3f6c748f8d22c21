import pg from 'pg'
import { draftAssets, type AssetDraft } from '@/lib/features/assets/commands'
import { submitForRegistration } from '@/lib/features/assets/submit-commands'
import { decideProposals } from '@/lib/features/proposals/commands'
import { authorize } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession } from '@/lib/platform/viewer'
import { anAsset } from '@/lib/testing/asset-draft'
import { waitingFor } from '@/lib/testing/registered'
import { accepted } from '../sample-city/actors'
import { largestDepartment } from './city-departments'
import type { BenchCity } from './city'
import { spreadOf } from './figures'

const many = 5_000
const singles = 40

const copy = 'daicho_bench_writing'

/**
 * What writing costs: one draft, its registration, and a long list in one command, by the portal's own commands. In a
 * copy of the city, so that the kept one stays as it is.
 */
export async function timeWriting(city: BenchCity, log: (line: string) => void): Promise<void> {
  const superuser = new pg.Client({ connectionString: city.superuserUrl })
  await superuser.connect()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${copy}` }).toString()
  await closeDatabase()
  await superuser.query(`drop database if exists ${copy} with (force)`)
  await superuser.query(
    `create database ${copy} template ${new URL(city.ownerUrl).pathname.slice(1)} owner daicho_owner strategy file_copy`,
  )
  await superuser.query(`grant connect on database ${copy} to daicho_read, daicho_write`)
  process.env['DATABASE_URL'] = at(city.readerUrl)
  process.env['DATABASE_WRITE_URL'] = at(city.writerUrl)
  try {
    await write({ ...city, ownerUrl: at(city.ownerUrl) }, log)
  } finally {
    await closeDatabase()
    await superuser.query(`drop database ${copy} with (force)`)
    await superuser.end()
  }
}

async function write(city: BenchCity, log: (line: string) => void): Promise<void> {
  const owner = new pg.Client({ connectionString: city.ownerUrl })
  await owner.connect()
  const actorOf = async (login: string) => {
    const { rows } = await owner.query<{ secret: string }>(
      'select open_system_session(id) as secret from people where login_id = $1',
      [login],
    )
    const viewer = await resumeSession(rows[0]?.secret ?? '')
    if (!viewer) throw new Error(`nobody signs in as ${login}`)
    return viewer
  }
  const { rows } = await owner.query<{ department: string; municipal: string; education: string }>(
    `select (select id from departments where code = $1) as department,
       (select id from classification_schemes where status = 'inForce' and family = 'municipal') as municipal,
       (select id from classification_schemes where status = 'inForce' and family = 'education') as education`,
    [largestDepartment],
  )
  const place = rows[0]
  if (!place) throw new Error('the bench city has no such department')
  const schemes = { municipal: BigInt(place.municipal), education: BigInt(place.education) }
  const draft = (name: string): AssetDraft =>
    anAsset({ departmentId: BigInt(place.department), schemes, name })
  const clerk = authorize(await actorOf(`clerk-${largestDepartment}`), 'asset.create')
  const manager = authorize(await actorOf(`manager-${largestDepartment}`), 'proposal.decide')
  const [drafting, submitting, approving]: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at < singles; at += 1) {
    const start = performance.now()
    const { numbers } = accepted(await draftAssets(clerk, [draft(`計測簿${at}`)]), 'draft')
    drafting.push(performance.now() - start)
    const seen = numbers.map((number) => ({ number, version: 2 }))
    const middle = performance.now()
    accepted(await submitForRegistration(clerk, seen), 'submit')
    submitting.push(performance.now() - middle)
    const waiting = await waitingFor(manager, numbers)
    const approval = performance.now()
    await decideProposals(
      manager,
      waiting.map((proposal) => ({ ...proposal, act: 'approve' })),
    )
    approving.push(performance.now() - approval)
  }
  const start = performance.now()
  accepted(
    await draftAssets(
      clerk,
      Array.from({ length: many }, (_, at) => draft(`計測簿の束${at}`)),
    ),
    'many',
  )
  const seconds = (performance.now() - start) / 1000
  await owner.end()
  const say = (values: number[]) =>
    `${spreadOf(values).median.toFixed(1)} ms (p95 ${spreadOf(values).p95.toFixed(1)})`
  log(
    `one draft with its classification ${say(drafting)}, submitting it ${say(submitting)}, approving it ${say(approving)}`,
  )
  log(
    `${many} drafts with classifications in one command: ${seconds.toFixed(1)} s, ${Math.round(many / seconds)} rows/s`,
  )
}
