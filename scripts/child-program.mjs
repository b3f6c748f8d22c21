import { spawn } from 'node:child_process'
import * as fs from 'node:fs'

/**
 * Runs one of the project's own programs with this Node and waits for its end.
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal, logFile?: string }} options
 *   `logFile` keeps its words off the screen; without, they are shown
 * @throws {Error} when it fails or `signal` asks to stop; with a log, its last lines
 */
export async function runNode(args, { cwd, env, signal, logFile }) {
  signal.throwIfAborted()
  const output = logFile === undefined ? 'inherit' : fs.openSync(logFile, 'w')
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', output, output] })
  if (typeof output === 'number') fs.closeSync(output)
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (code === 0) return
  const lines =
    logFile === undefined ? '' : fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-30).join('\n')
  throw new Error(`終了コード ${code}\n${lines}`.trim())
}
