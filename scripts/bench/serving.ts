import * as fs from 'node:fs'
import net from 'node:net'
import http from 'node:http'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { cookiesFor } from '@/lib/platform/auth/session-cookie'
import { build, isBuildFresh } from '../production-build.mjs'
import { startServing } from '../serving-process.mjs'
import type { BenchCity } from './city'

const sessionSecret = 'b'.repeat(64)
const host = '127.0.0.1'

export type Answer = { status: number; body: string; bytes: number; milliseconds: number }
export type Portal = {
  /** Server time until the last byte (milliseconds), from the answer's trailer. */
  get: (path: string, cookie: string) => Promise<Answer>
  fetchFile: (path: string) => Promise<Buffer>
  stop: () => Promise<void>
}

/** The production build of these sources; made when it is not there. */
export async function ensureBuild(log: (line: string) => void) {
  if (isBuildFresh()) return
  log('building for production')
  fs.mkdirSync('.data', { recursive: true })
  await build({ signal: new AbortController().signal, logFile: '.data/build.log' })
}

/** Serves the build as `npm start` does, with the serving roles, over the given databases. */
export async function servePortal(urls: { readerUrl: string; writerUrl: string }): Promise<Portal> {
  const port = await freePort()
  const url = `http://${host}:${String(port)}`
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: urls.readerUrl,
    DATABASE_WRITE_URL: urls.writerUrl,
    SESSION_SECRET: sessionSecret,
    AUDIT_ANCHOR_SECRET: sessionSecret,
    AUDIT_ANCHOR_FILE: '.data/bench-anchors.jsonl',
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: sessionSecret,
    BENCH: '1',
  }
  const serving = await startServing({ env, dev: false, port, host, signal: new AbortController().signal })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  return {
    get: (path, cookie) => request(`${url}${path}`, { agent, headers: { cookie } }).then(answerOf),
    fetchFile: async (path) => (await request(`${url}${path}`, { agent })).body,
    stop: async () => {
      agent.destroy()
      await serving.stop()
    },
  }
}

/** A session of a person, as the cookie that the portal would have written. */
export async function cookieOf(city: BenchCity, login: string): Promise<string> {
  const owner = new pg.Client({ connectionString: city.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ secret: string }>(
    `select open_system_session(id, '11 hours') as secret from people where login_id = $1`,
    [login],
  )
  await owner.end()
  const token = await encode({
    token: { session: rows[0]?.secret },
    secret: sessionSecret,
    maxAge: 11 * 60 * 60,
  })
  return `${cookiesFor(`http://${host}`).session.name}=${token}`
}

type Raw = { status: number; body: Buffer; timing: string }

function request(url: string, options: http.RequestOptions): Promise<Raw> {
  return new Promise((resolve, reject) => {
    http
      .get(url, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const timing = response.trailers['server-timing'] ?? ''
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), timing })
        })
      })
      .once('error', reject)
  })
}

function answerOf({ status, body, timing }: Raw): Answer {
  return {
    status,
    body: body.toString('utf8'),
    bytes: body.length,
    milliseconds: Number(/dur=([\d.]+)/.exec(timing)?.[1]),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })
}
