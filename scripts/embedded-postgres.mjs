import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { claimPlace, noteRunning, readPidFile, releasePlace, sweepThrowAways } from './postgres-owner.mjs'
import { installServer, reachablePlace, serverAccount } from './postgres-place.mjs'
import { commandLineOf, isGoneWithin } from './process-identity.mjs'

const throwAwayPrefix = 'daicho-pg-'

/**
 * Starts a real PostgreSQL on 127.0.0.1 out of node_modules, also as root.
 *
 * With `dataDir` it is kept there from run to run, durable unless `sync: false`; without, it lives in the
 * temporary folder, skips fsync, and is deleted by `stop()`. A server left over by a killed process is stopped first.
 * @param {{ dataDir?: string, port?: number, sync?: boolean, settings?: Record<string, string>, log?: (line: string) => void }} [options]
 *   `port` 0 or missing: a free one; `settings`: further server settings
 * @returns {Promise<{ port: number, superuserUrl: string, pid: number, stop: () => Promise<void> }>}
 * @throws {Error} one sentence for the operator: already running, port taken, or the server's own last words
 */
export async function startEmbeddedPostgres({ dataDir, port, sync, settings = {}, log = () => {} } = {}) {
  if (dataDir === undefined) sweepThrowAways(throwAwayPrefix)
  const place =
    dataDir === undefined
      ? fs.mkdtempSync(path.join(os.tmpdir(), throwAwayPrefix))
      : reachablePlace(path.resolve(dataDir))
  fs.chmodSync(place, 0o755)
  claimPlace(place)
  const { bin, major } = installServer(place)
  const data = path.join(place, 'data')
  const password = await ensureCluster({ place, data, bin, major, durable: dataDir !== undefined, log })
  await stopOrphan(data, log)
  const durable = sync ?? dataDir !== undefined
  const running = await launch({ place, data, bin, port, durable, settings })
  noteRunning(place, running.port)
  const stop = async () => {
    await halt(running.pid, bin, data)
    if (dataDir === undefined) fs.rmSync(place, { recursive: true, force: true })
    else releasePlace(place)
  }
  const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${running.port}/postgres`
  return { ...running, superuserUrl, stop }
}

/**
 * Creates the cluster in a side folder and renames it, so that a kill in the middle leaves nothing half-made.
 * @param {{ place: string, data: string, bin: string, major: number, durable: boolean, log: (line: string) => void }} options
 * @returns {Promise<string>} the superuser's password
 */
async function ensureCluster({ place, data, bin, major, durable, log }) {
  const secret = path.join(place, 'superuser-password')
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) {
    const found = Number.parseInt(fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8'), 10)
    if (found !== major) {
      throw new Error(
        `${data} は PostgreSQL ${found} のデータですが、同梱の版は ${major} です。前の版で書き出すか、フォルダーを消してください。`,
      )
    }
    return fs.readFileSync(secret, 'utf8').trim()
  }
  log('データベースの入れ物を作成しています')
  const account = serverAccount()
  const fresh = `${data}.new`
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.mkdirSync(fresh, { mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  fs.rmSync(secret, { force: true })
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  for (const file of [fresh, secret])
    if (account.uid !== undefined) fs.chownSync(file, account.uid, account.gid ?? 0)
  const flags = `-A scram-sha-256 -E UTF8 --locale=C --locale-provider=icu --icu-locale=ja-JP${durable ? '' : ' --no-sync'}`
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', fresh, '-U', 'postgres', '--pwfile', secret, ...flags.split(' ')],
    { ...account, cwd: place, env: serverEnvironment(), encoding: 'utf8' },
  )
  if (made.error || made.status !== 0) {
    throw new Error(`データベースを作成できません: ${made.error?.message ?? lastLine(made.stderr)}`)
  }
  fs.renameSync(fresh, data)
  return password
}

/**
 * @param {{ place: string, data: string, bin: string, port?: number, durable: boolean, settings: Record<string, string> }} options
 * @returns {Promise<{ pid: number, port: number }>}
 */
async function launch({ place, data, bin, port, durable, settings }) {
  const fixed = port !== undefined && port !== 0
  for (let attempt = 1; ; attempt += 1) {
    const chosen = fixed ? port : await freePort()
    const log = path.join(place, 'server.log')
    const output = fs.openSync(log, 'w')
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      jit: 'off',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
      ...settings,
    }
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // Its own process group: Ctrl-C in the terminal must reach the portal first, and the database last.
    const child = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(chosen), ...flags], {
      ...serverAccount(),
      cwd: place,
      env: serverEnvironment(),
      stdio: ['ignore', output, output],
      detached: true,
    })
    fs.closeSync(output)
    child.unref()
    const problem = await untilReady(child, data)
    if (problem === null && child.pid !== undefined) return { pid: child.pid, port: chosen }
    const words = problem ?? lastLine(fs.readFileSync(log, 'utf8'))
    const text = fs.readFileSync(log, 'utf8')
    if (fixed && /could not bind/.test(text))
      throw new Error(`ポート ${chosen} は使用中のため、データベースを起動できません。`)
    const passing = /could not bind|shared memory block|lock file/.test(text)
    if (!passing || attempt === 5) throw new Error(`データベースを起動できません: ${lastLine(text) || words}`)
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt))
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} data
 * @returns {Promise<string | null>} null when it accepts connections, else why it does not
 */
function untilReady(child, data) {
  return new Promise((resolve) => {
    const end = Date.now() + 60_000
    const finish = (/** @type {string | null} */ answer) => {
      clearInterval(timer)
      child.removeAllListeners()
      resolve(answer)
    }
    const timer = setInterval(() => {
      const lines = readPidFile(data)
      if (lines?.[0] === String(child.pid) && lines[7]?.trim() === 'ready') finish(null)
      else if (Date.now() > end) finish('60 秒待っても応答がありません')
    }, 15)
    child.once('error', (error) => finish(error.message))
    child.once('exit', (code) => finish(`終了コード ${code}`))
  })
}

/** Stops a server that a killed portal left running on this data. @param {string} data @param {(line: string) => void} log */
async function stopOrphan(data, log) {
  const pid = Number(readPidFile(data)?.[0])
  if (!pid) return
  const command = commandLineOf(pid)
  if (command === null) return // PostgreSQL itself recovers from a stale file
  if (!command.includes(data)) {
    fs.rmSync(path.join(data, 'postmaster.pid')) // the number now belongs to another program
    return
  }
  log('前回残ったデータベースを停止しています')
  await signalUntilGone(pid)
}

/** @param {number} pid @param {string} bin @param {string} data */
async function halt(pid, bin, data) {
  if (process.platform === 'win32') spawnSync(path.join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast'])
  await signalUntilGone(pid)
}

/** SIGINT is PostgreSQL's fast, clean stop; SIGQUIT the stop that recovers at the next start. @param {number} pid */
async function signalUntilGone(pid) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await isGoneWithin(pid, 15_000)) return
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Nothing of ours (PG* variables, secrets) reaches the server. @returns {NodeJS.ProcessEnv} */
function serverEnvironment() {
  const { PATH = '', SystemRoot } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production', ...(SystemRoot && { SystemRoot }) }
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}
