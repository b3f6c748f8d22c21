import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { hashOfFiles } from './source-hash.mjs'

const root = path.join(import.meta.dirname, '..')
const mark = path.join(root, 'generated/prisma-source.txt')

/**
 * Generates the Prisma client when its model or its version changed; a few milliseconds otherwise.
 * @throws {Error} with Prisma's own words
 */
export function ensurePrismaClient() {
  if (!fs.existsSync(path.join(root, 'prisma/schema'))) return
  const hash = hashOfFiles(root, ['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  const isFresh = fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hash
  if (isFresh && fs.existsSync(path.join(root, 'generated/prisma/client.ts'))) return
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'],
    {
      cwd: root,
      encoding: 'utf8',
      // Any existing program will do: generating never runs the engine, but would download it if it were missing.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  )
  if (run.status !== 0)
    throw new Error(`Prisma のクライアントを生成できません: ${(run.stderr || run.stdout).trim()}`)
  fs.writeFileSync(mark, hash)
}

if (process.argv[1] === import.meta.filename) {
  try {
    ensurePrismaClient()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
