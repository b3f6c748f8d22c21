import { notFound } from 'next/navigation'
import { PersonPage } from '@/components/people/person-page'
import { requireMay } from '@/lib/platform/page-access'
import { personWithDepartments } from './person-of-address'
import { powersOver } from './powers'
import { personLabels } from '@/lib/labels/people-pages'

export async function generateMetadata({ params }: PageProps<'/people/[id]'>) {
  const found = await personWithDepartments((await params).id)
  return { title: found ? personLabels.title(found.person.name) : personLabels.grants }
}

export default async function PersonRoute({ params, searchParams }: PageProps<'/people/[id]'>) {
  const actor = await requireMay('person.read')
  const found = await personWithDepartments((await params).id)
  if (!found) notFound()
  const { person, departments } = found
  const { done } = await searchParams
  return (
    <PersonPage
      person={person}
      today={actor.viewer.today}
      powers={await powersOver(actor.viewer, person)}
      departments={departments}
      done={typeof done === 'string' ? done : undefined}
    />
  )
}
