import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { ChangeList, type Change } from '@/components/ui/change-list'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { undoAsset } from '@/lib/features/assets/undo-actions'
import { momentInWords } from '@/lib/labels/sign-in'
import { undoLabels as words } from '@/lib/labels/undo'

type Version = { version: number; from: Date; to: Date; savedBy: string | null; changes: number }

/** The versions that said something else than now. */
export function UndoVersions({ versions, here }: { versions: Version[]; here: string }) {
  if (versions.length === 0) return <Empty why={words.none} todo={words.noneTodo} />
  return (
    <Section id="versions" title={words.versions}>
      <ol className="grid gap-4">
        {versions.map(({ version, from, to, savedBy, changes }) => (
          <li key={version} className="border-l-4 border-gray-300 pl-4">
            <p className="flex flex-wrap gap-x-4">
              <span className="font-bold">{words.version(version)}</span>
              <span>{words.period(momentInWords(from), momentInWords(to))}</span>
              {savedBy && <span className="text-14">{words.changedBy(savedBy)}</span>}
              <span className="text-14">{words.changed(changes)}</span>
            </p>
            <p>
              <a href={`${here}?version=${version}`}>{words.chooseOf(version)}</a>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

type UndoFormProps = {
  number: string
  seen: number
  here: string
  chosen: { version: number; zoneStays: boolean; atOnce: Change[]; proposed: Change[] }
}

/** What would change, at once and after approval, and the button that does it. */
export function UndoForm({ number, seen, here, chosen }: UndoFormProps) {
  const { version, zoneStays, atOnce, proposed } = chosen
  const parts = [
    { title: words.proposed, changes: proposed },
    { title: words.atOnce, changes: atOnce },
  ]
  return (
    <Section id="preview" title={words.preview(version)}>
      {zoneStays && <Notice kind="warn" title={words.zoneStays} />}
      {parts.map(
        ({ title, changes }) =>
          changes.length > 0 && (
            <div key={title} className="mb-6">
              <h3 className="mb-2 text-16 font-bold">{title}</h3>
              <ChangeList changes={changes} />
            </div>
          ),
      )}
      <Form action={undoAsset} fieldNames={{ reason: words.reason }}>
        <HiddenField name="number" value={number} />
        <HiddenField name="version" value={String(seen)} />
        <HiddenField name="to" value={String(version)} />
        <TextArea name="reason" label={words.reason} required maxLength={1000} />
        <FormActs>
          <SubmitButton>{words.act}</SubmitButton>
          <ButtonLink kind="quiet" href={here}>
            {words.again}
          </ButtonLink>
        </FormActs>
      </Form>
    </Section>
  )
}
