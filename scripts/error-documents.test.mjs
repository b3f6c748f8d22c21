import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { answerErrorsInWords } from './error-documents.mjs'

/** @type {http.Server[]} */
const servers = []
afterEach(() => {
  servers.splice(0).forEach((server) => server.close())
})

/**
 * The answer of a server whose handler gives this status and body.
 * @param {number} status
 * @param {Record<string, string>} sent
 * @param {Record<string, string>} given
 */
async function answerOf(status, sent, given = {}) {
  const server = http.createServer((request, response) => {
    answerErrorsInWords(request, response)
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...given })
    response.write('<html id="__next_error__">')
    response.end('</html>')
  })
  servers.push(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}/assets/1`, { headers: sent })
  return { status: answer.status, text: await answer.text() }
}

const document = { accept: 'text/html' }

test.each([
  [403, 'この操作を行う権限がありません'],
  [404, 'お探しの画面は見つかりません'],
  [500, '画面を表示できませんでした'],
])('a document of status %i says in words what happened, with the same status', async (status, title) => {
  const answer = await answerOf(status, document)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(`<h1>${title}</h1>`)
  expect(answer.text).not.toContain('__next_error__')
})

test('a page that succeeds passes untouched', async () => {
  expect((await answerOf(200, document)).text).toContain('__next_error__')
})

test('what a script of the portal asks for passes untouched', async () => {
  expect((await answerOf(404, { ...document, rsc: '1' })).text).toContain('__next_error__')
})

test('a refusal that already is a page in words passes untouched', async () => {
  expect((await answerOf(403, document, { 'x-own-page': '1' })).text).toContain('__next_error__')
})
