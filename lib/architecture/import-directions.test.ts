import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import type { ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, describe, expect, test } from 'vitest'
import { canaries } from './canaries'
import { sourceFiles } from './source-files'

const root = path.resolve(import.meta.dirname, '../..')
const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.cjs'))
const ruleNames = (options.ruleSet?.forbidden ?? []).map((rule) => rule.name ?? '')
const scratch = mkdtempSync(path.join(os.tmpdir(), 'daicho-canaries-'))
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

async function look(folder: string): Promise<ICruiseResult> {
  const tsConfig = extractTSConfig(path.join(folder, 'tsconfig.json'))
  const fileName = path.join(folder, 'tsconfig.json')
  const known = {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: options.ruleSet ?? {},
    tsConfig: { fileName },
  }
  const { output } = await cruise(['.'], known, {}, { tsConfig })
  if (typeof output === 'string') throw new Error(output)
  return output
}

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(scratch, 'tree-'))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  // Without a baseUrl the checker would look for '@/' below its own working directory.
  const alias = { baseUrl: '.', ignoreDeprecations: '6.0', paths: { '@/*': ['./*'] } }
  const compilerOptions = { ...alias, moduleResolution: 'bundler', module: 'esnext', jsx: 'react-jsx' }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

describe('each import direction refuses its canaries', () => {
  test('every rule has a canary, and every canary a rule', () => {
    expect(Object.keys(canaries).sort()).toEqual([...ruleNames].sort())
  })
  const cases = Object.entries(canaries).flatMap(([rule, trees]) => trees.map((files) => ({ rule, files })))
  test.each(cases)('$rule refuses $files', async ({ rule, files }) => {
    const { summary } = await look(plant({ 'lib/labels/bystander.ts': '', ...files }))
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule)
  })
  test('a tidy little tree is not refused', async () => {
    const { summary } = await look(
      plant({
        'app/assets/page.tsx': `import '@/components/assets/form'; import '@/lib/features/assets/queries'`,
        'components/assets/form.tsx': `import '@/lib/features/assets/actions'; import '@/lib/labels/assets'`,
        'lib/features/assets/actions.ts': `import './commands'; import '@/lib/platform/actions'`,
        'lib/features/assets/commands.ts': `import '@/lib/platform/db'; import '@/lib/domain/zone'`,
        'lib/features/assets/queries.ts': `import '@/lib/platform/db'`,
        'lib/labels/assets.ts': `import type { Zone } from '@/lib/domain/zone'; export const a: Zone[] = []`,
        'lib/platform/actions.ts': `import './db'`,
        'lib/platform/db.ts': `import 'pg'`,
        'lib/domain/zone.ts': 'export type Zone = 1',
      }),
    )
    expect(summary.violations).toEqual([])
  })
})

describe('the real tree', () => {
  test('is seen as a whole: a checker that looked at nothing also finds nothing', async () => {
    const sources = sourceFiles().filter((file) => /\.tsx?$/u.test(file))
    const seen = new Set((await look(root)).modules.map((module) => module.source))
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter((file) => !seen.has(file))).toEqual([])
    expect(seen.size).toBeGreaterThanOrEqual(sources.length)
  })
})
