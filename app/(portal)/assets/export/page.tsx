import { ExportForm } from '@/components/assets/export-form'
import { LackingCharacters } from '@/components/assets/lacking-characters'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { showExport } from '@/lib/features/assets/export-page-queries'
import { readExport } from '@/lib/features/assets/export-schema'
import { exportLabels as words } from '@/lib/labels/export'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ExportPage({ searchParams }: PageProps<'/assets/export'>) {
  const actor = await requireMay('asset.export')
  const shown = await showExport(actor, readExport(await searchParams, actor.viewer.today))
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: shown.listHref, label: words.back }} />
      {shown.problem && (
        <Notice kind="error" title={shown.problem.title}>
          {shown.problem.todo}
        </Notice>
      )}
      {shown.lacking && <LackingCharacters {...shown.lacking} />}
      <Section title={words.what} id="what">
        <DescriptionList>
          <Description term={words.conditions} action={<a href={shown.listHref}>{words.change}</a>}>
            {shown.conditions.join('、')}
          </Description>
          <Description term={words.order}>{shown.order}</Description>
          <Description term={words.count}>{shown.count}</Description>
        </DescriptionList>
      </Section>
      <ExportForm {...shown.form} />
    </>
  )
}
