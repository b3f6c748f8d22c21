import { Dash } from '@/components/ui/absent'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { employmentLabels } from '@/lib/labels/organization'
import { personFields as fields } from '@/lib/labels/people-forms'
import { personLabels as words } from '@/lib/labels/people-pages'
import type { ListedPerson } from './people-table'

type ShownPerson = ListedPerson & { employeeNumber: string | null; mail: string | null }

/** Who somebody is; says at the top when the person has left. */
export function PersonIdentity({ person }: { person: ShownPerson }) {
  return (
    <>
      {person.endedOn !== null && <Notice kind="warn" title={words.ended(person.endedOn)} />}
      <DescriptionList>
        <Description term={fields.loginId}>{person.loginId}</Description>
        <Description term={fields.name}>{person.name}</Description>
        <Description term={fields.kana}>{person.kana ?? <Dash />}</Description>
        <Description term={fields.employeeNumber}>{person.employeeNumber ?? <Dash />}</Description>
        <Description term={fields.employment}>{employmentLabels[person.employment]}</Description>
        <Description term={fields.mail}>{person.mail ?? <Dash />}</Description>
      </DescriptionList>
    </>
  )
}
