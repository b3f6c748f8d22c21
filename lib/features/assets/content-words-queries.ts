import { assetFields } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import { assetFieldLabels } from '@/lib/labels/asset'
import { valueInWords } from '@/lib/labels/asset-values'
import { emptyCellLabels } from '@/lib/labels/zones'
import type { Vocabulary } from './vocabulary-queries'

/** What people write about an asset, in words, by the field of the form; a gap is an empty text. */
export function contentInWords(content: AssetContent, vocabulary: Pick<Vocabulary, 'zones' | 'kinds'>) {
  const words: Record<string, string> = {}
  for (const [field, value] of Object.entries(content)) words[field] = valueInWords(field, value)
  const zone = vocabulary.zones.find(({ code }) => code === content.zone)
  words['zoneCode'] = zone?.label ?? (content.zone === null ? '' : emptyCellLabels.notApplicable)
  words['kindCode'] =
    vocabulary.kinds.find(({ code }) => code === content.kindCode)?.label ?? content.kindCode
  return words
}

/** The fields that these do not all say alike, in the order of the form, with what each says. */
export function differencesInWords(contents: readonly Readonly<Record<string, string>>[]) {
  return assetFields.flatMap((field) => {
    const values = contents.map((each) => each[field] ?? '')
    return new Set(values).size > 1 ? [{ field: assetFieldLabels[field], values }] : []
  })
}
