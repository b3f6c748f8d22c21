/** What a spreadsheet takes for the beginning of a formula in a file of texts; and the guard itself. */
const dangerous = /^[=+\-@\t\r']/u
const guarded = /^'[=+\-@\t\r']/u

/**
 * A text for a CSV cell that cannot run as a formula: one leading ' before = + - @ tab CR, and before a ' (so that what is
 * read back is exact). `unguardCell` is its inverse for every text.
 */
export function guardCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** Takes off the one ' that `guardCell` has put before; any other text is as it was. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
