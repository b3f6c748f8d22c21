import './outside-next.mjs'

/* npm run load:schemes: the versions that come with the portal; may be repeated at will. */
const { runAsSystem } = await import('./command-line')
const { loadSchemeDefinitions } = await import('./scheme-definitions')
await runAsSystem(loadSchemeDefinitions)
