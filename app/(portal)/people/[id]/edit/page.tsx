import { notFound } from 'next/navigation'
import { PersonForm } from '@/components/people/person-form'
import { PageHead } from '@/components/ui/page-head'
import { personFormLabels as words } from '@/lib/labels/people-forms'
import { personLabels } from '@/lib/labels/people-pages'
import { requireMay } from '@/lib/platform/page-access'
import { personToEdit } from '../person-of-address'

export async function generateMetadata({ params }: PageProps<'/people/[id]/edit'>) {
  const person = await personToEdit((await params).id)
  return { title: person ? words.editTitle(person.name) : personLabels.edit }
}

export default async function EditPersonPage({ params }: PageProps<'/people/[id]/edit'>) {
  await requireMay('person.manage')
  const person = await personToEdit((await params).id)
  if (!person) notFound()
  const back = { href: `/people/${person.id.toString()}`, label: personLabels.title(person.name) }
  return (
    <>
      <PageHead title={words.editTitle(person.name)} back={back} />
      <PersonForm person={person} />
    </>
  )
}
