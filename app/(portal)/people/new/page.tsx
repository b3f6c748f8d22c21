import type { Metadata } from 'next'
import { PersonForm } from '@/components/people/person-form'
import { PageHead } from '@/components/ui/page-head'
import { personFormLabels as words } from '@/lib/labels/people-forms'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: words.addTitle }

export default async function NewPersonPage() {
  await requireMay('person.manage')
  return (
    <>
      <PageHead title={words.addTitle} lead={words.addLead} back={{ href: '/people', label: words.back }} />
      <PersonForm />
    </>
  )
}
