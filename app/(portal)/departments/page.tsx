import type { Metadata } from 'next'
import { DepartmentFilter } from '@/components/departments/department-filter'
import { DepartmentTable } from '@/components/departments/department-table'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { listDepartments } from '@/lib/features/departments/queries'
import {
  departmentSearchInput,
  matchingDepartments,
  withLacks,
} from '@/lib/features/departments/search-schema'
import { departmentLabels as words, emptyDepartments as emptyWords } from '@/lib/labels/departments-pages'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

export default async function DepartmentsPage({ searchParams }: PageProps<'/departments'>) {
  const actor = await requireMay('organization.read')
  const { today } = actor.viewer
  const seesPeople = may(actor.viewer, 'person.read')
  const asked = departmentSearchInput.parse(await searchParams)
  const search = { ...asked, lacking: asked.lacking && seesPeople }
  const departments = await listDepartments(actor, search.all ? null : today)
  const shown = matchingDepartments(withLacks(departments, seesPeople ? today : null), search)
  const empty = emptyWords(departments.length, search)
  const tabs = organizationTabs(actor.viewer, 'departments')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead} tabs={tabs} />
      <DepartmentFilter {...search} offersLacking={seesPeople} />
      <p className="mb-2 font-bold">{words.found(shown.length)}</p>
      {shown.length === 0 && <Empty {...empty} />}
      {shown.length > 0 && (
        <DepartmentTable departments={shown} today={today} flat={search.q !== '' || search.lacking} />
      )}
    </>
  )
}
