import path from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { lockCanaries, lockControl, preamble } from './lock-canaries'

const root = path.resolve(import.meta.dirname, '../..')
const names = Object.keys(lockCanaries)
const fileOf = (name: string) =>
  path.join(root, 'lib/architecture', `canary-${name === 'control' ? 'control' : names.indexOf(name)}.ts`)
const sources = new Map(
  Object.entries({ ...lockCanaries, control: { code: lockControl } }).map(([name, { code }]) => [
    fileOf(name),
    `${preamble}\n${code}\n`,
  ]),
)

let program: ts.Program
beforeAll(() => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const settings: ts.CompilerOptions = { ...options, incremental: false }
  delete settings.tsBuildInfoFile
  const host = ts.createCompilerHost(settings)
  const readFile = host.readFile.bind(host)
  const fileExists = host.fileExists.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.readFile = (file) => sources.get(file) ?? readFile(file)
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = sources.get(file)
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version)
  }
  program = ts.createProgram([...sources.keys()], settings, host)
}, 120_000)

/** What the compiler says of a canary, each complaint in one text. */
function complaints(name: string): string[] {
  const source = program.getSourceFile(fileOf(name))
  if (!source) throw new Error(`the compiler has not seen ${name}`)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    (diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  )
}

test('what is meant to compile compiles', { timeout: 120_000 }, () => {
  expect(complaints('control')).toEqual([])
})

describe('the compiler refuses', () => {
  test.each(names)('%s', { timeout: 120_000 }, (name) => {
    const said = complaints(name)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(lockCanaries[name]?.says ?? /^$/)
  })
})
