/**
 * For each rule of .dependency-cruiser.cjs a little tree of files that breaks it. The checker must refuse every one:
 * a rule whose pattern matches nothing also prints “no violations”.
 */
export const canaries: Record<string, Record<string, string>[]> = {
  'domain-imports-only-domain': [
    { 'lib/domain/a.ts': `import '../labels/b'`, 'lib/labels/b.ts': '' },
    { 'lib/domain/a.ts': `import '@/lib/platform/b'`, 'lib/platform/b.ts': '' },
    { 'lib/domain/a.ts': `import 'zod'` },
    { 'lib/domain/a.ts': `import 'node:fs'` },
    {
      'lib/domain/a.ts': `import type { B } from '@/lib/platform/b'`,
      'lib/platform/b.ts': 'export type B = 1',
    },
  ],
  'platform-stays-below': [
    { 'lib/platform/a.ts': `import '@/lib/features/assets/schema'`, 'lib/features/assets/schema.ts': '' },
    { 'lib/platform/a.ts': `import '@/components/ui/b'`, 'components/ui/b.tsx': '' },
    { 'lib/platform/a.ts': `import '@/app/layout'`, 'app/layout.tsx': '' },
  ],
  'database-only-in-queries-commands-platform': [
    { 'lib/features/assets/actions.ts': `import '@/lib/platform/db'`, 'lib/platform/db.ts': '' },
    { 'lib/features/assets/schema.ts': `import '@prisma/client'` },
    { 'app/page.tsx': `import '@/lib/platform/db'`, 'lib/platform/db.ts': '' },
    {
      'components/assets/a.tsx': `import type { B } from '@/generated/client'`,
      'generated/client.ts': 'export type B = 1',
    },
    { 'app/api/health/route.ts': `import 'pg'` },
  ],
  'components-get-data-as-props': [
    { 'components/a.tsx': `import '@/lib/features/assets/queries'`, 'lib/features/assets/queries.ts': '' },
    { 'components/a.tsx': `import '@/lib/features/assets/commands'`, 'lib/features/assets/commands.ts': '' },
    {
      'components/a.tsx': `import type { B } from '@/lib/features/assets/queries'`,
      'lib/features/assets/queries.ts': 'export type B = 1',
    },
  ],
  'pages-write-through-actions': [
    { 'app/page.tsx': `import '@/lib/features/assets/commands'`, 'lib/features/assets/commands.ts': '' },
  ],
  'nothing-imports-upwards': [
    { 'components/a.tsx': `import '@/app/b'`, 'app/b.tsx': '' },
    { 'lib/features/assets/queries.ts': `import '@/app/b'`, 'app/b.tsx': '' },
  ],
  'features-know-no-components': [
    { 'lib/features/assets/actions.ts': `import '@/components/ui/b'`, 'components/ui/b.tsx': '' },
  ],
  'no-cycles': [
    { 'lib/labels/a.ts': `import './b'`, 'lib/labels/b.ts': `import './a'` },
    {
      'lib/labels/a.ts': `import type { B } from './b'; export type A = B`,
      'lib/labels/b.ts': `import type { A } from './a'; export type B = A[]`,
    },
  ],
  'no-barrels': [
    { 'components/all.ts': `export * from './b'`, 'components/b.ts': 'export const b = 1' },
    { 'lib/domain/all.ts': `export { b } from './b'`, 'lib/domain/b.ts': 'export const b = 1' },
  ],
  'no-vague-names': [{ 'lib/platform/utils.ts': `import './b'`, 'lib/platform/b.ts': '' }],
  'no-vague-names-imported': [
    { 'lib/platform/b.ts': `import './helpers'`, 'lib/platform/helpers.ts': '' },
    { 'app/b.tsx': `import '../components/common/button'`, 'components/common/button.tsx': '' },
  ],
  'no-vague-names-alone': [
    { 'lib/labels/index.ts': '' },
    { 'scripts/misc.mjs': '' },
    { 'e2e/util/a.ts': '' },
  ],
  'production-imports-no-tests': [
    { 'lib/platform/a.ts': `import './b.test'`, 'lib/platform/b.test.ts': '' },
    { 'app/a.tsx': `import '../e2e/support/b'`, 'e2e/support/b.ts': '' },
  ],
  'features-have-a-closed-list-of-file-kinds': [
    { 'lib/features/assets/service.ts': `import './schema'`, 'lib/features/assets/schema.ts': '' },
  ],
  'everything-resolves': [{ 'lib/platform/a.ts': `import './nowhere'` }],
}
