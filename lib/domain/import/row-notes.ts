import { cellName, type CellText } from './cells'
import type { ImportField } from './import-field'
import type { CellNotice, CellProblem, NoticeCode, ProblemCode, Reading } from './problems'

/** What is said about the cells of one row while it is read. */
export type RowNotes = {
  problems: CellProblem[]
  notices: CellNotice[]
  readings: Reading[]
  /** Null, so that whoever meets a problem can answer with it. */
  problem: (at: number, field: ImportField, code: ProblemCode, args?: readonly string[]) => null
  notice: (at: number, field: ImportField, code: NoticeCode, args?: readonly string[]) => void
  reading: (at: number, field: ImportField, readAs: string) => void
}

const shown = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

export function notesOn(line: number, cells: ReadonlyMap<number, CellText>): RowNotes {
  const notes: Pick<RowNotes, 'problems' | 'notices' | 'readings'> = {
    problems: [],
    notices: [],
    readings: [],
  }
  const place = (at: number) => ({
    cell: cellName(at, line),
    written: shown(cells.get(at)?.text.trim() ?? ''),
  })
  const more = (args: readonly string[] | undefined) => (args && args.length > 0 ? { args } : {})
  return {
    ...notes,
    problem: (at, field, code, args) => {
      notes.problems.push({ ...place(at), field, code, ...more(args) })
      return null
    },
    notice: (at, field, code, args) => {
      notes.notices.push({ ...place(at), field, code, ...more(args) })
    },
    reading: (at, field, readAs) => {
      notes.readings.push({ ...place(at), field, readAs })
    },
  }
}
