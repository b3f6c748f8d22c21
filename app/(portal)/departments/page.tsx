import type { Metadata } from 'next'
import { DepartmentFilter } from '@/components/departments/department-filter'
import { DepartmentTable } from '@/components/departments/department-table'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { listDepartments } from '@/lib/features/departments/queries'
import { departmentSearchInput, matchingDepartments } from '@/lib/features/departments/search-schema'
import { departmentLabels as words } from '@/lib/labels/departments-pages'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DepartmentsPage({ searchParams }: Props) {
  const actor = await requireMay('organization.read')
  const search = departmentSearchInput.parse(await searchParams)
  const { today } = actor.viewer
  const departments = await listDepartments(actor, search.all ? null : today)
  const shown = matchingDepartments(departments, search.q)
  const empty =
    departments.length === 0 ? [words.nothingWhy, words.nothingTodo] : [words.emptyWhy, words.emptyTodo]
  const tabs = organizationTabs(actor.viewer, 'departments')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead} tabs={tabs} />
      <DepartmentFilter {...search} />
      <p className="mb-2 font-bold">{words.found(shown.length)}</p>
      {shown.length === 0 && <Empty why={empty[0]} todo={empty[1]} />}
      {shown.length > 0 && <DepartmentTable departments={shown} today={today} />}
    </>
  )
}
