import type { CellOddity, Merge } from '@/lib/domain/import/cells'
import { Unreadable, readerLimits } from './unreadable'
import { attribute, isOn, scanTags, type Tag } from './xml-tags'

/** What the values alone don't tell of a sheet. */
export type SheetStructure = {
  merges: Merge[]
  hiddenColumns: number[]
  isHiddenLine: (line: number) => boolean
  /** By `line * 16384 + column`. */
  odd: ReadonlyMap<number, CellOddity>
}

export const placeOf = (line: number, column: number) => line * 16_384 + column

/** Merges, what is hidden, formulas without a result: one pass over a sheet's tags. @throws {Unreadable} */
export async function readStructure(pieces: AsyncIterable<string>): Promise<SheetStructure> {
  const hidden = new Uint8Array((readerLimits.lines >> 3) + 2)
  const odd = new Map<number, CellOddity>()
  const merges: Merge[] = []
  const hiddenColumns: number[] = []
  let [line, column, cells, padded] = [0, -1, 0, 0]
  const end = { isWhole: false }
  let cell = { isFormula: false, hasValue: false, isError: false }
  const endCell = () => {
    const oddity = cell.isError ? 'errorValue' : cell.isFormula && !cell.hasValue ? 'noResult' : null
    if (oddity !== null) odd.set(placeOf(line, column), oddity)
    if (odd.size > readerLimits.oddCells) throw new Unreadable('tooHeavy')
    cell = { isFormula: false, hasValue: false, isError: false }
  }
  const beginRow = (attributes: string) => {
    endCell()
    padded += column + 1
    line = Number(attribute(attributes, 'r') ?? line + 1)
    column = -1
    if (!Number.isInteger(line) || line < 1) throw new Unreadable('broken')
    if (line > readerLimits.lines) throw new Unreadable('tooManyRows')
    if (isOn(attributes, 'hidden')) hidden[line >> 3] = (hidden[line >> 3] ?? 0) | (1 << (line & 7))
  }
  const beginCell = (attributes: string) => {
    endCell()
    column = columnOf(attribute(attributes, 'r'), column + 1)
    cell.isError = attribute(attributes, 't') === 'e'
    if (++cells > readerLimits.cells || padded > readerLimits.paddedCells) throw new Unreadable('tooHeavy')
  }
  const onTag = ({ name, attributes, isClosing, isEmpty }: Tag) => {
    if (isClosing) {
      if (name === 'worksheet') end.isWhole = true
      return
    }
    if (name === 'c') beginCell(attributes)
    else if (name === 'f') cell.isFormula = true
    else if ((name === 'v' || name === 'is') && !isEmpty) cell.hasValue = true
    else if (name === 'row') beginRow(attributes)
    else if (name === 'mergeCell') merges.push(mergeOf(attribute(attributes, 'ref') ?? ''))
    else if (name === 'col' && isOn(attributes, 'hidden')) hideColumns(attributes, hiddenColumns)
    if (merges.length > readerLimits.merges) throw new Unreadable('tooHeavy')
  }
  await scanTags(pieces, onTag)
  endCell()
  // Rows after a tear would be missing without a word.
  if (!end.isWhole) throw new Unreadable('broken')
  const isHiddenLine = (at: number) => ((hidden[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
  return { merges, hiddenColumns, isHiddenLine, odd }
}

function hideColumns(attributes: string, into: number[]) {
  const from = Number(attribute(attributes, 'min') ?? 0)
  const to = Math.min(Number(attribute(attributes, 'max') ?? 0), readerLimits.columns)
  for (let column = from; column >= 1 && column <= to; column++) into.push(column - 1)
}

/** `AB12` → 27; without a place the next one counts. */
function columnOf(place: string | null, next: number): number {
  const letters = /^([A-Za-z]+)\d*$/u.exec(place ?? '')?.[1]
  if (place !== null && letters === undefined) throw new Unreadable('broken')
  const column = letters === undefined ? next : lettersToColumn(letters)
  if (column >= 16_384) throw new Unreadable('tooWide')
  return column
}

function lettersToColumn(letters: string): number {
  let column = 0
  for (const letter of letters.slice(0, 4).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function mergeOf(ref: string): Merge {
  const match = /^([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})$/u.exec(ref)
  if (!match) throw new Unreadable('broken')
  const [, left = '', top = '', right = '', bottom = ''] = match
  return {
    fromLine: Number(top),
    toLine: Number(bottom),
    fromColumn: lettersToColumn(left),
    toColumn: lettersToColumn(right),
  }
}
