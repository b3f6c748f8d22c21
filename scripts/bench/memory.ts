import * as fs from 'node:fs'

/**
 * Memory (bytes) of all processes that this one has started, and of theirs: the server, the reading child, PostgreSQL.
 * What several share counts once (PSS). Null where there is no /proc.
 */
export function memoryOfPortal(): number | null {
  if (!fs.existsSync('/proc/self/smaps_rollup')) return null
  const parents = new Map<string, string>()
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    const stat = textOf(`/proc/${pid}/stat`)
      .replace(/^.*\) /su, '')
      .split(' ')
    if (stat[1] !== undefined) parents.set(pid, stat[1])
  }
  const own = String(process.pid)
  const isBelow = (pid: string): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === own || isBelow(parent))
  }
  let total = 0
  for (const pid of parents.keys())
    if (isBelow(pid))
      total += Number(/^Pss:\s+(\d+)/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
  return total
}

/** '' for a process that has just ended. */
function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
