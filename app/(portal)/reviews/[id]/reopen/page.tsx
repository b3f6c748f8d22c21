import { notFound } from 'next/navigation'
import { ReasonForm } from '@/components/reviews/reason-form'
import { PageHead } from '@/components/ui/page-head'
import { reopenDepartment } from '@/lib/features/reviews/actions'
import { findManaged } from '@/lib/features/reviews/manage-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { manageLabels as words } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.reopen }

export default async function ReopenDepartmentPage({
  params,
  searchParams,
}: PageProps<'/reviews/[id]/reopen'>) {
  const actor = await requireMay('review.manage')
  const [id, department] = [readKey((await params).id), readKey((await searchParams)['department'])]
  const found = id === null || department === null ? null : await findManaged(actor, id, department)
  if (!found) notFound()
  const here = `/reviews/${found.review}`
  return (
    <>
      <PageHead
        title={words.reopenTitle(found.name)}
        lead={words.reopenLead}
        back={{ href: here, label: found.title }}
      />
      <ReasonForm
        action={reopenDepartment}
        review={found.review}
        department={found.department}
        label={words.reopenReason}
        act={words.reopen}
        cancelHref={here}
      />
    </>
  )
}
