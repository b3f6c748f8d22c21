import pg from 'pg'
import type { Permission } from '@/lib/domain/access'
import { authorize, type May } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import type { CsvRow } from '@/lib/platform/spreadsheet/csv'
import { CsvError } from '@/lib/platform/spreadsheet/csv'
import type { LineProblem } from '@/lib/platform/spreadsheet/file-rows'
import { resumeSession, type Viewer } from '@/lib/platform/viewer'

/** Something that the operator can mend: its message is Japanese and complete. Nothing was written. */
export class CommandError extends Error {}

/** What a command of the command line works with: the named actor `system`, and the owner for what only it may do. */
export type CommandLine = {
  system: Viewer
  may: <P extends Permission>(permission: P) => May<P>
  /** One transaction of the owner's, in which `system` is signed in. */
  asOwner: <T>(work: (owner: pg.Client) => Promise<T>) => Promise<T>
  say: (line: string) => void
}

/**
 * Runs work as `system`: the owner opens a session, the same commands as people's forms do the rest with the serving
 * logins, and the session ends with it. Prints what the operator can mend and ends with exit code 1.
 */
export async function runAsSystem(work: (line: CommandLine) => Promise<void>): Promise<void> {
  let connected: pg.Client | undefined
  try {
    const ownerUrl = process.env['DATABASE_OWNER_URL']
    if (!ownerUrl || !process.env['DATABASE_URL'])
      throw new CommandError(
        'DATABASE_OWNER_URL（所有者）と DATABASE_URL（読み取り用。書き込み用が別なら DATABASE_WRITE_URL も）を指定してください。',
      )
    const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
    await owner.connect()
    connected = owner
    const session = await openSession(owner)
    try {
      await work({
        system: session.viewer,
        may: (permission) => authorize(session.viewer, permission),
        asOwner: (act) => inTransaction(owner, session.secret, act),
        say: (line) => {
          console.log(line)
        },
      })
    } finally {
      await closeSession(owner, session.secret)
    }
  } catch (error) {
    console.error(`エラー: ${inWords(error)}`)
    process.exitCode = 1
  } finally {
    await closeDatabase()
    await connected?.end()
  }
}

async function openSession(owner: pg.Client): Promise<{ secret: string; viewer: Viewer }> {
  const { rows } = await inTransaction(owner, '', (client) =>
    client.query<{ secret: string }>(
      `select open_system_session(id) as secret from people where login_id = 'system'`,
    ),
  )
  const secret = rows[0]?.secret
  const viewer = secret === undefined ? null : await resumeSession(secret)
  if (secret === undefined || !viewer)
    throw new CommandError('自動処理（system）として始められません。npm run migrate を実行してください。')
  return { secret, viewer }
}

async function closeSession(owner: pg.Client, secret: string): Promise<void> {
  await inTransaction(owner, secret, (client) =>
    client.query(
      `select end_sessions(array(select id from sessions where secret_hash = sha256(decode($1, 'hex'))), 'signedOut')`,
      [secret],
    ),
  )
}

async function inTransaction<T>(
  owner: pg.Client,
  secret: string,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  await owner.query('begin')
  try {
    await owner.query(`select set_config('app.session', $1, true), set_config('app.now', $2, true)`, [
      secret,
      process.env['DAICHO_NOW'] ?? '',
    ])
    const result = await work(owner)
    await owner.query('commit')
    return result
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The first twenty lines that are wrong, each with its mend. */
export function refuseLines(file: string, problems: readonly LineProblem[]): void {
  if (problems.length === 0) return
  const shown = problems.slice(0, 20).map(({ line, message }) => `  ${line}行目 ${message}`)
  const more = problems.length > 20 ? [`  ほかに${problems.length - 20}件あります。`] : []
  throw new CommandError(
    [`${file} に直すところが${problems.length}件あります。何も書き込んでいません。`, ...shown, ...more].join(
      '\n',
    ),
  )
}

/** Reads a file by `parse`, and says what is wrong with it as a whole. */
export function readingFile(file: string, parse: () => CsvRow[]): CsvRow[] {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const columns = error.columns.join('、')
    const what = {
      missingColumns: `1行目に見出し「${columns}」がありません。見出しを加えてください。`,
      duplicateColumns: `1行目の見出し「${columns}」が2回あります。片方を消してください。`,
      malformed: `${error.line ?? 1}行目の引用符（"）が閉じていないか、区切りが正しくありません。`,
    }
    throw new CommandError(`${file}: ${what[error.reason]}何も書き込んでいません。`)
  }
}

function inWords(error: unknown): string {
  if (error instanceof CommandError) return error.message
  const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  if (code.startsWith('ERR_PARSE_ARGS')) return `引数が正しくありません（${message}）。`
  if (['42883', '42P01', '42703'].includes(code))
    return 'データベースの構造がこの版と合いません。先に npm run migrate を実行してください。'
  if (code.startsWith('28') || code === '3D000' || /^E[A-Z]+$/u.test(code))
    return `データベースに接続できません（${message || code}）。URL と、データベースが動いているかを確かめてください。`
  return `${message}\n途中までの書き込みはありません。`
}
