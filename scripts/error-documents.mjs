import { readFileSync } from 'node:fs'

/*
 * Next answers a page that ends in notFound(), forbidden() or an error with an empty shell that only a script fills.
 * Without JavaScript that is a blank page: so a document with such a status is answered here, in words, for everybody.
 */

/** @typedef {{ title: string, happened: string, saved: string, todo: string }} ErrorWords */
/** @type {Record<string, ErrorWords>} */
const words = JSON.parse(readFileSync(new URL('../lib/labels/error-pages.json', import.meta.url), 'utf8'))
/** @type {Record<number, ErrorWords | undefined>} */
const documents = { 403: words.forbidden, 404: words.notFound, 500: words.broken }
const links = [
  ['/', 'ホームへ'],
  ['/assets', '台帳を開く'],
]

/** A browser asking for a page, not a script of ours asking for its parts. @param {import('node:http').IncomingMessage} request */
function asksForDocument({ headers, url = '' }) {
  if (headers.rsc !== undefined || headers['next-action'] !== undefined) return false
  return !/^\/(_next|api)\//.test(url) && (headers.accept ?? '').includes('text/html')
}

/** @param {ErrorWords} error */
function documentOf({ title, happened, saved, todo }) {
  const sentences = [happened, saved, todo].map((sentence) => `<p>${sentence}</p>`).join('')
  const ways = links.map(([href, label]) => `<a href="${href}">${label}</a>`).join('')
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/error.css"></head><body><main><h1>${title}</h1>${sentences}<nav>${ways}</nav></main></body></html>`
}

/** The headers given to writeHead itself, as names and values. @param {unknown[]} given */
function headersIn(given) {
  const headers = given.at(-1)
  return typeof headers === 'object' && headers && !Array.isArray(headers) ? Object.entries(headers) : []
}

/**
 * Lets a document of status 403, 404 or 500 leave as a page in words; everything else passes untouched. Call it before
 * Next gets the response.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function answerErrorsInWords(request, response) {
  if (!asksForDocument(request)) return
  const { writeHead, write, end } = response
  /** @type {ErrorWords | undefined} */
  let error
  const decide = () => {
    if (response.headersSent || response.getHeader('x-own-page') !== undefined) return
    if (String(response.getHeader('content-type')).startsWith('text/html'))
      error ??= documents[response.statusCode]
  }
  response.writeHead = /** @type {typeof writeHead} */ (
    (status, ...rest) => {
      response.statusCode = status
      for (const [name, value] of headersIn(rest)) response.setHeader(name, value)
      decide()
      return error ? response : Reflect.apply(writeHead, response, [status, ...rest])
    }
  )
  response.write = /** @type {typeof write} */ (
    (...chunk) => {
      decide()
      return error ? true : Reflect.apply(write, response, chunk)
    }
  )
  response.end = /** @type {typeof end} */ (
    (...chunk) => {
      decide()
      Object.assign(response, { writeHead, write, end })
      if (!error) return Reflect.apply(end, response, chunk)
      for (const name of ['content-encoding', 'content-length', 'etag', 'link']) response.removeHeader(name)
      return response.end(request.method === 'HEAD' ? undefined : documentOf(error))
    }
  )
}

/** Where a ledger's file is sent to. */
export const uploadPath = '/assets/import/upload'

/**
 * Answers a request whose announced length is too large before any of it is read: a ledger's file with the page where
 * it is chosen, which says so; anything else with a page in words. The connection stays: what is still being sent is
 * dropped by Node, so that the browser gets to read the answer.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function refuseTooLarge(request, response) {
  if (request.url === uploadPath)
    response.writeHead(303, { location: '/assets/import?refused=tooLarge' }).end()
  else {
    response.writeHead(413, { 'content-type': 'text/html; charset=utf-8' })
    response.end(asksForDocument(request) ? documentOf(words.tooLarge) : undefined)
  }
  request.resume()
}
