import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SchemeSheet } from '@/components/schemes/scheme-sheet'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Tabs } from '@/components/ui/tabs'
import { showSchemes } from '@/lib/features/schemes/queries'
import { schemeStatusLabels } from '@/lib/labels/scheme'
import { schemeLabels as words } from '@/lib/labels/schemes-pages'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

type Props = { searchParams: Promise<{ version?: string | string[] }> }

export default async function SchemesPage({ searchParams }: Props) {
  const actor = await requireMay('scheme.read')
  const { version } = await searchParams
  const { schemes, shown } = await showSchemes(actor, typeof version === 'string' ? version : undefined)
  if (version !== undefined && !shown) notFound()
  const versions = schemes.map((scheme) => ({
    href: `/schemes?version=${scheme.code}`,
    label: words.tab(scheme.label, schemeStatusLabels[scheme.status]),
    current: scheme.code === shown?.code,
  }))
  const tabs = organizationTabs(actor.viewer, 'schemes')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead} tabs={tabs} />
      <Tabs label={words.versions} tabs={versions} />
      {shown ? <SchemeSheet scheme={shown} /> : <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
    </>
  )
}
