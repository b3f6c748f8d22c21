import { GiveGrantForm } from '@/components/grants/give-grant-form'
import type { GrantAction } from '@/components/grants/end-grant'
import { GrantTable, type ShownGrant } from '@/components/grants/grant-table'
import { Section } from '@/components/ui/section'
import type { Role } from '@/lib/domain/access'
import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { grantFormLabels } from '@/lib/labels/people-forms'
import { personLabels as words } from '@/lib/labels/people-pages'
import { departmentOptions, type DepartmentChoice } from './people-filter'

type PersonGrantsProps = {
  person: { id: bigint; grants: ShownGrant[] }
  today: string
  /** Absent: the viewer may only look. `give` absent: the person has left. */
  powers: false | { roles: readonly Role[]; give: GrantAction | undefined; end: GrantAction }
  departments: DepartmentChoice[]
}

/** The roles of a person, and the form that gives another. */
export function PersonGrants({ person, today, powers, departments }: PersonGrantsProps) {
  const id = person.id.toString()
  return (
    <>
      <Section id="grants" title={words.grants} lead={words.grantsLead}>
        {person.grants.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <GrantTable
            grants={person.grants}
            person={id}
            today={today}
            endGrant={powers ? powers.end : undefined}
            endable={powers ? powers.roles : []}
          />
        )}
      </Section>
      {powers && powers.give && (
        <Section
          id="give"
          title={grantFormLabels.title}
          lead={powers.roles.length === 1 ? grantFormLabels.leadClerkOnly : grantFormLabels.lead}
        >
          <GiveGrantForm
            action={powers.give}
            person={id}
            roles={powers.roles}
            departments={departmentOptions(departments)}
            fiscalYearEnd={fiscalYearEnd(fiscalYearOf(today))}
          />
        </Section>
      )}
    </>
  )
}
