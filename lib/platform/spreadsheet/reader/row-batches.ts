import type { SheetRow } from '@/lib/domain/import/cells'
import type { RowUnderstood } from '@/lib/domain/import/understand-sheet'
import type { OpenSheet } from './open-file'
import type { ReaderLine, RoleFound, RowFound } from './reader-lines'

const batchRows = 200

type Batches = Extract<ReaderLine, { t: 'rows' | 'roles' }>

/** The rows of a sheet in batches: data with what it means, the others with their role; `before` rows were read before. */
export async function* rowBatches(
  { shape, rows }: OpenSheet,
  read: (row: SheetRow) => RowUnderstood,
  before: number,
): AsyncGenerator<Batches, void, undefined> {
  let [data, roles]: [RowFound[], RoleFound[]] = [[], []]
  let place = before
  for await (const row of rows()) {
    const understood = read(row)
    if (understood.role === 'data') data.push(rowFound(row, shape.index, ++place, understood.read))
    else addRole(roles, { line: row.line, lines: 1, role: understood.role, text: understood.text })
    if (data.length >= batchRows) {
      yield { t: 'rows', rows: data }
      data = []
    }
    if (roles.length > batchRows) {
      yield { t: 'roles', sheet: shape.index, roles: roles.slice(0, -1) }
      roles = roles.slice(-1)
    }
  }
  if (data.length > 0) yield { t: 'rows', rows: data }
  if (roles.length > 0) yield { t: 'roles', sheet: shape.index, roles }
}

function addRole(roles: RoleFound[], role: RoleFound) {
  const last = roles.at(-1)
  if (role.role === 'blank' && last?.role === 'blank' && last.line + last.lines === role.line) last.lines++
  else roles.push(role)
}

function rowFound(
  row: SheetRow,
  sheet: number,
  place: number,
  { given, blank, ...read }: Extract<RowUnderstood, { role: 'data' }>['read'],
): RowFound {
  const cells = Object.fromEntries([...row.cells].map(([column, { text }]) => [String(column), text]))
  return { ...read, place, sheet, line: row.line, cells, given: [...given], blank: [...blank] }
}
