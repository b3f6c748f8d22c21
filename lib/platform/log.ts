/** For the operator: what failed and where, never what somebody typed (a database error's message may quote it). */
export function logFault(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  process.stderr.write(`${[`${name}${code}`, ...stack.slice(0, 8)].join('\n')}\n`)
}
