import '../outside-next.mjs'
import * as os from 'node:os'

/*
 * npm run bench [-- --assets 10000,100000 --requests 200]: server time, statements and first-load JavaScript of the
 * portal's pages over a seeded, very unequal city. With --reviews only what reviews cost (--seconds 60: how long people
 * answer; --waiting 300: how many submissions wait in an inbox), with --out only what it costs to write the ledger
 * out, with --imports only what it costs to bring it in (--rows 50000). How to read it: docs/bench.md.
 */
const { openBenchCity } = await import('./city')
const { onlookers } = await import('./city-people')
const { firstLoad, frameworkFloor } = await import('./first-load')
const { timePage, timeStatements } = await import('./figures')
const { benchPages } = await import('./pages')
const { timeImports } = await import('./imports')
const { timeReviews } = await import('./reviews')
const { cookieOf, ensureBuild, servePortal } = await import('./serving')
const { startStatementProxy } = await import('./statement-proxy')
const { timeWriting } = await import('./writing')
const { timeWritingOut } = await import('./writing-out')

const option = (name: string, standard: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? standard : (process.argv[at + 1] ?? standard)
}
const sizes = option('assets', '10000,100000').split(',').map(Number)
const requests = Number(option('requests', '200'))
const only = option('only', '')
const reviewLoad = {
  seconds: Number(option('seconds', '60')),
  waiting: Number(option('waiting', '300')),
  requests,
}
const log = (line: string) => {
  console.log(line)
}
const show = (value: number) => value.toFixed(1)

async function benchCity(assets: number) {
  const city = await openBenchCity(assets, log)
  const proxy = await startStatementProxy(city.readerUrl)
  try {
    const cookies = new Map<string, string>()
    for (const login of Object.values(onlookers)) cookies.set(login, await cookieOf(city, login))
    const cookie = (login: string) => cookies.get(login) ?? ''
    const watched = await servePortal({ readerUrl: proxy.urlOf(city.readerUrl), writerUrl: city.writerUrl })
    const found = await lookAround(watched.get, cookie)
    const pages = benchPages(found).filter(({ name, login }) => `${login} ${name}`.includes(only))
    const seen = []
    for (const page of pages) {
      await watched.get(page.path, cookie(page.login))
      proxy.take()
      const { body } = await watched.get(page.path, cookie(page.login))
      seen.push({ page, statements: proxy.take(), script: await firstLoad(watched, body) })
    }
    await watched.stop()
    const floor = frameworkFloor()
    const portal = await servePortal(city)
    log(
      `\n${assets} assets; ${requests} requests a page, one after the other; load ${show(os.loadavg()[0] ?? 0)} on ${os.cpus().length} cores; framework alone ${show(floor)} kB of script`,
    )
    log(
      '| as | page | median ms | p95 | best tenth | target | server CPU ms | SQL ms | statements | HTML kB | script kB over the floor |',
    )
    log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
    for (const { page, statements, script } of seen) {
      const time = await timePage(portal, page, cookie(page.login), requests)
      const sql = await timeStatements(city.readerUrl, statements, Math.min(requests, 100))
      const cells = [
        page.login,
        page.name,
        show(time.median),
        show(time.p95),
        show(time.best),
        page.limit,
        time.processor === null ? '' : show(time.processor),
        show(sql.median),
        statements.length,
        time.kilobytes,
        show(script - floor),
      ]
      log(`| ${cells.join(' | ')} |`)
    }
    await portal.stop()
    log(`load ${show(os.loadavg()[0] ?? 0)} at the end`)
    if (only === '') {
      await timeWritingOut(city, log)
      await timeWriting(city, log)
    }
  } finally {
    await proxy.stop()
    await city.stop()
  }
}

type Get = Awaited<ReturnType<typeof servePortal>>['get']

/** An asset that each can open, and the address of the second page. */
async function lookAround(get: Get, cookie: (login: string) => string) {
  const asset: Record<string, string> = {}
  let secondPage = ''
  for (const login of Object.values(onlookers)) {
    const { body } = await get('/assets', cookie(login))
    asset[login] =
      [...body.matchAll(/href="\/assets\/(\d+)"/g)][5]?.[1] ?? /href="\/assets\/(\d+)"/.exec(body)?.[1] ?? ''
    if (login === onlookers.ciso)
      secondPage = /href="([^"]*after=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  return { asset, secondPage }
}

async function benchReviews(assets: number) {
  const city = await openBenchCity(assets, log)
  try {
    await timeReviews(city, reviewLoad, log)
  } finally {
    await city.stop()
  }
}

async function benchOut(assets: number) {
  const city = await openBenchCity(assets, log)
  try {
    log(`\n${assets} assets; load ${show(os.loadavg()[0] ?? 0)} on ${os.cpus().length} cores`)
    await timeWritingOut(city, log)
  } finally {
    await city.stop()
  }
}

async function benchImports(assets: number) {
  const city = await openBenchCity(assets, log)
  try {
    log(`\nload ${show(os.loadavg()[0] ?? 0)} on ${os.cpus().length} cores`)
    await timeImports(city, Number(option('rows', '50000')), log)
  } finally {
    await city.stop()
  }
}

if (process.argv.includes('--imports')) {
  await ensureBuild(log)
  for (const assets of sizes) await benchImports(assets)
} else if (process.argv.includes('--out')) {
  await ensureBuild(log)
  for (const assets of sizes) await benchOut(assets)
} else if (process.argv.includes('--reviews')) {
  await ensureBuild(log)
  for (const assets of sizes) await benchReviews(assets)
} else {
  await ensureBuild(log)
  for (const assets of sizes) await benchCity(assets)
}
