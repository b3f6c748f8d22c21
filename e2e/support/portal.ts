import { createServer } from 'node:net'
import os from 'node:os'
import { startServing } from '@/scripts/serving-process.mjs'
import { copyAnchors } from './anchors'
import { testDatabase } from './database'
import type { TestDatabase } from './database'

export type Portal = {
  url: string
  database: TestDatabase
  /** Stops the server and starts it again at the same address; `now` (ISO) moves its clock from then on. */
  restart: (now?: string) => Promise<void>
  /** Ends the server as a power cut would; answers when the process is gone. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

/** Serves the production build on a free port, over a database of its own with the sample city. */
export async function startPortal(): Promise<Portal> {
  const database = await testDatabase()
  try {
    const host = '127.0.0.1'
    const port = await freePort(host)
    const url = `http://${host}:${String(port)}`
    const signal = new AbortController().signal
    const settled = serverEnvironment({ host, port, url, database })
    const serve = (now?: string) =>
      startServing({
        env: now === undefined ? settled : { ...settled, DAICHO_NOW: now },
        dev: false,
        port,
        host,
        signal,
      })
    let serving = await serve()
    const restart = async (now?: string) => {
      await serving.stop()
      serving = await serve(now)
    }
    const kill = async () => {
      if (serving.pid) process.kill(serving.pid, 'SIGKILL')
      await serving.ended
    }
    const stop = async () => {
      await serving.stop()
      await database.drop()
    }
    return { url, database, restart, kill, stop }
  } catch (error) {
    await database.drop()
    throw error
  }
}

type Place = { host: string; port: number; url: string; database: TestDatabase }

/** Given whole, as the launcher does: neither the owner's URL nor anything of the developer's shell. */
function serverEnvironment({ host, port, url, database }: Place): NodeJS.ProcessEnv {
  const anchors = copyAnchors()
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? os.tmpdir(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: database.readerUrl,
    DATABASE_WRITE_URL: database.writerUrl,
    ...anchors,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: anchors.SESSION_SECRET,
  }
}

/** A port that nobody uses at this moment. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })
}
