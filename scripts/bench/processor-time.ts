import * as fs from 'node:fs'

/** A child of this process, found by a part of its command line; null where there is no /proc (not Linux). */
function childOf(command: string): string | null {
  const own = String(process.pid)
  const file = `/proc/${own}/task/${own}/children`
  if (!fs.existsSync(file)) return null
  const children = fs.readFileSync(file, 'utf8').split(' ')
  const isMeant = (pid: string) =>
    pid !== '' && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(command)
  return children.find(isMeant) ?? null
}

/**
 * Processor time (milliseconds) that a child of this process has used so far: unlike the clock it hardly minds what else
 * the machine does.
 */
export function processorTimeOf(command: string): number | null {
  const child = childOf(command)
  if (child === null) return null
  const fields = fs
    .readFileSync(`/proc/${child}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const ticks = Number(fields[11]) + Number(fields[12]) // utime and stime (proc(5)), of 10 ms each
  return ticks * 10
}

/** Memory that a child of this process holds now (bytes). */
export function residentOf(command: string): number | null {
  const child = childOf(command)
  if (child === null) return null
  const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(fs.readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}
