import type { Metadata } from 'next'
import { PeopleFilter } from '@/components/people/people-filter'
import { PeopleTable } from '@/components/people/people-table'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Pager } from '@/components/ui/pager'
import { listDepartmentOptions } from '@/lib/features/departments/queries'
import { listPeople } from '@/lib/features/people/queries'
import { peopleHref, peopleSearchInput } from '@/lib/features/people/search-schema'
import { peopleLabels as words } from '@/lib/labels/people-pages'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { readTogether } from '@/lib/platform/read'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const actor = await requireMay('person.read')
  const search = peopleSearchInput.parse(await searchParams)
  const [{ rows, found, next, previous }, departments] = await readTogether(actor, async () => [
    await listPeople(actor, search),
    await listDepartmentOptions(actor),
  ])
  const add = may(actor.viewer, 'person.manage') && { href: '/people/new', label: words.add }
  const tabs = organizationTabs(actor.viewer, 'people')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead} tabs={tabs} add={add} />
      <PeopleFilter search={search} departments={departments} />
      <p className="mb-2 font-bold">{words.found(found)}</p>
      {rows.length === 0 && <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      {rows.length > 0 && <PeopleTable people={rows} today={actor.viewer.today} />}
      <Pager
        previousHref={previous && peopleHref(search, { before: previous })}
        nextHref={next && peopleHref(search, { after: next })}
      />
    </>
  )
}
