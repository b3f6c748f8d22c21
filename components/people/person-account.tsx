import { ResetPassword } from '@/components/passwords/reset-password'
import { SessionList, type SessionRow } from '@/components/sessions/session-list'
import { endSessionOfPerson } from '@/lib/features/sessions/actions'
import { personLabels as words } from '@/lib/labels/people-pages'

/** For the portal's administrator: a one-time password, and the sessions that are open. */
export function PersonAccount({
  person,
  sessions,
}: {
  person: { id: bigint; name: string }
  sessions: SessionRow[]
}) {
  const id = person.id.toString()
  return (
    <>
      <ResetPassword personId={id} name={person.name} />
      <h3 className="mt-8 mb-2 text-18 font-bold">{words.sessions}</h3>
      <SessionList
        sessions={sessions}
        endSession={endSessionOfPerson}
        back={`/people/${id}?done=sessionEnded`}
      />
    </>
  )
}
