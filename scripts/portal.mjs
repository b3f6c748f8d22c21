import path from 'node:path'
import { readSettings, trustedProxies } from './operator-settings.mjs'
import { isLiving, readOwner } from './postgres-owner.mjs'
import { reachablePlace } from './postgres-place.mjs'
import { findStarters, isAlive, isGoneWithin } from './process-identity.mjs'
import { bringUpToDate, checkLogins, openEmbedded, openOwn } from './portal-database.mjs'
import { build, isBuildFresh } from './production-build.mjs'
import { hasLoader, loadSampleCity, sampleAccounts, samplePassword, sampleState } from './sample-city.mjs'
import { readOrMakeSecrets } from './secrets.mjs'
import { checkPort, startServing } from './serving-process.mjs'
import { ensurePrismaClient } from './setup.mjs'

const root = path.join(import.meta.dirname, '..')
const dataFolder = path.join(root, '.data')

/**
 * From an empty machine to an answering portal, and back: whatever was started is stopped, however it ends.
 * @param {{ dev: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function runPortal({ dev }) {
  const stopper = stopOnSignals()
  /** @type {import('./portal-database.mjs').PortalDatabase | undefined} */
  let database
  /** @type {Awaited<ReturnType<typeof startServing>> | undefined} */
  let serving
  try {
    const settings = readSettings(process.env)
    trustedProxies(process.env.TRUSTED_PROXY)
    if (!settings.databaseUrl) await waitForPredecessor()
    await checkPort(settings)
    ensurePrismaClient()
    const secrets = readOrMakeSecrets(dataFolder)
    const step = steps(4)

    step(settings.databaseUrl ? 'データベースに接続します' : 'データベースを起動します')
    database = settings.databaseUrl
      ? openOwn(settings)
      : await openEmbedded({ folder: dataFolder, secrets, log: detail })
    if (settings.ownerUrl === undefined) await checkLogins(database)
    await bringUpToDate(database, detail)
    await checkLogins(database)
    stopper.signal.throwIfAborted()

    step(settings.sampleData ? '見本の市を用意します' : '見本のデータは使いません')
    const hasSample = settings.sampleData && (await ensureSampleCity(database, stopper.signal))

    step(dev ? '開発用に、画面はその都度組み立てます' : '画面を組み立てます')
    if (!dev && !isBuildFresh()) {
      detail('はじめてか、変更がありました。1〜2 分かかります')
      await build({ signal: stopper.signal, logFile: path.join(dataFolder, 'build.log') }).catch((error) => {
        stopper.signal.throwIfAborted()
        throw new Error(`画面の組み立てに失敗しました: ${error.message}`, { cause: error })
      })
    }

    step('ポータルを起動します')
    const env = servingEnvironment({ settings, secrets, database, dev })
    serving = await startServing({
      env,
      dev,
      port: settings.port,
      host: settings.host,
      signal: stopper.signal,
    })
    announce(settings, hasSample)
    return await untilTheEnd({ serving, database, signal: stopper.signal })
  } catch (error) {
    if (stopper.signal.aborted) return 0
    console.error(`\nエラー: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    if (stopper.signal.aborted) console.log('\n終了しています…')
    await serving?.stop()
    await database?.stop()
    if (stopper.signal.aborted) console.log('終了しました。')
  }
}

/** A portal whose npm was just killed is still putting its things away. */
async function waitForPredecessor() {
  const owner = readOwner(reachablePlace(path.join(dataFolder, 'postgres')))
  if (owner && isLiving(owner)) await isGoneWithin(owner.pid, 4_000)
}

/** Ctrl-C, a service manager's SIGTERM, a closed terminal, and npm killed above us. */
function stopOnSignals() {
  const stopper = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopper.abort())
  if (process.env.npm_lifecycle_event) {
    const starters = findStarters()
    setInterval(() => starters.every(isAlive) || stopper.abort(), 250).unref()
  }
  return stopper
}

/**
 * @param {import('./portal-database.mjs').PortalDatabase} database
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether the sample city is there
 */
async function ensureSampleCity(database, signal) {
  const { ownerUrl } = database
  if (!ownerUrl) throw new Error('SAMPLE_DATA=1 には DATABASE_OWNER_URL も必要です。')
  const state = await sampleState(ownerUrl)
  if (state === 'sample') return true
  if (!hasLoader()) {
    detail('見本の市を読み込むプログラムがないため、空のまま始めます')
    return false
  }
  if (state === 'other' || (state === 'partial' && !database.embedded)) {
    if (!database.embedded) {
      throw new Error(
        'このデータベースは空でないため、見本の市を読み込めません。空のデータベースを指定してください。',
      )
    }
    detail('登録済みのデータがあるため、見本の市は読み込みません')
    return false
  }
  if (state === 'partial') {
    detail('前回の読み込みが途中で終わっているため、はじめからやり直します')
    await database.renew()
    await bringUpToDate(database, detail)
  }
  const { readerUrl, writerUrl } = database
  await loadSampleCity({ ownerUrl, readerUrl, writerUrl, env: baseEnvironment(), signal })
  return true
}

/** @param {{ serving: Awaited<ReturnType<typeof startServing>>, database: import('./portal-database.mjs').PortalDatabase, signal: AbortSignal }} running */
async function untilTheEnd({ serving, database, signal }) {
  const lost = new Promise((resolve) => {
    const watch = setInterval(() => !database.isAlive() && resolve('lost'), 2_000)
    watch.unref()
  })
  const how = await Promise.race([serving.ended, lost])
  if (signal.aborted) return 0
  throw new Error(
    how === 'lost' ? 'データベースが止まりました。' : `ポータルが止まりました（終了コード ${String(how)}）。`,
  )
}

/** The launcher's surroundings without anything of Daicho's or PostgreSQL's. */
function baseEnvironment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(DATABASE_|PG[A-Z]|npm_|NEXTAUTH_)|_SECRET$/.test(name),
  )
  return {
    ...Object.fromEntries(entries),
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/**
 * @param {{ settings: import('./operator-settings.mjs').Settings, secrets: ReturnType<typeof readOrMakeSecrets>,
 *   database: import('./portal-database.mjs').PortalDatabase, dev: boolean }} all
 * @returns {NodeJS.ProcessEnv}
 */
function servingEnvironment({ settings, secrets, database, dev }) {
  const sessionSecret = process.env.SESSION_SECRET || secrets.sessionSecret
  return {
    ...baseEnvironment(),
    NODE_ENV: dev ? 'development' : 'production',
    PORT: String(settings.port),
    HOST: settings.host ?? '',
    PUBLIC_URL: settings.publicUrl ?? '',
    DATABASE_URL: database.readerUrl,
    DATABASE_WRITE_URL: database.writerUrl,
    SESSION_SECRET: sessionSecret,
    AUDIT_ANCHOR_SECRET: process.env.AUDIT_ANCHOR_SECRET || secrets.auditAnchorSecret,
    AUDIT_ANCHOR_FILE: process.env.AUDIT_ANCHOR_FILE || path.join(dataFolder, 'audit-anchors.jsonl'),
    // next-auth's own names for the two
    NEXTAUTH_URL: settings.publicUrl ?? `http://localhost:${settings.port}`,
    NEXTAUTH_SECRET: sessionSecret,
  }
}

/** @param {import('./operator-settings.mjs').Settings} settings @param {boolean} hasSample */
function announce({ port, host, publicUrl }, hasSample) {
  const local =
    host === undefined || host === '0.0.0.0' || host === '127.0.0.1' || host === '::' ? 'localhost' : host
  console.log(
    `\nDaicho を開けます: ${publicUrl ?? `http://${local.includes(':') ? `[${local}]` : local}:${port}`}`,
  )
  if (hasSample) {
    console.log(`\n見本の利用者（パスワードはどれも ${samplePassword}）`)
    for (const [login, who] of sampleAccounts) console.log(`  ${login?.padEnd(16)} ${who}`)
  }
  console.log('\n終了するには Ctrl-C を押してください。')
}

/** @param {number} total */
function steps(total) {
  let number = 0
  return (/** @type {string} */ text) => {
    number += 1
    console.log(`[${number}/${total}] ${text}`)
  }
}

/** @param {string} text */
function detail(text) {
  console.log(`      ${text}`)
}
