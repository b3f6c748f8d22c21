import { z } from 'zod'
import { keptText } from '@/lib/domain/content-rules'
import { takeOutCodes, visibilities } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import { readDate } from '@/lib/domain/japanese-date'
import { bulkEditErrors as errors } from '@/lib/labels/bulk-edit'
import type { SeenAsset } from './state-commands'

/** The fields that are changed for many assets alike; an empty text leaves one as it is. */
export const bulkFields = [
  'takeOut',
  'visibility',
  'disposalDueOn',
  'storageLocation',
  'systemManager',
] as const
export type BulkField = (typeof bulkFields)[number]
export type BulkChange = Partial<Pick<AssetContent, BulkField>>

const text = z.string().transform(keptText).pipe(z.string().max(200)).catch('').default('')
const fields = z.object({
  takeOut: z.enum(takeOutCodes).optional().catch(undefined),
  visibility: z.enum(visibilities).optional().catch(undefined),
  disposalDueOn: text,
  storageLocation: text,
  systemManager: text,
})

/** What is to be changed, from the texts of an address or a form; null where the day cannot be read. */
export function readBulkChange(typed: Record<string, unknown>): BulkChange | null {
  const { takeOut, visibility, disposalDueOn, storageLocation, systemManager } = fields.parse(typed)
  const day = readDate(disposalDueOn, '9999-12-31')
  if (day.kind !== 'date' && day.kind !== 'blank') return null
  return {
    ...(takeOut ? { takeOut } : {}),
    ...(visibility ? { visibility } : {}),
    ...(day.kind === 'date' ? { disposalDueOn: day.date } : {}),
    ...(storageLocation === '' ? {} : { storageLocation }),
    ...(systemManager === '' ? {} : { systemManager }),
  }
}

/** At most a page of the list. */
function readNumbers(given: string | string[] | undefined): bigint[] {
  const texts = given === undefined ? [] : [given].flat()
  return [...new Set(texts.filter((each) => /^[1-9]\d{0,17}$/u.test(each)))].slice(0, 30).map(BigInt)
}

type Params = Record<string, string | string[] | undefined>
/** What the page itself reads of its address; everything else narrows the list. */
const own = new Set<string>([...bulkFields, 'number', 'again', 'done', 'count'])

/** What keeps the preview back, by field. */
function lacking(numbers: readonly bigint[], changes: BulkChange | null): Record<string, string[]> {
  return {
    ...(numbers.length === 0 ? { number: [errors.nothingChosen] } : {}),
    ...(changes === null ? { disposalDueOn: [errors.badDate] } : {}),
    ...(changes && Object.keys(changes).length === 0 ? { takeOut: [errors.nothingTyped] } : {}),
  }
}

/** What an address of the page asks for: nothing yet, something that lacks, or a preview; `again`: back to the choice. */
export function readBulk(params: Params) {
  const numbers = readNumbers(params['number'])
  const typed = Object.fromEntries(bulkFields.map((field) => [field, [params[field]].flat()[0] ?? '']))
  const changes = readBulkChange(typed)
  const isAgain = params['again'] !== undefined
  const isReady = !isAgain && numbers.length > 0 && changes !== null && Object.keys(changes).length > 0
  const isAsked = numbers.length > 0 || bulkFields.some((field) => params[field] !== undefined)
  const ticked = numbers.map((number): [string, string] => ['number', String(number)])
  const narrowed = Object.entries(params).flatMap(([name, given]) =>
    own.has(name) || given === undefined
      ? []
      : [given].flat().map((value): [string, string] => [name, value]),
  )
  return {
    numbers,
    typed,
    /** What the list was narrowed to, to be sent along. */
    narrowed,
    wanted: isReady ? changes : null,
    errors: isAgain || isReady || !isAsked ? {} : lacking(numbers, changes),
    againHref: `/assets/bulk?again=1&${new URLSearchParams([...narrowed, ...ticked, ...Object.entries(typed)]).toString()}`,
  }
}

export const bulkEditSchema = z
  .looseObject({
    assets: z.string().max(2000),
    reason: z.string().trim().min(1, errors.reasonRequired).max(1000, errors.tooLong),
  })
  .transform(({ assets, reason, ...typed }, context) => {
    const seen = [...assets.matchAll(/([1-9]\d{0,17}):(\d{1,9})/gu)].map(([, given, version]): SeenAsset => ({
      number: BigInt(given ?? 0),
      version: Number(version),
    }))
    const changes = readBulkChange(typed)
    if (seen.length > 0 && changes !== null && Object.keys(changes).length > 0)
      return { seen, changes, reason }
    context.addIssue({ code: 'custom', path: ['reason'], message: errors.unfit })
    return z.NEVER
  })
export type BulkEdit = z.output<typeof bulkEditSchema>
