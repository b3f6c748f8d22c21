import type { LevelCodes } from '../classification'
import { levelAxes, type LevelAxis } from '../scheme'
import type { AnswerOf } from './answers'
import type { CellRead } from './cell-reading'
import { textAt, type SheetRow } from './cells'
import type { City, FileScheme } from './city-words'
import type { ColumnUse, ImportField } from './import-field'
import { readMark } from './marks'
import { readLevelCell, readTripleCell } from './read-levels'
import type { RowNotes } from './row-notes'

type Told = { given: Set<ImportField>; blank: Set<ImportField>; notes: RowNotes }

type LevelContext = {
  city: City
  scheme: FileScheme
  answerOf: AnswerOf
  wordOf?: (column: number) => string
}

/** The levels of a row, from columns of their own or from one that holds all three. */
export function readLevelsOf(
  row: SheetRow,
  uses: readonly ColumnUse[],
  { city, scheme, answerOf, wordOf }: LevelContext,
  told: Told,
): Partial<LevelCodes> {
  const levels: Partial<LevelCodes> = {}
  const take = (axis: LevelAxis, column: number, read: CellRead<string>) => {
    if (read.kind === 'blank') told.blank.add(axis)
    else if (read.kind === 'problem') {
      const answer = answerOf(axis, textAt(row, column))
      const isLevel = city.levels[scheme].some((level) => level.axis === axis && level.code === answer)
      if (answer === null || !isLevel) return void told.notes.problem(column, axis, read.code, read.args)
      levels[axis] = answer
      told.given.add(axis)
      told.notes.reading(column, axis, answer)
    } else {
      levels[axis] = read.value
      told.given.add(axis)
      if (read.value !== null && read.value !== textAt(row, column))
        told.notes.reading(column, axis, read.value)
    }
  }
  for (const axis of levelAxes) {
    const marks = uses.filter(({ means, marks }) => means === axis && marks === 'level')
    const [one, ...others] = marks.filter(({ column }) => readMark(textAt(row, column)) === 'yes')
    if (one && others.length > 0) told.notes.problem(one.column, axis, 'severalMarked')
    else if (one && wordOf)
      take(axis, one.column, readLevelCell(axis, { text: wordOf(one.column), as: 'text' }, city, scheme))
    else if (marks.length > 0) told.blank.add(axis)
  }
  for (const { column, means, marks } of uses) {
    if (marks !== undefined) continue
    const cell = row.cells.get(column)
    if (means === 'levels') {
      const triple =
        cell === undefined || textAt(row, column) === '' ? [] : readTripleCell(cell, city, scheme)
      if (triple === null)
        told.notes.problem(column, 'confidentiality', 'unknownLevel', codesOf(city, scheme))
      for (const { axis, read } of triple ?? []) take(axis, column, read)
    } else if (isLevelAxis(means)) {
      if (cell === undefined) told.blank.add(means)
      else take(means, column, readLevelCell(means, cell, city, scheme))
    }
  }
  return levels
}

function isLevelAxis(means: string): means is LevelAxis {
  return levelAxes.some((axis) => axis === means)
}

function codesOf(city: City, scheme: FileScheme): string[] {
  return city.levels[scheme].filter(({ axis }) => axis === 'confidentiality').map(({ code }) => code)
}
