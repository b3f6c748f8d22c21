import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ChangeList } from '@/components/ui/change-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type {
  ComparedField,
  ComparedValues,
  School,
  SchoolAsset,
} from '@/lib/features/standard-assets/school-schema'
import type { FormAction } from '@/lib/platform/actions'
import { takeOutLabels } from '@/lib/labels/asset'
import { schoolLabels as words } from '@/lib/labels/schools'
import { standardAssetFields } from '@/lib/labels/standard-assets-pages'
import { zoneLabels } from '@/lib/labels/zones'

type SchoolDifferencesProps = { school: School; derive?: FormAction | undefined }

/** A school beside the standard ledger: what differs field by field, what it lacks, what it has for itself, what is alike. */
export function SchoolDifferences({ school, derive }: SchoolDifferencesProps) {
  const { assets, missing, code } = school
  const differing = assets.filter(({ fields }) => fields.length > 0)
  const own = assets.filter(({ said }) => said === null)
  const alike = assets.filter(({ said, fields }) => said !== null && fields.length === 0)
  return (
    <>
      <Section title={words.differing(differing.length)} id="differing">
        {differing.length === 0 && <p>{words.noneDiffering}</p>}
        <ul className="divide-y divide-gray-300">
          {differing.map((asset) => (
            <li key={asset.number} className="py-3">
              <AssetName {...asset} />
              <ChangeList changes={changesOf(asset)} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.lacking(missing.length)} id="missing">
        {missing.length === 0 && <p>{words.noneLacking}</p>}
        {missing.length > 0 && (
          <ul className="mb-4 list-disc pl-6">
            {missing.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
        {missing.length > 0 && derive && (
          <Form action={derive} fieldNames={{ school: words.school }} guarded={false}>
            <HiddenField name="school" value={code} />
            <p className="mb-2 text-14">{words.derivePurpose}</p>
            <SubmitButton>{words.deriveOne}</SubmitButton>
          </Form>
        )}
      </Section>
      <Section title={words.alone(own.length)} id="own">
        {own.length === 0 ? <p>{words.noneAlone}</p> : <Names assets={own} />}
      </Section>
      <Section title={words.alike(alike.length)} id="alike">
        {alike.length === 0 ? (
          <p>{words.noneAlike}</p>
        ) : (
          <Disclosure summary={words.showNames}>
            <Names assets={alike} />
          </Disclosure>
        )}
      </Section>
    </>
  )
}

function Names({ assets }: { assets: readonly SchoolAsset[] }) {
  return (
    <ul className="list-disc pl-6">
      {assets.map((asset) => (
        <li key={asset.number}>
          <AssetName {...asset} />
        </li>
      ))}
    </ul>
  )
}

function AssetName({ number, name, state, standard }: SchoolAsset) {
  return (
    <p>
      <a href={`/assets/${number}`}>{name}</a>
      {state === 'draft' && <span className="ml-2 text-14 text-gray-700">{words.draft}</span>}
      {standard !== null && standard !== name && (
        <span className="ml-2 text-14 text-gray-700">{words.namedOtherwise(standard)}</span>
      )}
    </p>
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
