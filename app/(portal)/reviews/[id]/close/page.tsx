import { notFound, redirect } from 'next/navigation'
import { CloseForm } from '@/components/reviews/close-form'
import { PageHead } from '@/components/ui/page-head'
import { prepareClose } from '@/lib/features/reviews/manage-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { manageLabels as words } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.close }

export default async function CloseReviewPage({ params }: PageProps<'/reviews/[id]/close'>) {
  const actor = await requireMay('review.manage')
  const id = readKey((await params).id)
  const found = id === null ? null : await prepareClose(actor, id)
  if (!found) notFound()
  const { review, open } = found
  const here = `/reviews/${review.id}`
  if (review.state !== 'open') redirect(here)
  return (
    <>
      <PageHead
        title={words.closeTitle(review.title)}
        lead={words.closeLead}
        back={{ href: here, label: review.title }}
      />
      <CloseForm id={String(review.id)} version={String(review.version)} open={open} />
    </>
  )
}
