import { ReviewDone } from '@/components/reviews/review-done'
import { StatementPage } from '@/components/reviews/statement-page'
import { PageHead } from '@/components/ui/page-head'
import { showStatements } from '@/lib/features/reviews/recurrence-queries'
import { statementLabels as words } from '@/lib/labels/review-recurring'
import { reviewLabels } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ReviewStatementPage({ searchParams }: PageProps<'/reviews/statement'>) {
  const actor = await requireMay('review.manage')
  const { done } = await searchParams
  const shown = await showStatements(actor)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ href: '/reviews', label: reviewLabels.title }}
      />
      <ReviewDone done={done} />
      <StatementPage {...shown} />
    </>
  )
}
