import { notFound } from 'next/navigation'
import { CertifyPage } from '@/components/reviews/certify-page'
import { PageHead } from '@/components/ui/page-head'
import { prepareCertify } from '@/lib/features/reviews/certify-queries'
import { readKey, sheetHref } from '@/lib/features/reviews/search-schema'
import { certifyLabels as words, sheetLabels } from '@/lib/labels/review-sheet'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function CertifyReviewPage({
  params,
  searchParams,
}: PageProps<'/reviews/[id]/certify'>) {
  const actor = await requireMay('review.certify')
  const [review, department] = [readKey((await params).id), readKey((await searchParams)['department'])]
  const shown =
    review === null || department === null ? null : await prepareCertify(actor, review, department)
  if (!shown) notFound()
  const { sheet } = shown
  const href = sheetHref({ review: sheet.review.id, department: sheet.department.id })
  return (
    <>
      <PageHead
        title={words.title}
        above={`${sheet.review.title}　${sheet.department.name}　${sheet.review.due}`}
        lead={words.lead}
        back={{ href, label: sheetLabels.caption(sheet.department.name) }}
      />
      <CertifyPage {...shown} name={actor.viewer.name} />
    </>
  )
}
