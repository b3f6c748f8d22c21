import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

/**
 * Refuses early, before anything slow begins, when somebody listens there already.
 * @param {{ port: number, host: string | undefined }} settings
 */
export function checkPort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => reject(new Error(portSentence(port, host, error), { cause: error })))
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)))
  })
}

/**
 * Starts scripts/server.mjs and waits until it listens. Its surroundings are given whole: nothing of the launcher's
 * own (the owner's URL above all) passes on by itself.
 * @param {{ env: NodeJS.ProcessEnv, dev: boolean, port: number, host: string | undefined, signal: AbortSignal }} options
 * @returns {Promise<{ pid: number | undefined, ended: Promise<number | null>, stop: () => Promise<void> }>}
 */
export async function startServing({ env, dev, port, host, signal }) {
  signal.throwIfAborted()
  const child = spawn(process.execPath, [path.join(root, 'scripts/server.mjs'), ...(dev ? ['--dev'] : [])], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), 9_000)
    await ended
    clearTimeout(last)
  }
  signal.addEventListener('abort', () => void stop())
  await new Promise((resolve, reject) => {
    child.on('message', (/** @type {{ ready?: boolean, failed?: string }} */ message) => {
      if (message.ready) resolve(undefined)
      else if (message.failed === 'port') reject(new Error(portSentence(port, host)))
      else if (message.failed) reject(new Error(`ポータルを起動できません: ${message.failed}`))
    })
    void ended.then((code) => reject(new Error(`ポータルが起動の途中で終了しました（終了コード ${code}）。`)))
  })
  return { pid: child.pid, ended, stop }
}

/** @param {number} port @param {string | undefined} host @param {Error} [error] */
function portSentence(port, host, error) {
  const code = error && 'code' in error ? error.code : 'EADDRINUSE'
  if (code === 'EADDRINUSE')
    return `ポート ${port} はほかのプログラムが使用中です。PORT=8080 npm start のように別の番号を指定してください。`
  if (code === 'EACCES')
    return `ポート ${port} を使う権限がありません。1024 以上の番号を PORT で指定してください。`
  return `HOST の「${host ?? ''}」では待ち受けできません（${String(code)}）。この機械のアドレスか 0.0.0.0 を指定してください。`
}
