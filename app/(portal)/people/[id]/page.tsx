import { notFound } from 'next/navigation'
import { PersonPage } from '@/components/people/person-page'
import { listDepartmentOptions } from '@/lib/features/departments/queries'
import { findPerson } from '@/lib/features/people/queries'
import { keyInAddress } from '@/lib/features/people/search-schema'
import { requireMay } from '@/lib/platform/page-access'
import { powersOver } from './powers'
import { personLabels } from '@/lib/labels/people-pages'

export const metadata = { title: personLabels.grants }

export default async function PersonRoute({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string | string[] }>
}) {
  const actor = await requireMay('person.read')
  const id = keyInAddress((await params).id)
  const person = id === null ? null : await findPerson(actor, id)
  if (!person) notFound()
  const { done } = await searchParams
  return (
    <PersonPage
      person={person}
      today={actor.viewer.today}
      powers={await powersOver(actor.viewer, person)}
      departments={await listDepartmentOptions(actor)}
      done={typeof done === 'string' ? done : undefined}
    />
  )
}
