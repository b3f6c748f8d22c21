import type { ColumnUse, HeadMeaning, MarkMeaning } from '@/lib/domain/import/import-field'
import type { FileScheme } from '@/lib/domain/import/city-words'
import type { SheetWish } from '@/lib/domain/import/understand-sheet'
import { isZoneCode, zoneCodes } from '@/lib/domain/reference'
import { isAxis, levelAxes, type LevelAxis } from '@/lib/domain/scheme'
import { importFieldLabels } from '@/lib/labels/import-fields'
import { importFormErrors as errors } from '@/lib/labels/import-forms'

/** What a column may be taken for, as its choice in the form says it: a field, or what a ○ in it stands for. */
export type ColumnChoice = '' | HeadMeaning | `marks-${Exclude<MarkMeaning, 'none' | 'level'> | LevelAxis}`

const isMeaning = (word: string): word is HeadMeaning => word in importFieldLabels
const marks = ['personal', 'sensitive', 'specific', ...zoneCodes, 'medium'] as const
const schemes: readonly FileScheme[] = ['current', 'earlier', 'education']

export function choiceOf(use: ColumnUse | null): ColumnChoice {
  if (use === null) return ''
  const { marks: mark, means } = use
  if (mark === undefined || mark === 'none') return means
  if (mark !== 'level') return `marks-${mark}`
  return isAxis(means) ? `marks-${means}` : means
}

function useOf(column: number, choice: string): ColumnUse | null {
  const axis = levelAxes.find((each) => choice === `marks-${each}`)
  if (axis !== undefined) return { column, means: axis, marks: 'level' }
  const mark = marks.find((each) => choice === `marks-${each}`)
  if (mark !== undefined) return { column, means: meansOf(mark), marks: mark }
  return isMeaning(choice) ? { column, means: choice } : null
}

function meansOf(mark: Exclude<MarkMeaning, 'level'>): HeadMeaning {
  if (mark === 'medium') return mark
  return isZoneCode(mark) ? 'zone' : 'personalData'
}

type Errors = Record<string, string[]>
/** What the form says of one sheet; `heads`: the lines of the head as they were when the form was drawn. */
export type SheetForm = { sheet: number; heads: { from: number; to: number } }

/** The form of a sheet as what a person has put right; or what is wrong in it. */
export function readSheetWish(
  values: Readonly<Record<string, unknown>>,
  { heads }: SheetForm,
): { wish: SheetWish } | { invalid: Errors } {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '')
  const isChosen = text('isChosen') !== ''
  const [from, to] = [lineOf(text('headFrom')), lineOf(text('headTo'))]
  if (from === null || to === null)
    return { invalid: { [from === null ? 'headFrom' : 'headTo']: [errors.headLine] } }
  if (to < from || to > from + 2) return { invalid: { headTo: [errors.headLines] } }
  const uses = Object.keys(values).flatMap((name) => {
    const column = /^column-(\d{1,3})$/u.exec(name)?.[1]
    const use = column === undefined ? null : useOf(Number(column), text(name))
    return use === null ? [] : [use]
  })
  const scheme = schemes.find((each) => each === text('scheme'))
  const departmentWord = text('departmentWord')
  // Other lines have other columns: they are found anew.
  const isSameHead = heads.from === from && heads.to === to && uses.length > 0
  const wrong = isChosen && isSameHead ? wrongColumns(uses) : {}
  if (Object.keys(wrong).length > 0) return { invalid: wrong }
  return {
    wish: {
      isChosen,
      ...(from > 0 ? { headFrom: from, headTo: to } : {}),
      ...(isSameHead ? { columns: uses } : {}),
      ...(scheme === undefined ? {} : { scheme }),
      ...(departmentWord === '' ? {} : { departmentWord }),
    },
  }
}

function lineOf(text: string): number | null {
  const folded = text.normalize('NFKC')
  return /^\d{1,4}$/u.test(folded) && Number(folded) <= 1000 ? Number(folded) : null
}

function wrongColumns(uses: readonly ColumnUse[]): Errors {
  const wrong: Errors = {}
  const first = new Map<HeadMeaning, number>()
  for (const { column, means, marks: mark } of uses) {
    if (mark !== undefined || means === 'keptByPortal') continue
    if (first.has(means)) wrong[`column-${column}`] = [errors.sameTwice(importFieldLabels[means])]
    else first.set(means, column)
  }
  const [some] = uses
  if (!first.has('name') && some) wrong[`column-${some.column}`] = [errors.noName]
  return wrong
}
