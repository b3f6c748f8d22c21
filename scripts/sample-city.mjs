import * as fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { runNode } from './child-program.mjs'

const root = path.join(import.meta.dirname, '..')
const loader = 'scripts/load-sample-city.ts'

/** Comments on the database itself, outside every table: set before the first row and after the last, so that half a city is recognised. */
const marks = { begun: 'daicho: sample city begun', complete: 'daicho: sample city complete' }

export const sampleAccounts = [
  ['ciso', '最高情報セキュリティ責任者（CISO）'],
  ['shimin-kacho', '市民課 課長（情報資産管理者）'],
  ['shimin-tanto', '市民課 担当'],
  ['shiminzei-tanto', '市民税課 担当'],
]

export const samplePassword = 'daicho-2026'

/**
 * `sample`: the whole sample city is there; `partial`: its load was cut short; `other`: rows of somebody's own.
 * @param {string} ownerUrl
 * @returns {Promise<'empty' | 'sample' | 'partial' | 'other'>}
 */
export async function sampleState(ownerUrl) {
  return ask(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as mark, exists (select from departments) as filled
         from pg_database where datname = current_database()`,
    )
    if (rows[0].mark === marks.complete) return 'sample'
    if (rows[0].mark === marks.begun) return 'partial'
    return rows[0].filled ? 'other' : 'empty'
  })
}

/** Whether the loader is part of this tree. */
export function hasLoader() {
  return fs.existsSync(path.join(root, loader))
}

/**
 * Replays the sample city into an empty database through the ordinary commands; the loader shows its own progress.
 * @param {{ ownerUrl: string, readerUrl: string, writerUrl: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 */
export async function loadSampleCity({ ownerUrl, readerUrl, writerUrl, env, signal }) {
  await mark(ownerUrl, marks.begun)
  await runNode(['--import', 'tsx', loader], {
    cwd: root,
    env: { ...env, DATABASE_URL: readerUrl, DATABASE_WRITE_URL: writerUrl, DATABASE_OWNER_URL: ownerUrl },
    signal,
  }).catch((error) => {
    signal.throwIfAborted()
    throw new Error(`見本の市の読み込みに失敗しました（${error.message}）。`, { cause: error })
  })
  await mark(ownerUrl, marks.complete)
}

/** @param {string} ownerUrl @param {string} text */
function mark(ownerUrl, text) {
  return ask(ownerUrl, async (client) => {
    const { rows } = await client.query('select current_database() as name')
    const name = client.escapeIdentifier(rows[0].name)
    await client.query(`comment on database ${name} is ${client.escapeLiteral(text)}`)
  })
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
async function ask(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
