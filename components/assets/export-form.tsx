import { CheckChoice, Choice } from '@/components/form/choice'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { exportLabels as words } from '@/lib/labels/export'

type ExportFormProps = {
  columns: 'screen' | 'all' | 'chosen'
  column: string[]
  choices: { value: string; label: string }[]
  asOf: string
  encoding: 'utf-8-bom' | 'cp932'
  /** The search, which comes along. */
  kept: { name: string; value: string }[]
}

/** How the ledger is written. A GET form: its answer is a file, or the page that says why there is none. */
export function ExportForm({ columns, column, choices, asOf, encoding, kept }: ExportFormProps) {
  return (
    <Section title={words.form} id="form">
      <form method="get" action="/assets/export/file">
        {kept.map(({ name, value }) => (
          <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-x-8 md:grid-cols-2">
          <Choice
            name="columns"
            label={words.columns}
            value={columns}
            options={optionsOf(words.columnSets, words.columnSetHints)}
          />
          <Choice
            name="encoding"
            label={words.encoding}
            value={encoding}
            options={optionsOf(words.encodings, words.encodingHints)}
          />
        </div>
        <div className="mb-6">
          <Disclosure summary={words.chooseColumns} open={columns === 'chosen'}>
            <div className="export-columns">
              <CheckChoice name="column" label={words.chooseColumns} options={choices} values={column} />
            </div>
          </Disclosure>
        </div>
        <TextField name="asOf" label={words.asOf} help={words.asOfHelp} value={asOf} width="half" />
        <div className="flex flex-wrap gap-3">
          <Button name="format" value="xlsx" kind="primary">
            {words.xlsx}
          </Button>
          <Button name="format" value="csv" kind="secondary">
            {words.csv}
          </Button>
          <Button kind="secondary" formAction="/assets/print">
            {words.print}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function optionsOf<Code extends string>(labels: Record<Code, string>, hints: Record<Code, string>) {
  return (Object.keys(labels) as Code[]).map((value) => ({ value, label: labels[value], hint: hints[value] }))
}
