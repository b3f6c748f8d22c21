import './outside-next.mjs'

/* npm run import:organization -- 部署.csv [改編の履歴.csv]: may be repeated at will. */
const { runAsSystem } = await import('./command-line')
const { importOrganization } = await import('./organization-import')
const [departments, history] = process.argv.slice(2)
await runAsSystem((line) => importOrganization(line, departments, history))
