import { notFound } from 'next/navigation'
import { SignOff } from '@/components/reviews/sign-off'
import { PageHead } from '@/components/ui/page-head'
import { prepareSignOff } from '@/lib/features/reviews/manage-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { manageLabels as words } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.signOffPage }

export default async function SignOffPage({ params, searchParams }: PageProps<'/reviews/[id]/sign-off'>) {
  const actor = await requireMay('review.signOff')
  const id = readKey((await params).id)
  const { bureau } = await searchParams
  const found = id === null ? null : await prepareSignOff(actor, id, String(bureau))
  if (!found) notFound()
  const { review, unit } = found
  return (
    <>
      <PageHead
        title={words.signOffTitle(unit.name)}
        lead={words.signOffLead}
        back={{ href: `/reviews/${review.id}?bureau=${unit.key}`, label: review.title }}
      />
      <SignOff {...found} review={String(review.id)} />
    </>
  )
}
