import * as fs from 'node:fs'
import path from 'node:path'
import { runNode } from './child-program.mjs'
import { hashOfFiles } from './source-hash.mjs'

const root = path.join(import.meta.dirname, '..')
const mark = path.join(root, '.next/daicho-source.txt')

/** What a build depends on; the lock file stands for node_modules. */
const sources = [
  ...['app', 'components', 'lib', 'prisma/schema', 'public', 'scripts/migrate.mjs'],
  ...['instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
]

/** Whether .next holds a finished build of exactly these sources. */
export function isBuildFresh() {
  if (!fs.existsSync(mark) || !fs.existsSync(path.join(root, '.next/BUILD_ID'))) return false
  return fs.readFileSync(mark, 'utf8') === hashOfFiles(root, sources)
}

/**
 * `next build`, without any secret or database in its surroundings. The mark is written last: a build that was
 * killed counts as none.
 * @param {{ signal: AbortSignal, logFile: string }} options
 */
export async function build({ signal, logFile }) {
  const before = hashOfFiles(root, sources)
  fs.rmSync(mark, { force: true })
  const { PATH, HOME, TMPDIR, LANG, SystemRoot, NODE_OPTIONS } = process.env
  await runNode([path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      TMPDIR,
      LANG,
      SystemRoot,
      NODE_OPTIONS,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    signal,
    logFile,
  })
  // The hash from before: what changed while it ran calls for another build.
  fs.writeFileSync(mark, before)
}
