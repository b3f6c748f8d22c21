/**
 * One line about an error for logs and for the table of runs: no stack, no password of a URL, at most 500 characters.
 * The database's `detail`, which may quote rows, is left out.
 */
export function inPlainWords(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(inPlainWords).join('; ').slice(0, 500)
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  const text = error instanceof Error ? error.message || error.name : String(error)
  return `${withoutSecrets(text)}${code}`.slice(0, 500)
}

/** Passwords in URLs, `password=…`, and long runs of hexadecimal digits, which keys and session secrets are. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/(\w+:\/\/[^\s:/@]*):[^\s@]*@/gu, '$1:…@')
    .replaceAll(/((?:password|secret|token)["']?\s*[=:]\s*)\S+/giu, '$1…')
    .replaceAll(/\b[0-9a-f]{32,}\b/giu, '…')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
