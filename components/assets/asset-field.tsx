import { Choice } from '@/components/form/choice'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { DateField, NumberField, TextField } from '@/components/form/text-field'
import type { AssetField } from '@/lib/domain/asset'
import {
  assetFieldLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from '@/lib/labels/asset'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'

/** Fields that the form's own steps show: kind, department, zone, and what the portal fills in. */
export type PlainField = Exclude<AssetField, 'kindCode' | 'departmentId' | 'zoneCode' | 'lastConfirmedOn'>

type Look =
  | { as: 'text' | 'date' | 'yesNo'; help?: string; required?: boolean }
  | { as: 'area'; help?: string; rows: number }
  | { as: 'count'; help?: string; unit: string }
  | { as: 'radio' | 'select'; help?: string; options: Record<string, string> }

const looks: Record<PlainField, Look> = {
  name: { as: 'text', required: true },
  nameKana: { as: 'text', help: words.kanaHelp },
  task: { as: 'text' },
  description: { as: 'area', rows: 3 },
  systemManager: { as: 'text' },
  cityWide: { as: 'yesNo' },
  personalData: { as: 'radio', help: words.personalHelp, options: personalDataLabels },
  myNumberUse: { as: 'radio', options: myNumberUseLabels },
  dataSubjects: { as: 'count', help: words.subjectsHelp, unit: words.people },
  personalFileNumber: { as: 'text' },
  personalFileExemption: { as: 'text' },
  handlingNotes: { as: 'area', rows: 3 },
  medium: { as: 'text', help: words.mediumHelp },
  storageLocation: { as: 'text' },
  userScope: { as: 'text' },
  takeOut: { as: 'select', options: takeOutLabels },
  retention: { as: 'text' },
  disposalDueOn: { as: 'date' },
  hasBackup: { as: 'yesNo' },
  recoveryHours: { as: 'count', unit: words.hours },
  outsourcedTo: { as: 'text' },
  outsourcingEndsOn: { as: 'date' },
  outsourcingCheckedOn: { as: 'date' },
  subcontracted: { as: 'yesNo' },
  cloudService: { as: 'text' },
  cloudIsmap: { as: 'yesNo' },
  cloudCountries: { as: 'text' },
  cloudStandardTerms: { as: 'yesNo' },
  cloudApproval: { as: 'text' },
  mfaBasis: { as: 'area', rows: 2 },
  snsOwner: { as: 'text' },
  visibility: { as: 'radio', help: words.visibilityHelp, options: visibilityLabels },
  nextReviewOn: { as: 'date' },
  registeredOn: { as: 'date', required: true },
  remarks: { as: 'area', rows: 3 },
}

/** One field of an asset: the same in every form that asks for it. */
export function AssetFieldControl({ field, value }: { field: PlainField; value: string | undefined }) {
  const look = looks[field]
  const shared = { name: field, label: assetFieldLabels[field], help: look.help, value }
  const options =
    'options' in look ? Object.entries(look.options).map(([code, label]) => ({ value: code, label })) : []
  switch (look.as) {
    case 'text':
      return <TextField {...shared} required={look.required} />
    case 'date':
      return <DateField {...shared} required={look.required} />
    case 'area':
      return <TextArea {...shared} rows={look.rows} />
    case 'count':
      return <NumberField {...shared} unit={look.unit} />
    case 'radio':
      return <Choice {...shared} inline options={options} />
    case 'select':
      return <Select {...shared} options={options} emptyLabel={words.unanswered} />
    case 'yesNo':
      return (
        <Select
          {...shared}
          emptyLabel={words.unanswered}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )
  }
}
