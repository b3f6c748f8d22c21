import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { sourceFiles } from './source-files'

const root = path.resolve(import.meta.dirname, '../..')
const isTest = (file: string) => /\.test\.[a-z]+$/u.test(file)

/** A way into the portal, as its source says: the permissions that it names at its doors. */
export type Way = { name: string; asks: string[] }

const parsed = (file: string) =>
  ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )

const served = () => sourceFiles().filter((file) => /^(?:app|components|lib)\//u.test(file) && !isTest(file))

/** `app/(portal)/assets/[number]/page.tsx` → `/assets/[number]` */
function addressOf(file: string): string {
  const parts = path.posix.dirname(file).split('/').slice(1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** Every page and route handler. */
export function waysOfRoutes(): (Way & { file: string })[] {
  return served()
    .filter((file) => /^app\/(?:.*\/)?(?:page|route)\.[jt]sx?$/u.test(file))
    .map((file) => ({ name: addressOf(file), file, asks: namedAt(parsed(file), doors) }))
}

const doors = ['requireMay', 'authorize']

/** The texts handed to these functions, e.g. requireMay('asset.read'): the last argument of each call. */
function namedAt(node: ts.Node, functions: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (each: ts.Node): void => {
    if (
      ts.isCallExpression(each) &&
      ts.isIdentifier(each.expression) &&
      functions.includes(each.expression.text)
    ) {
      const named = each.arguments.at(-1)
      found.add(named && ts.isStringLiteral(named) ? named.text : '(not a plain text)')
    }
    each.forEachChild(visit)
  }
  visit(node)
  return [...found].sort()
}

const hasDirective = (source: ts.SourceFile): boolean => {
  const [first] = source.statements
  return first !== undefined && ts.isExpressionStatement(first) && isDirective(first.expression)
}
const isDirective = (node: ts.Node) => ts.isStringLiteral(node) && node.text === 'use server'

const says = (node: ts.Node): boolean =>
  (ts.isExpressionStatement(node) && isDirective(node.expression)) || node.getChildren().some(says)

/** Every file that says 'use server' anywhere; `whole`: at its top, for all that it exports. */
export function filesOfActions(): { file: string; whole: boolean }[] {
  return served().flatMap((file) => {
    if (!readFileSync(path.join(root, file), 'utf8').includes('use server')) return []
    const source = parsed(file)
    return says(source) ? [{ file, whole: hasDirective(source) }] : []
  })
}

/** Every server action: what a file of actions exports, with the permission of its defineAction (or defineSave) or of its own doors. */
export function waysOfActions(): Way[] {
  return filesOfActions().flatMap(({ file }) => {
    const noun = path.posix.basename(path.posix.dirname(file))
    return parsed(file)
      .statements.filter((statement) => isExported(statement))
      .flatMap((statement): Way[] => {
        if (ts.isFunctionDeclaration(statement))
          return [
            {
              name: `${noun}/${statement.name?.text ?? '(default)'}`,
              asks: namedAt(statement, [...doors, 'may']),
            },
          ]
        if (!ts.isVariableStatement(statement)) return []
        return statement.declarationList.declarations.map((declared) => ({
          name: `${noun}/${declared.name.getText()}`,
          asks: permissionOf(declared.initializer),
        }))
      })
  })
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((each) => each.kind === ts.SyntaxKind.ExportKeyword)
  )
}

/** The `permission` of defineAction({ … }). */
function permissionOf(initializer: ts.Expression | undefined): string[] {
  const wrong = ['(not by defineAction)']
  if (
    !initializer ||
    !ts.isCallExpression(initializer) ||
    !['defineAction', 'defineSave'].includes(initializer.expression.getText())
  )
    return wrong
  const [definition] = initializer.arguments
  if (!definition || !ts.isObjectLiteralExpression(definition)) return wrong
  return definition.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) &&
    property.name.getText() === 'permission' &&
    ts.isStringLiteral(property.initializer)
      ? [property.initializer.text]
      : [],
  )
}

/** Sources that hand out a file: their addresses. */
export function addressesOfDownloads(): string[] {
  return served()
    .filter((file) => !file.startsWith('lib/architecture/') && file !== 'lib/platform/download.ts')
    .filter((file) =>
      /content-disposition|platform\/download'/iu.test(readFileSync(path.join(root, file), 'utf8')),
    )
    .map((file) => (file.startsWith('app/') ? addressOf(file) : file))
}
