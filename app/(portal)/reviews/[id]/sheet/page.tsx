import { notFound } from 'next/navigation'
import { ReviewDone } from '@/components/reviews/review-done'
import { SheetAbove, SheetLead } from '@/components/reviews/sheet-head'
import { SheetPage } from '@/components/reviews/sheet-page'
import { PageHead } from '@/components/ui/page-head'
import { readKey, readShow } from '@/lib/features/reviews/search-schema'
import { showSheet } from '@/lib/features/reviews/sheet-queries'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ReviewSheetPage({ params, searchParams }: PageProps<'/reviews/[id]/sheet'>) {
  const actor = await requireMay('review.read')
  const review = readKey((await params).id)
  const { department, show: shows, after, mend, done } = await searchParams
  const show = readShow(shows)
  const at = { show, after: readKey(after), mends: mend === '1' }
  const shown = review === null ? null : await showSheet(actor, review, readKey(department), at)
  if (!shown) notFound()
  const { sheet } = shown
  const back = { href: `/reviews/${sheet.review.id}`, label: sheet.review.title }
  return (
    <>
      <PageHead
        title={words.caption(sheet.department.name)}
        above={<SheetAbove sheet={sheet} />}
        back={back}
        lead={sheet.mayAnswer && <SheetLead sheet={sheet} />}
      />
      <ReviewDone done={done} />
      <SheetPage {...shown} show={show} />
    </>
  )
}
