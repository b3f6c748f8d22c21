import { readdirSync, readFileSync } from 'node:fs'

/** Processes that a process has started and that still run; a dead one that nobody has asked about is none. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => {
      const facts = factsOf(pid)
      return facts !== null && facts.parent === parent && facts.state !== 'Z'
    })
}

/** Whether a process still runs. */
export function isRunning(pid: number): boolean {
  const facts = factsOf(pid)
  return facts !== null && facts.state !== 'Z'
}

/** After the name, which may hold anything, in brackets: state and parent. */
function factsOf(pid: number): { state: string; parent: number } | null {
  try {
    const [state = '', parent = ''] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { state, parent: Number(parent) }
  } catch {
    return null
  }
}

/** The child of a process that reads a file; undefined: none does. */
export function readingChildOf(parent: number): number | undefined {
  return childrenOf(parent).find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('read-spreadsheet.mjs')
    } catch {
      return false
    }
  })
}
