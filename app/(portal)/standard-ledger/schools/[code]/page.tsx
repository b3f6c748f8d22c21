import { notFound } from 'next/navigation'
import { SchoolDifferences } from '@/components/standard-assets/school-differences'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { alignAssets, deriveLedgers } from '@/lib/features/standard-assets/actions'
import { findSchool, mayImportFor } from '@/lib/features/standard-assets/school-queries'
import { readSchoolsPage, workbookHref } from '@/lib/features/standard-assets/school-schema'
import { schoolLabels as words } from '@/lib/labels/schools'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function SchoolPage({
  params,
  searchParams,
}: PageProps<'/standard-ledger/schools/[code]'>) {
  const actor = await requireMay('standardLedger.read')
  const { code } = await params
  const school = await findSchool(actor, code)
  if (!school) notFound()
  const derive = may(actor.viewer, 'standardLedger.derive') ? deriveLedgers : undefined
  const align = (await mayImportFor(actor, code)) ? alignAssets : undefined
  const { areChosen } = readSchoolsPage(await searchParams)
  return (
    <>
      <PageHead
        title={words.schoolTitle(school.name)}
        lead={words.schoolLead}
        back={{ href: '/standard-ledger/schools', label: words.schoolBack }}
        action={
          may(actor.viewer, 'asset.export') && (
            <ButtonLink href={workbookHref(code)}>{words.workbookOf}</ButtonLink>
          )
        }
      />
      <SchoolDifferences school={school} derive={derive} align={align} areChosen={areChosen} />
    </>
  )
}
