import { z } from 'zod'
import { mergeFormErrors as errors } from '@/lib/labels/merge'
import type { SeenAsset } from './state-commands'

/** How many others are compared at once. */
export const mergeLimit = 9

/** The duplicates as they were compared: `number:version` each; `keep`: the number of the one that is left. */
export const mergeSchema = z
  .object({
    assets: z.string().max(1000),
    keep: z.string(errors.keepRequired).regex(/^[1-9]\d{0,17}$/u, errors.keepRequired),
    reason: z.string().trim().min(1, errors.reasonRequired).max(1000, errors.tooLong),
  })
  .transform(({ assets, keep, reason }, context) => {
    const seen = [...assets.matchAll(/([1-9]\d{0,17}):(\d{1,9})/gu)].map(
      ([, number, version]): SeenAsset => ({ number: BigInt(number ?? 0), version: Number(version) }),
    )
    const kept = seen.find(({ number }) => String(number) === keep)
    if (!kept || seen.length < 2) {
      context.addIssue({ code: 'custom', path: ['keep'], message: errors.keepRequired })
      return z.NEVER
    }
    return { kept, gone: seen.filter((each) => each !== kept), reason }
  })
export type Merge = z.output<typeof mergeSchema>

/** The numbers ticked in an address: at most as many as are compared at once, the asset itself left out. */
export function readOthers(wanted: string | string[] | undefined, number: bigint): bigint[] {
  const given = wanted === undefined ? [] : [wanted].flat()
  const numbers = given.filter((text) => /^[1-9]\d{0,17}$/u.test(text)).map(BigInt)
  return [...new Set(numbers)].filter((each) => each !== number).slice(0, mergeLimit)
}
