import { notFound } from 'next/navigation'
import { RemindNow } from '@/components/reviews/remind-now'
import { ReviewDone } from '@/components/reviews/review-done'
import { ToldTable } from '@/components/reviews/told-table'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { showReminders } from '@/lib/features/reviews/reminder-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { remindersLabels as words } from '@/lib/labels/review-reminders'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.page }

export default async function RemindersPage({ params, searchParams }: PageProps<'/reviews/[id]/reminders'>) {
  const actor = await requireMay('review.manage')
  const id = readKey((await params).id)
  const { before, done } = await searchParams
  const shown = id === null ? null : await showReminders(actor, id, readKey(before))
  if (!shown) notFound()
  const { review, told, ...pages } = shown
  const back = { href: `/reviews/${review.id}`, label: review.title }
  return (
    <>
      <PageHead title={words.title(review.title)} lead={words.lead} back={back} />
      <ReviewDone done={done} />
      <Section id="now" title={words.nowTitle}>
        {review.isOpen ? <RemindNow id={review.id} /> : <p>{words.closed}</p>}
      </Section>
      <Section id="log" title={words.log}>
        <ToldTable told={told} />
        <Pager {...pages} />
      </Section>
    </>
  )
}
