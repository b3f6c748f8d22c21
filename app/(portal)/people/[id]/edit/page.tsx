import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PersonForm } from '@/components/people/person-form'
import { PageHead } from '@/components/ui/page-head'
import { findPerson } from '@/lib/features/people/queries'
import { keyInAddress } from '@/lib/features/people/search-schema'
import { personFormLabels as words } from '@/lib/labels/people-forms'
import { personLabels } from '@/lib/labels/people-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: personLabels.edit }

export default async function EditPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMay('person.manage')
  const id = keyInAddress((await params).id)
  const person = id === null ? null : await findPerson(actor, id)
  if (!person) notFound()
  const back = { href: `/people/${person.id.toString()}`, label: personLabels.title(person.name) }
  return (
    <>
      <PageHead title={words.editTitle(person.name)} back={back} />
      <PersonForm person={person} />
    </>
  )
}
