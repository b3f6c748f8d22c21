import type { z } from 'zod'
import type { CsvRow } from './csv'

/** What is wrong with one line of a file, in words that say how to mend it. */
export type LineProblem = { line: number; message: string }
export type FileRows<T> = { rows: { line: number; value: T }[]; problems: LineProblem[] }

/** Reads every row by the schema; the cells keep the file's column names. Wrong rows are told, not dropped silently. */
export function readFileRows<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly CsvRow[],
): FileRows<z.output<Schema>> {
  const read: FileRows<z.output<Schema>> = { rows: [], problems: [] }
  for (const { line, cells } of rows) {
    const parsed = schema.safeParse(cells)
    if (parsed.success) read.rows.push({ line, value: parsed.data })
    else for (const issue of parsed.error.issues) read.problems.push({ line, message: inWords(issue) })
  }
  return read
}

function inWords(issue: z.core.$ZodIssue): string {
  const [column] = issue.path
  return column === undefined ? issue.message : `${String(column)}: ${issue.message}`
}
