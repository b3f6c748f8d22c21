import './outside-next.mjs'

/* npm run create-admin -- --login ログインID --name 氏名: may be repeated at will. */
const { parseArgs } = await import('node:util')
const { runAsSystem } = await import('./command-line')
const { createAdmin } = await import('./first-admin')
await runAsSystem((line) => {
  const options = { login: { type: 'string' }, name: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  return createAdmin(line, values.login, values.name)
})
