import type { ComponentProps } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import type { SessionRow } from '@/components/sessions/session-list'
import { personFormLabels } from '@/lib/labels/people-forms'
import { peopleLabels, personLabels as words } from '@/lib/labels/people-pages'
import { EndPersonForm } from './end-person-form'
import { PersonAccount } from './person-account'
import { PersonGrants } from './person-grants'
import { PersonIdentity } from './person-identity'

type Grants = ComponentProps<typeof PersonGrants>
type PersonPageProps = {
  person: ComponentProps<typeof PersonIdentity>['person'] & Grants['person'] & { version: number }
  today: string
  powers: { edit: boolean; end: boolean; grants: Grants['powers']; sessions: SessionRow[] | undefined }
  departments: Grants['departments']
  /** What was just done, from the address. */
  done: string | undefined
}

/** A person: who, which roles, and what the viewer can do about either. */
export function PersonPage({ person, today, powers, departments, done }: PersonPageProps) {
  const edit = powers.edit && (
    <ButtonLink href={`/people/${person.id.toString()}/edit`}>{words.edit}</ButtonLink>
  )
  const doneWords: Record<string, string> = words.done
  const message = done === undefined ? undefined : doneWords[done]
  return (
    <>
      <PageHead
        title={words.title(person.name)}
        back={{ href: '/people', label: peopleLabels.title }}
        action={edit}
      />
      {message && <Notice kind="done" title={message} />}
      <Section id="identity" title={words.identity}>
        <PersonIdentity person={person} />
      </Section>
      <PersonGrants person={person} today={today} powers={powers.grants} departments={departments} />
      {powers.sessions && (
        <Section id="account" title={words.account}>
          <PersonAccount person={person} sessions={powers.sessions} />
        </Section>
      )}
      {powers.end && (
        <Section id="end" title={personFormLabels.endTitle} lead={personFormLabels.endLead}>
          <EndPersonForm person={person} />
        </Section>
      )}
    </>
  )
}
