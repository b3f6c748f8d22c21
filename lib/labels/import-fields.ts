import type { HeadMeaning, ImportField } from '@/lib/domain/import/import-field'
import {
  assetFieldLabels,
  audienceLabels,
  kindLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from './asset'
import { emptyCellLabels, zoneLabels } from './zones'

const { departmentId, zoneCode, ...fields } = assetFieldLabels

/** What a column of a ledger is taken for. */
export const importFieldLabels: Record<HeadMeaning, string> = {
  ...fields,
  zone: zoneCode,
  department: departmentId,
  departmentCode: '部署コード',
  bureau: '部局',
  scheme: '分類体系',
  keptByPortal: '取り込まない列（ポータルが記録します）',
  mediumAndPlace: '媒体と保管場所',
  levels: '機密性・完全性・可用性',
}

const choices: Partial<Record<ImportField, Readonly<Record<string, string>>>> = {
  kindCode: kindLabels,
  zone: { ...zoneLabels, notApplicable: emptyCellLabels.notApplicable },
  personalData: personalDataLabels,
  myNumberUse: myNumberUseLabels,
  takeOut: takeOutLabels,
  visibility: visibilityLabels,
  audience: audienceLabels,
}

/** What can be written in a field, in words. */
export function choicesOf(field: ImportField): string {
  return Object.values(choices[field] ?? { yes: '有', no: '無' }).join('・')
}

/** What can be chosen for a word that nobody could read; `only`: these of it. */
export function choiceOptions(
  field: ImportField,
  only?: readonly string[],
): { value: string; label: string }[] {
  return Object.entries(choices[field] ?? {})
    .filter(([value]) => only === undefined || only.includes(value))
    .map(([value, label]) => ({ value, label }))
}
