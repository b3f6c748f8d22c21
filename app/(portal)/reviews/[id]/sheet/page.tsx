import { notFound } from 'next/navigation'
import { DepartmentStateLabel } from '@/components/reviews/department-state'
import { ReviewDone } from '@/components/reviews/review-done'
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
  const { department, show: shows, after, done } = await searchParams
  const show = readShow(shows)
  const at = { show, after: readKey(after) }
  const shown = review === null ? null : await showSheet(actor, review, readKey(department), at)
  if (!shown) notFound()
  const { sheet } = shown
  const above = (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{sheet.review.title}</span>
      <DepartmentStateLabel state={sheet.department.state} />
      <span>{sheet.review.due}</span>
      {sheet.review.isOpen && <span>{sheet.review.days}</span>}
    </span>
  )
  const back = { href: `/reviews/${sheet.review.id}`, label: sheet.review.title }
  const lead = sheet.mayAnswer ? words.lead : undefined
  return (
    <>
      <PageHead title={words.caption(sheet.department.name)} above={above} back={back} lead={lead} />
      <ReviewDone done={done} />
      <SheetPage {...shown} show={show} />
    </>
  )
}
