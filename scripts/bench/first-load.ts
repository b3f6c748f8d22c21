import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Portal } from './serving'

const folder = path.resolve('.data/bench-floor')

/** The scripts that a page's HTML loads at once; those for browsers without modules are left out. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  const loaded = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1])
  return [...new Set(loaded.filter((source) => source !== undefined))]
}

/** Kilobytes (1,000 bytes) of JavaScript, each file compressed with gzip. */
export async function firstLoad(portal: Portal, html: string): Promise<number> {
  const files = await Promise.all(scriptsOf(html).map((source) => portal.fetchFile(source)))
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000
}

/** What an empty page of the same Next loads: built once a version. */
export function frameworkFloor(): number {
  const { version } = JSON.parse(fs.readFileSync('node_modules/next/package.json', 'utf8')) as {
    version: string
  }
  const known = path.join(folder, `floor-${version}.txt`)
  if (!fs.existsSync(known)) fs.writeFileSync(known, String(measureFloor()))
  return Number(fs.readFileSync(known, 'utf8'))
}

function measureFloor(): number {
  fs.mkdirSync(path.join(folder, 'app'), { recursive: true })
  const write = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text)
  }
  write('package.json', '{"type":"module","private":true}')
  write(
    'app/layout.jsx',
    'export default function Layout({ children }) { return <html><body>{children}</body></html> }',
  )
  write('app/page.jsx', 'export default function Page() { return <p>empty</p> }')
  write('next.config.js', `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`)
  const built = spawnSync(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  if (built.status !== 0) throw new Error(`the empty page does not build: ${built.stdout}${built.stderr}`)
  const html = fs.readFileSync(path.join(folder, '.next/server/app/index.html'), 'utf8')
  const files = scriptsOf(html).map((source) =>
    fs.readFileSync(path.join(folder, source.replace(/^\/_next/, '.next').replace(/\?.*$/, ''))),
  )
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000
}
