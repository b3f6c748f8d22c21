import { RecurrenceForm } from '@/components/reviews/recurrence-form'
import { RecurrenceList } from '@/components/reviews/recurrence-list'
import { ReviewDone } from '@/components/reviews/review-done'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { showRecurrences } from '@/lib/features/reviews/recurrence-queries'
import { recurringLabels as words } from '@/lib/labels/review-recurring'
import { reviewLabels } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function RecurringReviewsPage({ searchParams }: PageProps<'/reviews/recurring'>) {
  const actor = await requireMay('review.manage')
  const { done } = await searchParams
  const { rows, templates } = await showRecurrences(actor)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ href: '/reviews', label: reviewLabels.title }}
      />
      <ReviewDone done={done} />
      <Section id="list" title={words.list}>
        {rows.length === 0 ? (
          <Empty why={words.empty} todo={words.emptyTodo} />
        ) : (
          <RecurrenceList rows={rows} />
        )}
      </Section>
      <Section id="new" title={words.form} lead={words.formLead}>
        <RecurrenceForm templates={templates} />
      </Section>
    </>
  )
}
