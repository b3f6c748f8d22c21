import { OfflineHint } from '@/components/standard-assets/offline-hint'
import { SchoolTable } from '@/components/standard-assets/school-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { deriveLedgers } from '@/lib/features/standard-assets/actions'
import { listSchools } from '@/lib/features/standard-assets/school-queries'
import { readSchoolsPage, workbookHref } from '@/lib/features/standard-assets/school-schema'
import { schoolLabels as words } from '@/lib/labels/schools'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function SchoolsPage({ searchParams }: PageProps<'/standard-ledger/schools'>) {
  const actor = await requireMay('standardLedger.read')
  const schools = await listSchools(actor)
  const { derived, areChosen, problem } = readSchoolsPage(await searchParams)
  const workbook = schools.length > 0 && may(actor.viewer, 'asset.export') && (
    <ButtonLink href={workbookHref()}>{words.workbook}</ButtonLink>
  )
  const derive = may(actor.viewer, 'standardLedger.derive') ? deriveLedgers : undefined
  const back = { href: '/standard-ledger', label: words.back }
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={back} action={workbook} />
      {derived && (
        <Notice kind="done" title={derived}>
          {words.derivedTodo}
        </Notice>
      )}
      {problem && <Notice kind="error" {...problem} />}
      {schools.length === 0 && <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      {may(actor.viewer, 'review.answerOffline') && <OfflineHint />}
      {schools.length > 0 && <SchoolTable schools={schools} derive={derive} areChosen={areChosen} />}
    </>
  )
}
