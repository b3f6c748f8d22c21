import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { ReaderLine, ReadWish } from './reader-lines'
import { isUnreadableReason, type UnreadableReason } from './unreadable'

/** Milliseconds and bytes; a child beyond them is ended. `residentBytes` is watched where /proc tells it. */
export const childLimits = {
  heapMegabytes: 192,
  residentBytes: 320 << 20,
  totalMs: 120_000,
  silentMs: 30_000,
  outputBytes: 512 << 20,
} as const
export type ChildLimits = { readonly [Name in keyof typeof childLimits]: number }

/** interrupted: somebody else ended the process, or it could not be started; it says nothing of the file. */
export type ReadingEnd = {
  reason: UnreadableReason | 'interrupted' | null
  args: readonly string[]
  residentPeak: number
}
type Exit = { code: number | null; signal: NodeJS.Signals | null }

/**
 * Reads a file in a process of its own, with an empty environment and fixed memory and time; whatever the file holds,
 * at worst that process ends. Each line of the child is handed on as text, in order; the answer says why it was refused.
 */
export async function understandInChild(
  parts: AsyncIterable<Uint8Array>,
  wish: ReadWish,
  each: (line: ReaderLine) => Promise<void> | void,
  signal: AbortSignal,
  limits: ChildLimits = childLimits,
): Promise<ReadingEnd> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daicho-reading-'))
  const program = path.join(process.cwd(), 'scripts/read-spreadsheet.mjs')
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMegabytes}`, program], {
    cwd: folder,
    // Where its modules are kept compiled between two files; nothing of the portal's own settings.
    env: { TMPDIR: os.tmpdir(), NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal })
    })
    child.once('error', () => {
      resolve({ code: null, signal: null })
    })
  })
  const guard = watch(child, limits, signal)
  try {
    const sent = send(child, parts, wish)
    const end = await receive(child, each, guard, limits)
    await sent
    const exit = await ended
    signal.throwIfAborted()
    if (end) return { ...end, residentPeak: guard.peak() }
    return { reason: reasonOf(exit, guard.hasStopped()), args: [], residentPeak: guard.peak() }
  } finally {
    guard.end()
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

const fromOutside: readonly unknown[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', null]

/** What its end says of a child that did not say it itself. An error of the program has an exit code. */
function reasonOf({ code, signal }: Exit, wasStopped: boolean): ReadingEnd['reason'] {
  if (wasStopped) return 'tooHeavy'
  if (code === null && fromOutside.includes(signal)) return 'interrupted'
  // V8 ends the process by a signal of its own when its heap is full.
  return code === null || code > 128 ? 'tooHeavy' : 'broken'
}

async function send(child: ChildProcess, parts: AsyncIterable<Uint8Array>, wish: ReadWish): Promise<void> {
  const input = child.stdin
  if (!input) return
  // A child that ends early closes its side; its answer says why.
  input.on('error', () => undefined)
  const words = Buffer.from(JSON.stringify(wish))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve) => {
      if (input.destroyed) resolve()
      else
        input.write(bytes, () => {
          resolve()
        })
    })
  await write(length)
  await write(words)
  for await (const part of parts) {
    if (input.destroyed) break
    await write(part)
  }
  input.end()
}

async function receive(
  child: ChildProcess,
  each: (line: ReaderLine) => Promise<void> | void,
  guard: { heard: () => void; stop: () => void },
  limits: ChildLimits,
): Promise<{ reason: UnreadableReason | null; args: readonly string[] } | null> {
  if (!child.stdout) return null
  let size = 0
  for await (const text of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    guard.heard()
    size += text.length
    if (size > limits.outputBytes) guard.stop()
    const line = lineOf(text)
    // Cut in the middle of its last words: it was ended.
    if (line === null) return null
    if (line.t === 'unreadable')
      return { reason: isUnreadableReason(line.reason) ? line.reason : 'broken', args: line.args }
    await each(line)
    if (line.t === 'end') return { reason: null, args: [] }
  }
  return null
}

function lineOf(text: string): ReaderLine | null {
  try {
    // Our own program wrote it.
    return JSON.parse(text) as ReaderLine
  } catch {
    return null
  }
}

/** Ends the child at its limits: time in all, time without a word, memory. */
function watch(child: ChildProcess, limits: ChildLimits, signal: AbortSignal) {
  let [peak, since] = [0, performance.now()]
  const began = since
  let hasStopped = false
  const stop = () => {
    hasStopped = true
    child.kill('SIGKILL')
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  if (child.pid !== undefined)
    try {
      os.setPriority(child.pid, 10)
    } catch {
      // It has ended already, or the system doesn't allow it: slower for others, not less safe.
    }
  const timer = setInterval(() => {
    const now = performance.now()
    if (now - began > limits.totalMs || now - since > limits.silentMs) stop()
    void residentBytes(child.pid).then((bytes) => {
      peak = Math.max(peak, bytes)
      if (bytes > limits.residentBytes) stop()
    })
  }, 200)
  return {
    stop,
    hasStopped: () => hasStopped,
    heard: () => {
      since = performance.now()
    },
    peak: () => peak,
    end: () => {
      clearInterval(timer)
      signal.removeEventListener('abort', stop)
    },
  }
}

/** 0 where the system doesn't tell: there the heap's own limit holds alone. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s*(\d+) kB/mu.exec(status)?.[1] ?? 0) * 1024
}
