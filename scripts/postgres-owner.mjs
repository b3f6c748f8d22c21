import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { commandLineOf, identityOf } from './process-identity.mjs'

/** @typedef {{ pid: number, identity: string | null, port: number | null }} Owner who runs the database of a place */

/** Notes that this process runs the place; refuses while another living one does. @param {string} place */
export function claimPlace(place) {
  const owner = readOwner(place)
  if (owner && owner.pid !== process.pid && isLiving(owner)) {
    throw new Error(
      `データベースは、すでに別のプロセス（番号 ${owner.pid}）が使っています。先にそちらを終了してください。`,
    )
  }
  writeOwner(place, null)
}

/** @param {string} place @param {number} port */
export function noteRunning(place, port) {
  writeOwner(place, port)
}

/** @param {string} place */
export function releasePlace(place) {
  fs.rmSync(path.join(place, 'owner.json'), { force: true })
}

/** Deletes throw-away databases whose test run was killed. @param {string} prefix */
export function sweepThrowAways(prefix) {
  for (const name of fs.readdirSync(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const place = path.join(os.tmpdir(), name)
    const owner = readOwner(place)
    if (!owner || isLiving(owner)) continue
    const pid = Number(readPidFile(path.join(place, 'data'))?.[0])
    try {
      if (pid && commandLineOf(pid)?.includes(place)) process.kill(pid, 'SIGQUIT')
      fs.rmSync(place, { recursive: true, force: true })
    } catch {
      // somebody else's: theirs to sweep
    }
  }
}

/** The lines of postmaster.pid: process, folder, start, port, …, state in the eighth. @param {string} data */
export function readPidFile(data) {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}

/** @param {Owner} owner */
export function isLiving(owner) {
  return owner.identity !== null && owner.identity === identityOf(owner.pid)
}

/** @param {string} place @param {number | null} port */
function writeOwner(place, port) {
  const owner = { pid: process.pid, identity: identityOf(process.pid), port }
  fs.writeFileSync(path.join(place, 'owner.json'), JSON.stringify(owner))
}

/** @param {string} place @returns {Owner | null} */
export function readOwner(place) {
  try {
    return JSON.parse(fs.readFileSync(path.join(place, 'owner.json'), 'utf8'))
  } catch {
    return null
  }
}
