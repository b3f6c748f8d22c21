import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { takeOutCodes } from '@/lib/domain/asset'
import { zoneCodes } from '@/lib/domain/reference'
import type { LevelDefinition } from '@/lib/domain/scheme'
import { addToStandardLedger, saveStandardAsset } from '@/lib/features/standard-assets/actions'
import type { StandardAssetEntry } from '@/lib/features/standard-assets/schema'
import { takeOutLabels } from '@/lib/labels/asset'
import {
  standardAssetFields as fields,
  standardAssetLabels as words,
} from '@/lib/labels/standard-assets-pages'
import { zoneLabels } from '@/lib/labels/zones'

type StandardAssetFormProps = {
  levels: LevelDefinition[]
  row?: StandardAssetEntry & { id: bigint; version: number }
}

/** One row of the standard school ledger, for new and for edit. */
export function StandardAssetForm({ levels, row }: StandardAssetFormProps) {
  const zones = zoneCodes.map((value) => ({ value, label: zoneLabels[value] }))
  const takeOuts = takeOutCodes.map((value) => ({ value, label: takeOutLabels[value] }))
  return (
    <Form action={row ? saveStandardAsset : addToStandardLedger} fieldNames={fields}>
      {row && <HiddenField name="id" value={row.id.toString()} />}
      {row && <HiddenField name="version" value={String(row.version)} />}
      <FormSection title={words.what} purpose={words.whatPurpose}>
        <TextField name="name" label={fields.name} value={row?.name} maxLength={200} required />
        <Choice
          name="importance"
          label={fields.importance}
          options={levels.map(({ code, label, criterion }) => ({ value: code, label, hint: criterion }))}
          value={row?.importance}
          required
        />
      </FormSection>
      <FormSection title={words.where} purpose={words.wherePurpose}>
        <Select
          name="zoneCode"
          label={fields.zoneCode}
          help={words.noZone}
          options={zones}
          value={row?.zoneCode ?? ''}
        />
        <TextField name="medium" label={fields.medium} value={row?.medium ?? ''} maxLength={200} />
        <TextField
          name="storageLocation"
          label={fields.storageLocation}
          value={row?.storageLocation ?? ''}
          maxLength={200}
        />
        <TextField name="userScope" label={fields.userScope} value={row?.userScope ?? ''} maxLength={200} />
        <Select name="takeOut" label={fields.takeOut} options={takeOuts} value={row?.takeOut ?? ''} />
        <TextField
          name="retention"
          label={fields.retention}
          value={row?.retention ?? ''}
          width="half"
          maxLength={200}
        />
      </FormSection>
      <FormActs>
        <SubmitButton>{row ? words.editAct : words.addAct}</SubmitButton>
      </FormActs>
    </Form>
  )
}
