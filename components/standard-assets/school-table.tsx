import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { SchoolLine } from '@/lib/features/standard-assets/school-schema'
import type { FormAction } from '@/lib/platform/actions'
import { schoolLabels as words } from '@/lib/labels/schools'

type SchoolTableProps = {
  schools: readonly SchoolLine[]
  /** Absent for whoever only looks. */
  derive?: FormAction | undefined
  areChosen: boolean
}

/** One line a school; for whoever keeps the standard ledger, a form that makes what schools lack. */
export function SchoolTable({ schools, derive, areChosen }: SchoolTableProps) {
  const mayChoose = derive !== undefined && schools.some(({ missing }) => missing > 0)
  const head = (
    <Row>
      {mayChoose && <HeadCell>{words.choose}</HeadCell>}
      <HeadCell>{words.school}</HeadCell>
      <HeadCell numeric>{words.same}</HeadCell>
      <HeadCell numeric>{words.differs}</HeadCell>
      <HeadCell numeric>{words.missing}</HeadCell>
      <HeadCell numeric>{words.own}</HeadCell>
    </Row>
  )
  const table = (
    <Table caption={words.caption} captionHidden head={head}>
      {schools.map((school) => (
        <Row key={school.code}>
          {mayChoose && <Cell label={words.choose}>{choiceOf(school, areChosen)}</Cell>}
          <Cell rowHead label={words.school}>
            <a href={`/standard-ledger/schools/${school.code}`}>{school.name}</a>
          </Cell>
          {(['same', 'differs', 'missing', 'own'] as const).map((part) => (
            <Cell key={part} numeric label={words[part]}>
              {words.rows(school[part])}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
  if (!mayChoose) return table
  return (
    <Form action={derive} fieldNames={{ school: words.school }} guarded={false} isWide>
      <p className="mb-4">{words.derivePurpose}</p>
      <p className="mb-2 flex flex-wrap gap-x-6 text-14">
        <a href="?choose=all">{words.chooseAll}</a>
        {areChosen && <a href="?">{words.chooseNone}</a>}
      </p>
      <div id="field-school" tabIndex={-1}>
        {table}
      </div>
      <div className="sticky bottom-0 z-10 border-t border-gray-420 bg-white py-3">
        <SubmitButton>{words.derive}</SubmitButton>
      </div>
    </Form>
  )
}

function choiceOf({ code, name, missing }: SchoolLine, areChosen: boolean) {
  if (missing === 0) return null
  return (
    <label className="inline-flex min-h-6 min-w-6 items-center justify-center">
      <input
        type="checkbox"
        name="school"
        value={code}
        defaultChecked={areChosen}
        className="size-5 accent-blue-900"
      />
      <span className="sr-only">{words.chooseOf(name)}</span>
    </label>
  )
}
