import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Dash } from '@/components/ui/absent'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { MailState } from '@/lib/domain/mail-delivery'
import { retryMail } from '@/lib/features/mail/actions'
import type { ShownMail } from '@/lib/features/mail/schema'
import { mailLabels as words, mailStateLabels } from '@/lib/labels/mail'

const tones: Record<MailState, StateTone> = {
  queued: 'waiting',
  sending: 'active',
  sent: 'closed',
  failed: 'attention',
  gaveUp: 'attention',
  unsure: 'attention',
}
const retryForm = 'retry-mails'

/** Mails that wait, went out or did not; what failed can be tried again, one or all. */
export function MailTable({ mails }: { mails: ShownMail[] }) {
  if (mails.length === 0) return <Empty why={words.mailsEmpty} todo={words.mailsEmptyMore} />
  const failed = mails.filter(({ mayRetry }) => mayRetry)
  const head = (
    <Row>
      <HeadCell>{words.person}</HeadCell>
      <HeadCell>{words.day}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell numeric>{words.attempts}</HeadCell>
      <HeadCell>{words.sentAt}</HeadCell>
      <HeadCell>{words.lastError}</HeadCell>
      <HeadCell>{words.acts}</HeadCell>
    </Row>
  )
  return (
    <>
      {failed.length > 0 && (
        <Form id={retryForm} action={retryMail} guarded={false}>
          <p className="mb-4">
            <SubmitButton kind="secondary" name="id" value={failed.map(({ id }) => id).join(' ')}>
              {words.retryAll}
            </SubmitButton>
          </p>
        </Form>
      )}
      <Table caption={words.mailsTable} captionHidden head={head} scrolls>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </Table>
    </>
  )
}

function MailRow({ mail }: { mail: ShownMail }) {
  return (
    <Row>
      <Cell rowHead label={words.person}>
        {mail.person}
        <span className="aside">{mail.address}</span>
      </Cell>
      <Cell label={words.day}>
        <span className="whitespace-nowrap">{mail.day}</span>
      </Cell>
      <Cell label={words.state}>
        <StateLabel tone={tones[mail.state]}>{mailStateLabels[mail.state]}</StateLabel>
        {mail.maybeTwice && <span className="aside">{words.maybeTwice}</span>}
      </Cell>
      <Cell label={words.attempts} numeric>
        {words.times(mail.attempts)}
      </Cell>
      <Cell label={words.sentAt}>
        {mail.sent ?? (mail.next === null ? <Dash /> : `${words.next}　${mail.next}`)}
      </Cell>
      <Cell label={words.lastError}>{mail.lastError ?? <Dash />}</Cell>
      <Cell label={words.acts}>
        {mail.mayRetry ? (
          <span className="whitespace-nowrap">
            <Button kind="secondary" size="small" form={retryForm} name="id" value={mail.id}>
              {words.retry}
              <span className="sr-only">{words.retryOf(mail.person)}</span>
            </Button>
          </span>
        ) : (
          <Dash />
        )}
      </Cell>
    </Row>
  )
}
