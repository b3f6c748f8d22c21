import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { School, SchoolAsset } from '@/lib/features/standard-assets/school-schema'
import type { FormAction } from '@/lib/platform/actions'
import { schoolLabels as words } from '@/lib/labels/schools'
import { AlignForm } from './align-form'
import { AssetName } from './asset-name'

type Offered = { align?: FormAction | undefined; areChosen: boolean }
type SchoolDifferencesProps = Offered & { school: School; derive?: FormAction | undefined }

/** A school beside the standard ledger: what differs field by field, what it lacks, what it has for itself, what is alike. */
export function SchoolDifferences({ school, derive, align, areChosen }: SchoolDifferencesProps) {
  const { assets, missing, code } = school
  const differing = assets.filter(({ fields }) => fields.length > 0)
  const own = assets.filter(({ said }) => said === null)
  const alike = assets.filter(({ said, fields }) => said !== null && fields.length === 0)
  return (
    <>
      <p className="mb-6">
        <a href={`/assets?department=${code}`}>{words.ledger}</a>
      </p>
      <Section title={words.differing(differing.length)} id="differing">
        {differing.length === 0 && <p>{words.noneDiffering}</p>}
        {differing.length > 0 && (
          <AlignForm code={code} assets={differing} align={align} areChosen={areChosen} />
        )}
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
            <SubmitButton kind={align && differing.length > 0 ? 'secondary' : 'primary'}>
              {words.deriveOne}
            </SubmitButton>
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
