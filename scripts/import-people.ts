import './outside-next.mjs'

/* npm run import:people -- 利用者.csv [--passwords 書き出し先]: may be repeated at will. */
const { parseArgs } = await import('node:util')
const { runAsSystem } = await import('./command-line')
const { importListOfPeople } = await import('./people-import')
await runAsSystem((line) => {
  const options = { passwords: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  return importListOfPeople(line, positionals[0], values.passwords)
})
