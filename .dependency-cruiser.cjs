// Each rule is one sentence of docs/architecture.md ("Who may import whom"). lib/architecture/import-directions.test.ts
// feeds every rule a canary that it must refuse, and counts the modules that were looked at.
const tests = '\\.(test|spec)\\.[cm]?[jt]sx?$'
const badName = '(^|/)(utils?|helpers?|common|misc|index)(/|\\.[^/]*$)'
const databaseDoor = [
  '^generated/',
  '(^|/)node_modules/(pg|@prisma|graphile-worker)/',
  '^lib/platform/(db|database)[/.-]',
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      comment: 'What is true knows neither the database, nor the framework, nor the clock.',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: tests },
      to: { pathNot: '^lib/domain/' },
    },
    {
      name: 'platform-stays-below',
      comment: 'lib/platform never imports features, components or app.',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: '^(lib/features|components|app)/' },
    },
    {
      name: 'database-only-in-queries-commands-platform',
      comment: 'Only queries.ts, commands.ts and platform touch the database.',
      severity: 'error',
      from: {
        path: '^(app|components|lib)/',
        pathNot: [tests, '^lib/platform/', '^lib/features/[^/]+/[a-z-]*(queries|commands)\\.ts$'],
      },
      to: { path: databaseDoor },
    },
    {
      name: 'components-get-data-as-props',
      comment:
        'Components never import queries or commands: data comes as props, writes leave through actions.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^lib/features/', pathNot: '^lib/features/[^/]+/[a-z-]*(actions|schema)\\.ts$' },
    },
    {
      name: 'pages-write-through-actions',
      comment: 'app reads with queries and writes with actions; commands are called by actions alone.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: '^lib/features/[^/]+/[a-z-]*commands\\.ts$' },
    },
    {
      name: 'nothing-imports-upwards',
      comment: 'app -> components -> features -> domain: nobody imports what lies above.',
      severity: 'error',
      from: { path: '^(components|lib)/', pathNot: tests },
      to: { path: '^app/' },
    },
    {
      name: 'features-know-no-components',
      comment: 'What happens does not know how it looks.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^components/' },
    },
    {
      name: 'no-cycles',
      comment: 'A circle of modules is one module with several names.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      comment: 'A module exports what it defines; it never passes on what others define.',
      severity: 'error',
      from: { path: '^(app|components|lib|e2e|prisma|scripts)/' },
      to: { dependencyTypes: ['export'] },
    },
    {
      name: 'no-vague-names',
      comment: 'Nothing is called utils, helpers, common, misc or index.',
      severity: 'error',
      from: { path: badName },
      to: {},
    },
    {
      name: 'no-vague-names-imported',
      comment:
        'Nothing is called utils, helpers, common, misc or index (also where it imports nothing itself).',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { path: badName, pathNot: '(^|/)node_modules/|^generated/|^\\.next/' },
    },
    {
      name: 'no-vague-names-alone',
      comment: 'Nothing is called utils, helpers, common, misc or index (also where nobody imports it).',
      severity: 'error',
      from: { orphan: true, path: badName },
      to: {},
    },
    {
      name: 'production-imports-no-tests',
      comment: 'Tests and their support are never part of what is served.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: [tests, '^lib/architecture/'] },
      to: { path: [tests, '^e2e/', '^lib/architecture/'] },
    },
    {
      name: 'features-have-a-closed-list-of-file-kinds',
      comment: 'schema, queries, commands, actions (a first word may say which part of a big noun).',
      severity: 'error',
      from: {
        path: '^lib/features/',
        pathNot: [tests, '^lib/features/[^/]+/[a-z-]*(schema|queries|commands|actions)\\.tsx?$'],
      },
      to: {},
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would hide a direction from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/|^generated/' },
    exclude: { path: '^(node_modules|\\.next|\\.data|\\.cache|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.d.ts', '.json', '.css'],
    },
  },
}
