import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ChangeList } from '@/components/ui/change-list'
import type { ComparedField, ComparedValues, SchoolAsset } from '@/lib/features/standard-assets/school-schema'
import { takeOutLabels } from '@/lib/labels/asset'
import { alignLabels as words } from '@/lib/labels/schools'
import { standardAssetFields } from '@/lib/labels/standard-assets-pages'
import { zoneLabels } from '@/lib/labels/zones'
import type { FormAction } from '@/lib/platform/actions'
import { AssetName } from './asset-name'

type AlignFormProps = {
  code: string
  assets: readonly SchoolAsset[]
  /** Absent for whoever only looks. */
  align?: FormAction | undefined
  areChosen: boolean
}

/** What differs field by field; for whoever keeps the school's ledger, a form that takes over what the standard says. */
export function AlignForm({ code, assets, align, areChosen }: AlignFormProps) {
  const list = (
    <ul className="divide-y divide-gray-300">
      {assets.map((asset) => (
        <li key={asset.number} className="flex items-start gap-2 py-3">
          {align && <Choice {...asset} isChosen={areChosen} />}
          <div className="min-w-0 grow">
            <AssetName {...asset} />
            <ChangeList changes={changesOf(asset)} />
          </div>
        </li>
      ))}
    </ul>
  )
  if (!align) return list
  return (
    <Form action={align} fieldNames={{ asset: words.asset }} guarded={false} isWide>
      <HiddenField name="school" value={code} />
      <p className="mb-4 max-w-3xl">{words.purpose}</p>
      <p className="mb-2 flex flex-wrap gap-x-6 text-14">
        <a href="?choose=all">{words.chooseAll}</a>
        {areChosen && <a href="?">{words.chooseNone}</a>}
      </p>
      <div id="field-asset" tabIndex={-1}>
        {list}
      </div>
      <div className="sticky bottom-0 z-10 border-t border-gray-420 bg-white py-3">
        <SubmitButton>{words.act}</SubmitButton>
      </div>
    </Form>
  )
}

function Choice({ number, name, isChosen }: SchoolAsset & { isChosen: boolean }) {
  return (
    <label className="inline-flex size-8 shrink-0 items-center justify-center">
      <span className="sr-only">{words.chooseOf(name)}</span>
      <input
        type="checkbox"
        name="asset"
        value={number}
        defaultChecked={isChosen}
        className="size-5 accent-blue-900"
      />
    </label>
  )
}

function changesOf({ said, school, fields }: SchoolAsset) {
  return fields.map((field) => ({
    field: standardAssetFields[field],
    before: said === null ? '' : inWords(field, said),
    after: inWords(field, school),
  }))
}

function inWords(field: ComparedField, values: ComparedValues): string {
  if (field === 'zoneCode') return values.zoneCode === null ? '' : zoneLabels[values.zoneCode]
  if (field === 'takeOut') return values.takeOut === null ? '' : takeOutLabels[values.takeOut]
  return values[field] ?? ''
}
