import { notFound } from 'next/navigation'
import { ReviewDone } from '@/components/reviews/review-done'
import { RowPage } from '@/components/reviews/row-page'
import { PageHead } from '@/components/ui/page-head'
import { showRow } from '@/lib/features/reviews/row-queries'
import { readKey, sheetHref } from '@/lib/features/reviews/search-schema'
import { reviewRowLabels as words, sheetLabels } from '@/lib/labels/review-sheet'
import { momentInWords } from '@/lib/labels/sign-in'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ReviewRowPage({
  params,
  searchParams,
}: PageProps<'/reviews/[id]/sheet/[number]'>) {
  const actor = await requireMay('review.read')
  const { id, number } = await params
  const [review, asset] = [readKey(id), readKey(number)]
  const shown = review === null || asset === null ? null : await showRow(actor, review, asset)
  if (!shown) notFound()
  const { sheet, row, openedAt } = shown
  const href = sheetHref({ review: sheet.review.id, department: sheet.department.id })
  return (
    <>
      <PageHead
        title={row.name}
        above={`${sheet.review.title}　${sheet.department.name}　${row.number}`}
        back={{ href, label: sheetLabels.caption(sheet.department.name) }}
      />
      <ReviewDone done={(await searchParams)['done']} />
      <RowPage {...shown} opened={openedAt === null ? '' : momentInWords(openedAt)} />
    </>
  )
}
