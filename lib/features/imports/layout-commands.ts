import 'server-only'
import type { z } from 'zod'
import type { ImportRefusal } from '@/lib/domain/import/import-state'
import { isChoice } from '@/lib/domain/import/choices'
import type { ImportField } from '@/lib/domain/import/import-field'
import { importFieldLabels } from '@/lib/labels/import-fields'
import { importFormErrors as errors } from '@/lib/labels/import-forms'
import { encodings } from '@/lib/platform/spreadsheet/reader/open-file'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import { actOn } from './act-commands'
import type { answerWordsSchema, readAgainSchema } from './form-schema'
import { readSheetWish } from './layout-schema'
import type { FileWish } from './page-schema'
import { findImport } from './queries'

type Actor = May<'asset.import'>
type Done = Promise<Verdict<{ id: bigint }, ImportRefusal>>

/** この読み方で読み直す: keeps what a person has put right about one sheet, and has the file read anew. */
export async function readOwnAgain(actor: Actor, input: z.output<typeof readAgainSchema>): Done {
  const { id, version } = input
  const found = await findImport(actor, id)
  const index = Number(input['sheet'])
  const sheet = found?.found?.sheets.find((each) => each.index === index)
  if (!found || !sheet) return { refused: 'gone' }
  const read = readSheetWish(input, { sheet: index, heads: { from: sheet.headFrom, to: sheet.headTo } })
  if ('invalid' in read) return read
  const encoding = encodings.find((each) => each === input['encoding'])
  const wish: FileWish = {
    ...found.wish,
    ...(encoding === undefined ? {} : { encoding }),
    sheets: { ...found.wish.sheets, [index]: read.wish },
  }
  const isTaken = (each: { index: number; isTaken: boolean }) =>
    wish.sheets?.[each.index]?.isChosen ?? each.isTaken
  if (!found.found?.sheets.some(isTaken)) return { invalid: { isChosen: [errors.noSheet] } }
  const blanks = input['blanks'] === 'clear' ? 'clear' : 'keep'
  const reason = typeof input['reason'] === 'string' ? input['reason'].trim().slice(0, 1000) : ''
  const text = JSON.stringify({ ...wish, blanks, reclassificationReason: reason === '' ? null : reason })
  return actOn(
    actor,
    id,
    'import.readAgain',
    { sheet: sheet.name.slice(0, 100) },
    (db) => db.$queryRaw`select set_layout(${id}, ${version}::int, ${text}::jsonb) as said`,
  )
}

const isField = (word: string): word is ImportField =>
  word in importFieldLabels && word !== 'levels' && word !== 'mediumAndPlace'

/** 決めて読み直す: one answer for each word that nobody could read. */
export async function answerOwnWords(actor: Actor, input: z.output<typeof answerWordsSchema>): Done {
  const { id, version } = input
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '')
  const answers = Object.keys(input).flatMap((name) => {
    const at = /^word-(\d{1,4})$/u.exec(name)?.[1]
    if (at === undefined) return []
    const [field, written, chosen] = [text(`field-${at}`), text(`written-${at}`), text(name)]
    return isField(field) && written !== '' && chosen !== '' && isChoice(field, chosen)
      ? [{ field, written, chosen }]
      : []
  })
  return actOn(
    actor,
    id,
    'import.wordsAnswered',
    { words: answers.length },
    (db) =>
      db.$queryRaw`select answer_words(${id}, ${version}::int, ${JSON.stringify(answers)}::jsonb) as said`,
  )
}
