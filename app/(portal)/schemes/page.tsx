import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MappingSections } from '@/components/schemes/mapping-section'
import { SchemeSheet } from '@/components/schemes/scheme-sheet'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { showSchemes } from '@/lib/features/schemes/queries'
import { schemeStatusLabels } from '@/lib/labels/scheme'
import { schemeLabels as words } from '@/lib/labels/schemes-pages'
import { mappingLabels } from '@/lib/labels/scheme-mapping'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

export default async function SchemesPage({ searchParams }: PageProps<'/schemes'>) {
  const actor = await requireMay('scheme.read')
  const { version, done } = await searchParams
  const { schemes, shown, mappings } = await showSchemes(actor, version)
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
      {done === 'mapping' && <Notice kind="done" title={mappingLabels.saved} />}
      {shown ? <SchemeSheet scheme={shown} /> : <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      <MappingSections mappings={mappings} mayEdit={may(actor.viewer, 'scheme.edit')} />
    </>
  )
}
