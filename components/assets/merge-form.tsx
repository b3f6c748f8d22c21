import { AssetLevels } from '@/components/assets/asset-levels'
import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { mergeAssets } from '@/lib/features/assets/merge-actions'
import { mergeLabels as words } from '@/lib/labels/merge'
import type { MergeCandidate } from './merge-choice'

type MergeFormProps = {
  compared: MergeCandidate[]
  differences: { field: string; values: string[] }[]
  isProposed: boolean
  againHref: string
}

/** The duplicates side by side, and which of them is left. */
export function MergeForm({ compared, differences, isProposed, againHref }: MergeFormProps) {
  const again = (
    <ButtonLink kind="quiet" href={againHref}>
      {words.again}
    </ButtonLink>
  )
  return (
    <Section id="compare" title={words.compareTitle} lead={words.compareLead}>
      <Comparison compared={compared} differences={differences} />
      {isProposed ? (
        <>
          <Notice kind="warn" title={words.proposed} />
          {again}
        </>
      ) : (
        <Form action={mergeAssets} fieldNames={{ keep: words.keep, reason: words.reason }}>
          <HiddenField
            name="assets"
            value={compared.map(({ number, version }) => `${number}:${version}`).join(' ')}
          />
          <Choice
            name="keep"
            label={words.keep}
            help={words.keepHelp}
            required
            options={compared.map(({ name, number }) => ({
              value: number,
              label: words.keepOption(name, number),
            }))}
          />
          <TextArea name="reason" label={words.reason} required maxLength={1000} />
          <FormActs>
            <SubmitButton>{words.act}</SubmitButton>
            {again}
          </FormActs>
        </Form>
      )}
    </Section>
  )
}

function Comparison({ compared, differences }: Pick<MergeFormProps, 'compared' | 'differences'>) {
  const head = (
    <Row>
      <HeadCell>{words.field}</HeadCell>
      {compared.map(({ number }) => (
        <HeadCell key={number}>{words.of(number)}</HeadCell>
      ))}
    </Row>
  )
  return (
    <div className="mb-6">
      <Table caption={words.compareTitle} captionHidden head={head}>
        <Row>
          <Cell rowHead label={words.field}>
            {words.levels}
          </Cell>
          {compared.map(({ number, levels }) => (
            <Cell key={number} label={words.of(number)}>
              <AssetLevels {...levels} />
            </Cell>
          ))}
        </Row>
        {differences.map(({ field, values }) => (
          <Row key={field}>
            <Cell rowHead label={words.field}>
              {field}
            </Cell>
            {compared.map(({ number }, at) => (
              <Cell key={number} label={words.of(number)}>
                {values[at] === '' ? <span className="text-gray-700">{words.notEntered}</span> : values[at]}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
      {differences.length === 0 && <p className="mt-3">{words.same}</p>}
    </div>
  )
}
