import path from 'node:path'
import { register } from 'tsx/esm/api'

/*
 * Started by lib/platform/spreadsheet/reader/child.ts, in an empty folder and with an empty environment: it reads one
 * file from its standard input and writes what it understands.
 */
register({ tsconfig: path.join(import.meta.dirname, '../tsconfig.json') })
const { readInThisProcess } = await import('../lib/platform/spreadsheet/reader/program.ts')
await readInThisProcess()
