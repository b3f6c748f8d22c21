import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The command line of a living process, or null when there is none (or it can't be seen).
 * @param {number} pid
 * @returns {string | null}
 */
export function commandLineOf(pid) {
  if (!isAlive(pid)) return null
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return readFromPs(pid)
  }
}

/**
 * Whether a process with this id exists; somebody else's process counts as alive.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Waits until the process is gone; answers whether it is.
 * @param {number} pid
 * @param {number} milliseconds
 */
export async function isGoneWithin(pid, milliseconds) {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

/**
 * What tells this process from a later one with the same number: its id and its start in clock ticks
 * (on systems without /proc the command line has to do).
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  if (!isAlive(pid)) return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return readFromPs(pid)
  }
}

/**
 * Who started this process: its parent and, through the shell that npm puts between, npm itself.
 * @returns {number[]} process ids
 */
export function findStarters() {
  const parent = process.ppid
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return [parent, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]
  } catch {
    return [parent]
  }
}

/** A killed child that nobody waited for still answers kill(0); it holds nothing, though. @param {number} pid */
function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/** @param {number} pid */
function readFromPs(pid) {
  try {
    const text = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return text.trim() || null
  } catch {
    return null
  }
}
