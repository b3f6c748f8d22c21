import { existsSync } from 'node:fs'
import path from 'node:path'
import { readSettings } from './operator-settings.mjs'
import { migrationState } from './migrate.mjs'
import { isLiving, readOwner } from './postgres-owner.mjs'
import { reachablePlace } from './postgres-place.mjs'
import { standardNames } from './provision.mjs'
import { readOrMakeSecrets } from './secrets.mjs'
import { startJobs } from '@/lib/platform/jobs/runner'
import { inPlainWords } from '@/lib/platform/jobs/plain-words'

/*
 * `npm run worker`: the portal's jobs in a process of their own, when the server has JOBS=off; any number of them, on
 * any machine that reaches the database and can write AUDIT_ANCHOR_FILE. Without DATABASE_URL it joins the embedded
 * database of a portal that runs here.
 */
const folder = path.resolve(import.meta.dirname, '../.data')

try {
  const settings = readSettings(process.env)
  const secrets = existsSync(path.join(folder, 'secrets.json')) ? readOrMakeSecrets(folder) : null
  const { databaseUrl: readerUrl, writeUrl } = settings.databaseUrl ? settings : embeddedUrls(secrets)
  const state = await migrationState(readerUrl ?? '')
  if (state.pending.length + state.failed.length + state.changed.length + state.unknown.length > 0)
    throw new Error('データベースの構造がこの版と合いません。先に npm run migrate を実行してください。')
  const secret = process.env['AUDIT_ANCHOR_SECRET'] || secrets?.auditAnchorSecret
  const file = process.env['AUDIT_ANCHOR_FILE'] || path.join(folder, 'audit-anchors.jsonl')
  const jobs = startJobs({
    databaseUrl: writeUrl ?? '',
    anchors: secret ? { secret, file } : null,
    mail: {
      password: process.env['MAIL_PASSWORD'] || null,
      publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
    },
    log: (line) => {
      console.error(line)
    },
  })
  const alive = setInterval(() => undefined, 60_000)
  const stop = async () => {
    clearInterval(alive)
    await jobs.stop()
    console.log('自動処理を終了しました。')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
  console.log('自動処理を始めました。終了するには Ctrl-C を押してください。')
} catch (error) {
  console.error(`エラー: ${inPlainWords(error)}`)
  process.exit(1)
}

/** The serving logins of the embedded database. */
function embeddedUrls(secrets: ReturnType<typeof readOrMakeSecrets> | null) {
  const owner = readOwner(reachablePlace(path.join(folder, 'postgres')))
  if (!secrets || !owner?.port || !isLiving(owner))
    throw new Error('DATABASE_URL を指定するか、この機械で npm start のポータルを動かしてください。')
  const at = `127.0.0.1:${owner.port}/${standardNames.database}`
  return {
    databaseUrl: `postgresql://${standardNames.reader}:${secrets.readerPassword}@${at}`,
    writeUrl: `postgresql://${standardNames.writer}:${secrets.writerPassword}@${at}`,
  }
}
