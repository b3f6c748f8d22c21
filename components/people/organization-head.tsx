import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Tabs, type Tab } from '@/components/ui/tabs'
import { organizationTabLabels } from '@/lib/labels/people-pages'

type OrganizationHeadProps = {
  title: string
  lead: ReactNode
  tabs: Tab[]
  /** The primary button; absent where the viewer may not. */
  add?: { href: string; label: string } | false
}

/** The head that the pages about organisation, people and rules share. */
export function OrganizationHead({ title, lead, tabs, add }: OrganizationHeadProps) {
  const action = add && (
    <ButtonLink href={add.href} kind="primary">
      {add.label}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={title} lead={lead} action={action} />
      <Tabs label={organizationTabLabels.navigation} tabs={tabs} />
    </>
  )
}
