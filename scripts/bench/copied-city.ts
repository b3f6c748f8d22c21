import pg from 'pg'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession, type Viewer } from '@/lib/platform/viewer'
import type { BenchCity } from './city'

export type CopiedCity = {
  city: BenchCity
  owner: pg.Client
  /** Somebody of the copy, signed in. */
  viewerOf: (login: string) => Promise<Viewer>
}

/** Works in a copy of the city's database, which is gone afterwards; this process's own commands go there too. */
export async function inCopyOf(city: BenchCity, work: (copied: CopiedCity) => Promise<void>): Promise<void> {
  const copy = 'daicho_bench_copy'
  const superuser = new pg.Client({ connectionString: city.superuserUrl })
  await superuser.connect()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${copy}` }).toString()
  await closeDatabase()
  await superuser.query(`drop database if exists ${copy} with (force)`)
  await superuser.query(
    `create database ${copy} template ${new URL(city.ownerUrl).pathname.slice(1)} owner daicho_owner strategy file_copy`,
  )
  await superuser.query(`grant connect on database ${copy} to daicho_read, daicho_write`)
  const copied = {
    ...city,
    ownerUrl: at(city.ownerUrl),
    readerUrl: at(city.readerUrl),
    writerUrl: at(city.writerUrl),
  }
  process.env['DATABASE_URL'] = copied.readerUrl
  process.env['DATABASE_WRITE_URL'] = copied.writerUrl
  const owner = new pg.Client({ connectionString: copied.ownerUrl })
  await owner.connect()
  try {
    await work({ city: copied, owner, viewerOf: (login) => signedIn(owner, login) })
  } finally {
    await owner.end()
    await closeDatabase()
    await superuser.query(`drop database ${copy} with (force)`)
    await superuser.end()
  }
}

async function signedIn(owner: pg.Client, login: string): Promise<Viewer> {
  const { rows } = await owner.query<{ secret: string }>(
    `select open_system_session(id, '11 hours') as secret from people where login_id = $1`,
    [login],
  )
  const viewer = await resumeSession(rows[0]?.secret ?? '')
  if (!viewer) throw new Error(`nobody signs in as ${login}`)
  return viewer
}
