import { z } from 'zod'
import { rowRecord } from './page-schema'

/** A row with a remark, for the workbook that goes back with its cells marked. */
export const importFileMarks = rowRecord
  .pick({ place: true, sheet: true, sheetName: true, line: true, kind: true, cells: true })
  .extend({
    problems: rowRecord.shape.problems,
    notices: rowRecord.shape.notices,
    nameCell: z.string(),
    doubleLine: z.number().nullable(),
  })
export type MarkedRow = z.output<typeof importFileMarks>
