import type { AssetContent } from '@/lib/domain/asset-content'
import {
  assetStateLabels,
  audienceLabels,
  kindLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from './asset'
import { disposalMethodLabels } from './disposal'
import { formatDate, formatDateWithoutWeekday } from './dates'
import { emptyCellLabels, zoneLabels } from './zones'

const day = /^\d{4}-\d{2}-\d{2}$/
const number = new Intl.NumberFormat('ja-JP')

/** An asset's content as the texts of its form: days in 和暦, yes/no, empty for null. */
export function assetFormValues(content: AssetContent): Record<string, string> {
  return Object.fromEntries(Object.entries(content).map(([field, value]) => [field, formText(value)]))
}

function formText(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  return day.test(value) ? formatDateWithoutWeekday(value) : value
}

const wordsByField: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kindCode: kindLabels,
  personalData: personalDataLabels,
  myNumberUse: myNumberUseLabels,
  takeOut: takeOutLabels,
  visibility: visibilityLabels,
  audience: audienceLabels,
  state: assetStateLabels,
  disposalMethod: disposalMethodLabels,
  zone: { ...zoneLabels, notApplicable: emptyCellLabels.notApplicable },
  zoneCode: zoneLabels,
  zoneCell: {
    ...zoneLabels,
    notApplicable: emptyCellLabels.notApplicable,
    notEntered: emptyCellLabels.notEntered,
  },
}

/** One stored value in words, for differences and the trail; '' for nothing. */
export function valueInWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return number.format(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (day.test(value)) return formatDate(value)
  return wordsByField[field]?.[value] ?? value
}
