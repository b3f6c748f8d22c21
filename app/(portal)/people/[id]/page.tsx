import { notFound } from 'next/navigation'
import { PersonPage } from '@/components/people/person-page'
import { listDepartmentOptions } from '@/lib/features/departments/queries'
import { requireMay } from '@/lib/platform/page-access'
import { personOfAddress } from './person-of-address'
import { powersOver } from './powers'
import { personLabels } from '@/lib/labels/people-pages'

export async function generateMetadata({ params }: PageProps<'/people/[id]'>) {
  const person = await personOfAddress((await params).id, 'person.read')
  return { title: person ? personLabels.title(person.name) : personLabels.grants }
}

export default async function PersonRoute({ params, searchParams }: PageProps<'/people/[id]'>) {
  const actor = await requireMay('person.read')
  const person = await personOfAddress((await params).id, 'person.read')
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
