import { notFound } from 'next/navigation'
import { ReportPage } from '@/components/reviews/report-page'
import { ReviewDone } from '@/components/reviews/review-done'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { showReport } from '@/lib/features/reviews/report-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { reportLabels as words } from '@/lib/labels/review-report'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ReviewReportPage({ params, searchParams }: PageProps<'/reviews/[id]/report'>) {
  const actor = await requireMay('review.read')
  const id = readKey((await params).id)
  const { done } = await searchParams
  const shown = id === null ? null : await showReport(actor, id)
  if (!shown) notFound()
  const { review, report, changes } = shown
  return (
    <>
      <PageHead
        title={words.ofReview(review.title)}
        above={report && `${report.closed}　${words.frozen(review.rowsFrozen ?? 0)}`}
        back={{ href: `/reviews/${review.id}`, label: review.title }}
        action={
          report && <ButtonLink href={`/reviews/${review.id}/report/xlsx`}>{words.download}</ButtonLink>
        }
        lead={report && <span className="no-print">{words.print}</span>}
      />
      <ReviewDone done={done} />
      {report ? (
        <ReportPage report={report} changes={changes} />
      ) : (
        <Empty why={words.notYet} todo={words.notYetTodo} />
      )}
    </>
  )
}
