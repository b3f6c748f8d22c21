import { CheckChoice, Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { moveAssets } from '@/lib/features/assets/move-actions'
import { moveLabels as words } from '@/lib/labels/moves'

type MoveFormProps = {
  id: string
  assets: { number: string; name: string }[]
  withheld: number
  successors: { id: string; name: string }[]
}

/** One successor: everything goes there at once. Several: one chooses what goes where. */
export function MoveForm({ id, assets, withheld, successors }: MoveFormProps) {
  const [only] = successors
  if (!only) return <p>{words.noSuccessor}</p>
  const isOnly = successors.length === 1
  return (
    <Form action={moveAssets} guarded={false} fieldNames={{ to: words.successor, assets: words.assets }}>
      <HiddenField name="from" value={id} />
      {isOnly ? (
        <>
          <HiddenField name="to" value={only.id} />
          <HiddenField name="whole" value="1" />
          <ul className="mb-4 list-disc pl-6">
            {assets.map((asset) => (
              <li key={asset.number}>{asset.name}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <CheckChoice
            name="assets"
            label={words.assets}
            options={assets.map((asset) => ({ value: asset.number, label: asset.name }))}
          />
          <Choice
            name="to"
            label={words.successor}
            required
            options={successors.map((successor) => ({ value: successor.id, label: successor.name }))}
          />
        </>
      )}
      {withheld > 0 && <p className="mb-4 text-14">{words.withheld(withheld)}</p>}
      <SubmitButton>{isOnly ? words.whole(assets.length + withheld, only.name) : words.some}</SubmitButton>
    </Form>
  )
}
