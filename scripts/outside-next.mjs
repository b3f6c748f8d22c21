import { register } from 'node:module'

/*
 * Import this first, and the rest with import(), in a program that runs the portal's own commands without Next.
 * Server-side modules begin with `import 'server-only'`, which throws unless a bundler has replaced it; a command line
 * has no browser to keep them from.
 */
const hook = `export const resolve = (name, context, next) =>
  name === 'server-only' ? { url: 'data:text/javascript,export{}', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
