import { z } from 'zod'
import { takeOutCodes, type TakeOut } from '@/lib/domain/asset'
import { zoneCodes, type ZoneCode } from '@/lib/domain/reference'
import { standardAssetLabels as words } from '@/lib/labels/standard-assets-pages'

/** A row of the standard school ledger. `importance` is a level's code of the education scheme. */
export type StandardAssetEntry = {
  name: string
  importance: string
  zoneCode: ZoneCode | null
  storageLocation: string | null
  userScope: string | null
  takeOut: TakeOut | null
  retention: string | null
  medium: string | null
}

const text = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFC').trim())
const textOrNone = text
  .transform((typed) => (typed === '' ? null : typed))
  .pipe(z.string().max(200, words.tooLong).nullable())

/** One of a list, or nothing. */
function codeOrNone<Code extends string>(codes: readonly Code[]) {
  return z.preprocess(
    (given) => (given === '' || given === undefined ? null : given),
    z.enum(codes).nullable(),
  )
}

const fields = {
  name: text.pipe(z.string().min(1, words.missing).max(200, words.tooLong)),
  importance: text.pipe(z.string().min(1, words.chooseImportance).max(10)),
  zoneCode: codeOrNone(zoneCodes),
  storageLocation: textOrNone,
  userScope: textOrNone,
  takeOut: codeOrNone(takeOutCodes),
  retention: textOrNone,
  medium: textOrNone,
}

export const addStandardAssetInput = z.object(fields)
export const editStandardAssetInput = z.object({
  id: z
    .string()
    .regex(/^\d{1,18}$/u)
    .transform(BigInt),
  version: z.coerce.number().int(),
  ...fields,
})
export type StandardAssetEdit = z.output<typeof editStandardAssetInput>
