import { createServer } from 'node:http'
import { expect, test as base } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { tabTo, typeInto } from '../support/keyboard'
import { Troubles } from '../support/troubles'

// A check that sees nothing also reports nothing: here each is shown a page that it must refuse.
const sound = "default-src 'self'; script-src 'self' 'nonce-x'; style-src 'self'"
const bodies: Record<string, string> = {
  '/good': '<main><h1>台帳</h1><label>名称<input name="name"></label><button>登録</button></main>',
  '/bad':
    '<main><h1 style="color:red">台帳</h1></main><script>1</script><img alt="" src="https://outside.example/a.png">',
  '/inaccessible': '<main><h1>台帳</h1><p class="faint">ledger</p><input name="nameless"></main>',
  '/open': '<main><h1>台帳</h1></main>',
}

const test = base.extend<{ address: string }>({
  address: async ({}, use) => {
    const server = createServer((request, response) => {
      const isStyle = request.url === '/faint.css'
      response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8')
      if (request.url !== '/open') response.setHeader('content-security-policy', sound)
      const head = '<title>t</title><link rel="stylesheet" href="/faint.css">'
      const page = `<!doctype html><html lang="ja">${head}${bodies[request.url ?? ''] ?? ''}</html>`
      response.end(isStyle ? '.faint { color: #aaa; background: #fff }' : page)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const place = server.address()
    await use(`http://127.0.0.1:${String(typeof place === 'object' && place ? place.port : 0)}`)
    server.closeAllConnections()
    server.close()
  },
})

for (const javaScriptEnabled of [true, false]) {
  test(`blocked scripts, blocked styles and outside requests are seen, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    address,
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const troubles = new Troubles(address)
    troubles.watch(context)
    const page = await context.newPage()
    await page.goto(`${address}/bad`)
    const seen = () => troubles.unexpected.join('\n')
    await expect.poll(seen).toContain('request to another origin: https://outside.example/a.png')
    await expect.poll(seen).toContain('Applying inline style violates')
    if (javaScriptEnabled) await expect.poll(seen).toContain('Executing inline script violates')
    await context.close()
  })
}

test('a page without a content security policy is seen, and a tidy one reports nothing', async ({
  address,
  context,
  page,
}) => {
  const troubles = new Troubles(address)
  troubles.watch(context)
  await page.goto(`${address}/good`)
  expect(troubles.unexpected).toEqual([])
  await page.goto(`${address}/open`)
  expect(troubles.unexpected).toEqual([expect.stringContaining('content security policy of')])
})

test('faint text and a field without a name are refused', async ({ address, page }) => {
  await page.goto(`${address}/inaccessible`)
  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast[\s\S]*label/u)
  await page.goto(`${address}/good`)
  await expectAccessible(page)
})

test('the keyboard reaches what it should, and says when it does not', async ({ address, page }) => {
  await page.goto(`${address}/good`)
  await typeInto(page, page.locator('input'), '住民票')
  await expect(page.locator('input')).toHaveValue('住民票')
  await tabTo(page, page.locator('button'))
  await expect(tabTo(page, page.locator('h1'), { limit: 5 })).rejects.toThrow('Not reached by keyboard')
})
