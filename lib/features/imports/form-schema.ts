import { z } from 'zod'
import { importShows, skipReasons } from '@/lib/domain/import/import-state'
import { importFormErrors } from '@/lib/labels/import-forms'
import { readImportKey } from './schema'

const id = z.string().transform((text, context) => {
  const read = readImportKey(text)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: importFormErrors.gone })
  return z.NEVER
})
const version = z.coerce.number().int().min(1)

export const importActSchema = z.object({ id, version })

export const confirmImportSchema = importActSchema.extend({
  /** Made with the page: a second press is answered like the first. */
  request: z.uuid(),
})

export const skipRowsSchema = importActSchema
  .extend({
    show: z.enum(importShows).catch('refused'),
    /** `all`: every row that can't come in as it is. */
    which: z.enum(['chosen', 'all']).catch('chosen'),
    selected: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split('\n')
          .filter((line) => /^\d{1,5}$/u.test(line))
          .map(Number),
      ),
    reason: z.enum(skipReasons, importFormErrors.reasonRequired),
    other: z.string().trim().max(150, importFormErrors.tooLong(150)).default(''),
  })
  .check((context) => {
    const { which, selected, reason, other } = context.value
    if (which === 'chosen' && selected.length === 0)
      context.issues.push({
        code: 'custom',
        input: selected,
        path: ['selected'],
        message: importFormErrors.nothingSelected,
      })
    if (reason === 'other' && other === '')
      context.issues.push({
        code: 'custom',
        input: other,
        path: ['other'],
        message: importFormErrors.otherRequired,
      })
  })

export const unskipRowSchema = importActSchema.extend({ place: z.coerce.number().int().min(1) })

/** One row: what is typed comes as `field-<name of the field>`. */
export const mendRowSchema = importActSchema
  .extend({ place: z.coerce.number().int().min(1), show: z.enum(importShows).catch('refused') })
  .loose()

/** The columns of the sheets: `column-<sheet>-<column>`, `head-from-<sheet>`, `sheet` for each that is taken. */
export const readAgainSchema = importActSchema.loose()

/** One answer for each word: `word-<n>` with `written-<n>` and `field-<n>`. */
export const answerWordsSchema = importActSchema.loose()

export const endMappingSchema = z.object({ id })
