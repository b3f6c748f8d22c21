import { z } from 'zod'
import { successionKinds } from '@/lib/domain/department'
import type { DepartmentEntry, SuccessionEntry } from '@/lib/domain/organization-plan'
import { categoryCodes, executiveBodyCodes } from '@/lib/domain/reference'
import {
  departmentColumns as columns,
  departmentFileLabels as words,
  successionColumns,
} from '@/lib/labels/departments-file'
import { categoryLabels, executiveBodyLabels, successionKindLabels } from '@/lib/labels/organization'
import { writtenDay, writtenDayOrNone } from '@/lib/platform/written-day'

const text = z.string().default('')
const code = text.pipe(z.string().min(1, words.missing).max(20, words.codeTooLong))
const codeOrNone = text.transform((given) => (given === '' ? null : given))

/** A column that holds one of a list's Japanese names. */
function named<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
  wrong: string,
) {
  return text.transform((given, context): Code => {
    const found = codes.find((each) => labels[each] === given.normalize('NFKC'))
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}

/** One line of the file of departments. */
export const departmentFileRow = z
  .object({
    [columns.code]: code,
    [columns.name]: text.pipe(z.string().min(1, words.missing).max(100, words.nameTooLong)),
    [columns.category]: named(categoryCodes, categoryLabels, words.category),
    [columns.executiveBody]: named(executiveBodyCodes, executiveBodyLabels, words.executiveBody),
    [columns.parentCode]: codeOrNone,
    [columns.validFrom]: writtenDay(words.missing),
    [columns.validTo]: writtenDayOrNone,
  })
  .transform((row, context): DepartmentEntry => {
    const validFrom = row[columns.validFrom]
    const validTo = row[columns.validTo]
    if (validTo !== null && validTo < validFrom)
      context.addIssue({ code: 'custom', path: [columns.validTo], message: words.periodReversed })
    return {
      code: row[columns.code],
      name: row[columns.name],
      categoryCode: row[columns.category],
      executiveBodyCode: row[columns.executiveBody],
      parentCode: row[columns.parentCode],
      validFrom,
      validTo,
    }
  })

/** One line of the file of reorganisations: several successors stand in one cell, `0820|0830`. */
export const successionFileRow = z
  .object({
    [successionColumns.effectiveOn]: writtenDay(words.missing),
    [successionColumns.kind]: named(successionKinds, successionKindLabels, words.kind),
    [successionColumns.fromCode]: code,
    [successionColumns.toCodes]: text.pipe(z.string().min(1, words.missing)),
  })
  .transform((row): SuccessionEntry[] =>
    row[successionColumns.toCodes]
      .split(/[|｜]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((toCode) => ({
        effectiveOn: row[successionColumns.effectiveOn],
        kind: row[successionColumns.kind],
        fromCode: row[successionColumns.fromCode],
        toCode,
      })),
  )

/** What the files must have; the last day may be absent from a file of current departments. */
export const departmentFileColumns: readonly string[] = Object.values(columns).filter(
  (column) => column !== columns.validTo,
)
export const successionFileColumns: readonly string[] = Object.values(successionColumns)
