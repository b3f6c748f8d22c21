const longest = 31

/** Names that a workbook takes for its sheets, each once: without []:*?/\\ and ' at the ends, at most 31 characters. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/gu, ' ')
        .replace(/^'+|'+$/gu, '')
        .trim() || '-'
    for (let time = 1; ; time++) {
      const end = time === 1 ? '' : ` ${time}`
      const one = `${clean.slice(0, longest - end.length)}${end}`
      // A workbook takes A and a for the same.
      if (taken.has(one.toLowerCase())) continue
      taken.add(one.toLowerCase())
      return one
    }
  })
}
