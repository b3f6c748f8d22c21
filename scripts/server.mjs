import http from 'node:http'
import process from 'node:process'
import next from 'next'
import { answerErrorsInWords, refuseTooLarge, uploadPath } from './error-documents.mjs'
import { makeHeadersHonest } from './forwarded-headers.mjs'
import { trustedProxies } from './operator-settings.mjs'
import { refuseForeign, setSecurityHeaders } from './security-headers.mjs'

/*
 * The serving process: Next behind an HTTP server of our own, which keeps headers honest, requests small, and stops
 * cleanly. Started by portal.mjs with the serving roles only; the owner's URL never comes here.
 */

/** No form is larger (bytes); server actions have their own, smaller limit. */
const largestRequest = 20 * 1024 * 1024
/** A ledger's file of 32 MiB and the form's lines around it (lib/features/imports/upload-actions.ts). */
const largestUpload = 33 * 1024 * 1024
/** @param {http.IncomingMessage} request */
const largestFor = ({ url }) => (url === uploadPath ? largestUpload : largestRequest)
/** How long requests may still run after a signal (milliseconds). */
const patience = 5_000

process.env.DATABASE_OWNER_URL = '' // also hides one from a .env file that Next would read
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? '3000')
const hostname = process.env.HOST || undefined
const publicUrl = process.env.PUBLIC_URL || undefined
const proxies = trustedProxies(process.env.TRUSTED_PROXY)

/** A file of 32 MiB over a slow line takes minutes; the headers come at once (milliseconds). */
const server = http.createServer({
  requestTimeout: 300_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 30_000,
})
const app = next({ dev, dir: process.cwd(), hostname: hostname ?? 'localhost', port, httpServer: server })

process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
process.once('SIGHUP', () => void stop())
process.once('disconnect', () => void stop()) // the launcher is gone, perhaps by kill -9

server.once('error', (error) => fail('code' in error && error.code === 'EADDRINUSE' ? 'port' : error.message))
try {
  await app.prepare()
  delete process.env.DATABASE_OWNER_URL
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => void answer(handle, request, response))
  server.listen({ port, host: hostname }, () => process.send?.({ ready: true }))
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

/**
 * @param {import('next/dist/server/next.js').RequestHandler} handle
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
async function answer(handle, request, response) {
  if (process.env.BENCH === '1') measure(response)
  makeHeadersHonest(request.headers, { remoteAddress: request.socket.remoteAddress, proxies, publicUrl })
  setSecurityHeaders(request, response, { publicUrl, dev })
  if (refuseForeign(request, response, publicUrl)) return
  if (Number(request.headers['content-length'] ?? 0) > largestFor(request)) {
    refuseTooLarge(request, response)
    return
  }
  limitBody(request)
  answerErrorsInWords(request, response)
  leadFormsOn(request, response)
  try {
    await handle(request, response)
  } catch (error) {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

/**
 * A page that sends a posted form elsewhere (the session ended) answers 307: a browser without a script would post the
 * form there again. 303 makes it ask for the page instead.
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function leadFormsOn(request, response) {
  if (request.method !== 'POST' || request.headers['next-action'] !== undefined) return
  const writeHead = response.writeHead.bind(response)
  response.writeHead = /** @type {typeof response.writeHead} */ (
    (/** @type {number} */ status, /** @type {[]} */ ...rest) =>
      writeHead(status === 307 ? 303 : status, ...rest)
  )
}

/** A body sent in chunks announces no length: the connection ends where it grows too large. @param {http.IncomingMessage} request */
function limitBody(request) {
  if (request.headers['transfer-encoding'] === undefined) return
  let received = 0
  const push = request.push.bind(request)
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0
    if (received > largestFor(request)) {
      request.destroy(new Error('The request is too large.'))
      return false
    }
    return push(chunk, encoding)
  }
}

/** For `npm run bench`: the time until the last byte as a trailer, since headers leave before it is known. @param {http.ServerResponse} response */
function measure(response) {
  const begin = process.hrtime.bigint()
  const end = response.end.bind(response)
  const timed = (/** @type {Parameters<typeof end>} */ ...args) => {
    const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6
    response.addTrailers({ 'Server-Timing': `total;dur=${milliseconds.toFixed(2)}` })
    return end(...args)
  }
  response.end = /** @type {typeof response.end} */ (timed)
}

let stopping = false

/** Finishes what runs, at most for `patience`, then ends the process. */
async function stop() {
  if (stopping) return
  stopping = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {}) // once is enough
  const jobsEnded = globalThis.daichoStopJobs?.() // lib/platform/jobs/in-server.ts
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), patience)
  if (dev) server.closeAllConnections()
  await Promise.all([closed, jobsEnded])
  clearInterval(idle)
  clearTimeout(late)
  await Promise.race([app.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 2_000))])
  process.exit(0)
}

/** @param {string} reason */
function fail(reason) {
  if (process.send) process.send({ failed: reason }, () => process.exit(1))
  else {
    console.error(reason)
    process.exit(1)
  }
}
