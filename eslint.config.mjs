import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { lintRules } from './lib/architecture/lint-rules.mjs'

const typescript = ['**/*.ts', '**/*.tsx']
const tests = ['**/*.test.{ts,tsx,mjs}', 'e2e/**']
const a11y = next.find((part) => part.plugins?.['jsx-a11y']).plugins['jsx-a11y']

const noStyleProp = {
  selector: 'JSXAttribute[name.name="style"]',
  message: "style-src is 'self': an inline style is blocked. Use a class.",
}
const noBarrel = {
  selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
  message: 'A module exports what it defines itself: no barrels.',
}
const noDoubleAssertion = {
  selector: 'TSAsExpression > TSAsExpression',
  message: 'A double assertion silences the compiler: parse or narrow instead.',
}
const noClock = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time is an argument (today), never read inside a rule.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Time is an argument (today), never read inside a rule.',
  },
]
const a11yChoices = {
  // A table shown as blocks on a phone loses its roles in browsers: there they are spelt out.
  'jsx-a11y/no-redundant-roles': [
    'error',
    { table: ['table'], thead: ['rowgroup'], tbody: ['rowgroup'], tr: ['row'] },
  ],
  'jsx-a11y/no-interactive-element-to-noninteractive-role': [
    'error',
    { tr: ['row'], td: ['cell'], th: ['columnheader', 'rowheader'] },
  ],
  // The combobox of the ARIA Authoring Practices is a list.
  'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { ul: ['listbox'], li: ['option'] }],
  // What scrolls sideways must be reachable by keyboard (axe: scrollable-region-focusable).
  'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
}
const everywhere = [noStyleProp, noBarrel, noDoubleAssertion]

export default defineConfig(
  globalIgnores([
    '.next/',
    '.data/',
    '.cache/',
    'generated/',
    'next-env.d.ts',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...next,
  {
    files: ['**/*.{js,jsx,mjs,ts,tsx,mts,cts}'],
    rules: { ...a11y.flatConfigs.strict.rules, ...a11yChoices, 'import/no-anonymous-default-export': 'off' },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A server action is an async function that React awaits: <form action={save}>.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    plugins: { daicho: lintRules },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'next/image', message: 'It writes inline styles, which the CSP blocks. Use <img>.' },
          ],
        },
      ],
      'no-eval': 'error',
      eqeqeq: 'error',
      '@next/next/no-img-element': 'off',
      // Plain links work without JavaScript and prefetch nothing.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  { files: [...typescript, 'scripts/**/*.mjs'], rules: { 'max-lines': ['error', { max: 250 }] } },
  { files: ['app/**/page.tsx'], rules: { 'max-lines': ['error', { max: 40 }] } },
  { files: ['app/**', 'components/**', 'lib/**'], rules: { 'no-console': 'error' } },
  {
    files: ['lib/domain/**', 'lib/features/**'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noClock] },
  },
  {
    files: ['app/**', 'components/**', 'lib/**'],
    // Schemes and reference tables are data: their wording becomes rows that a city edits. *-spelling.ts reads what
    // people write in a ledger.
    ignores: [
      ...tests,
      'lib/labels/**',
      'lib/domain/schemes/**',
      'lib/domain/{reference,*-spelling}.ts',
      'lib/testing/**',
      'app/global-error.tsx',
    ],
    rules: { 'daicho/japanese-only-in-labels': 'error' },
  },
  {
    files: tests,
    rules: {
      // Playwright's fixtures take a parameter called `use`, which is no React hook.
      'react-hooks/rules-of-hooks': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
