import { SubmitButton } from '@/components/form/submit-button'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import {
  browserLabels,
  browserOnSystem,
  momentInWords,
  sessionLabels as words,
  systemLabels,
} from '@/lib/labels/sign-in'
import { browserKind } from './browser-kind'
import { EndSession, type EndSessionAction } from './end-session'

export type SessionRow = {
  id: bigint
  createdAt: Date
  lastSeenAt: Date
  source: string | null
  userAgent: string | null
  isCurrent: boolean
}

type SessionListProps = {
  sessions: SessionRow[]
  endSession: EndSessionAction
  signOut?: () => Promise<void>
  /** The page to return to. */
  back: string
}

/** Open sessions, each with the button that ends it; one's own present one offers signing out. */
export function SessionList({ sessions, endSession, signOut, back }: SessionListProps) {
  if (sessions.length === 0) return <p>{words.none}</p>
  const head = (
    <Row>
      <HeadCell>{words.browser}</HeadCell>
      <HeadCell>{words.source}</HeadCell>
      <HeadCell>{words.since}</HeadCell>
      <HeadCell>{words.lastSeen}</HeadCell>
      <HeadCell>{words.act}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.caption} captionHidden head={head}>
      {sessions.map((session) => (
        <Row key={session.id.toString()}>
          <Cell rowHead label={words.browser}>
            {terminal(session)} {session.isCurrent && <strong>（{words.current}）</strong>}
          </Cell>
          <Cell label={words.source}>{session.source ?? words.hidden}</Cell>
          <Cell label={words.since}>{momentInWords(session.createdAt)}</Cell>
          <Cell label={words.lastSeen}>{momentInWords(session.lastSeenAt)}</Cell>
          <Cell label={words.act}>
            {session.isCurrent && signOut ? (
              <form action={signOut}>
                <SubmitButton kind="secondary">{words.signOut}</SubmitButton>
              </form>
            ) : (
              <EndSession
                action={endSession}
                session={session.id.toString()}
                back={back}
                name={words.endOf(terminal(session), momentInWords(session.createdAt))}
              />
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function terminal({ userAgent }: SessionRow): string {
  if (userAgent === null) return words.hidden
  const { browser, system } = browserKind(userAgent)
  return browserOnSystem(browserLabels[browser], systemLabels[system])
}
