import { FileField } from '@/components/form/file-field'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { bringAnswers } from '@/lib/features/reviews/offline-actions'
import {
  offlineHref,
  offlineWorkbookHref,
  signedSheetHref,
  type OfflinePage,
} from '@/lib/features/reviews/offline-schema'
import { offlineLabels as words } from '@/lib/labels/offline'
import { momentInWords } from '@/lib/labels/sign-in'

type OverviewProps = OfflinePage & {
  /** May the viewer bring answers in? Others see what was brought. */
  brings: boolean
}

/** Schools that answer on paper: the workbook out, the workbook back in, and what came of it. */
export function OfflineOverview({ brings, ...page }: OverviewProps) {
  return (
    <>
      {brings && page.schools.length === 0 && (
        <div className="mb-10">
          <Empty why={words.noSchools} todo={words.noSchoolsTodo} />
        </div>
      )}
      {brings && page.schools.length > 0 && (
        <>
          <Export {...page} />
          <Bring {...page} />
        </>
      )}
      <Brought {...page} />
    </>
  )
}

function Export({ id, schools }: OfflinePage) {
  const isOpen = schools.some(({ open, state }) => open && state !== 'certified')
  const head = (
    <Row>
      <HeadCell>{words.school}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
      <HeadCell numeric>{words.answered}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell>{words.export}</HeadCell>
    </Row>
  )
  return (
    <Section id="export" title={words.export} lead={words.exportLead}>
      {isOpen && (
        <p className="mb-4">
          <ButtonLink kind="secondary" href={offlineWorkbookHref(id)}>
            {words.exportAll}
          </ButtonLink>
        </p>
      )}
      <Table caption={words.schools} captionHidden head={head}>
        {schools.map((school) => (
          <Row key={school.id}>
            <Cell rowHead label={words.school}>
              {school.name}
            </Cell>
            <Cell numeric label={words.rows}>
              {words.many(school.rows)}
            </Cell>
            <Cell numeric label={words.answered}>
              {words.many(school.answered)}
            </Cell>
            <Cell label={words.state}>{school.open ? words.states[school.state] : words.closed}</Cell>
            <Cell label={words.export}>
              <a href={offlineWorkbookHref(id, school.code)}>
                {words.exportOne}
                <span className="sr-only">{words.ofName(school.name)}</span>
              </a>
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}

function Bring({ id, waiting }: OfflinePage) {
  return (
    <Section id="bring" title={words.bring} lead={words.bringLead}>
      <Form action={bringAnswers} fieldNames={{ book: words.book }} guarded={false}>
        <HiddenField name="review" value={id} />
        <FileField name="book" label={words.book} help={words.bookHelp} required accept=".xlsx" />
        <SubmitButton>{words.read}</SubmitButton>
      </Form>
      {waiting.length > 0 && (
        <>
          <h3 className="mt-6 font-bold">{words.waiting}</h3>
          <ul className="list-disc pl-5">
            {waiting.map((book) => (
              <li key={book.id}>
                <a href={offlineHref(id, book.id)}>{words.waitingOne(book.file, momentInWords(book.at))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Brought({ id, brought }: OfflinePage) {
  const head = (
    <Row>
      <HeadCell>{words.school}</HeadCell>
      <HeadCell>{words.signed}</HeadCell>
      <HeadCell>{words.file}</HeadCell>
      <HeadCell>{words.by}</HeadCell>
      <HeadCell>{words.at}</HeadCell>
    </Row>
  )
  return (
    <Section id="brought" title={words.brought}>
      {brought.length === 0 ? (
        <p>{words.noneBrought}</p>
      ) : (
        <Table caption={words.brought} captionHidden head={head}>
          {brought.map((one) => (
            <Row key={one.sheet}>
              <Cell rowHead label={words.school}>
                {one.school}
              </Cell>
              <Cell label={words.signed}>
                <a href={signedSheetHref(id, one.sheet)}>
                  {one.sheetName}
                  <span className="sr-only">{words.ofName(one.school)}</span>
                </a>
              </Cell>
              <Cell label={words.file}>
                <a href={offlineHref(id, one.workbook)}>
                  {one.file}
                  <span className="sr-only">{words.ofName(one.school)}</span>
                </a>
              </Cell>
              <Cell label={words.by}>{one.by === null ? null : words.person(one.by)}</Cell>
              <Cell label={words.at}>{momentInWords(one.at)}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  )
}
