import { forbidden, notFound, redirect } from 'next/navigation'
import { TransferForm } from '@/components/assets/transfer-form'
import { ReturnedBecause } from '@/components/proposals/returned-because'
import { PageHead } from '@/components/ui/page-head'
import { prepareTransfer } from '@/lib/features/assets/form-queries'
import { readNumber } from '@/lib/features/assets/search-schema'
import { backFromForm, readKey } from '@/lib/features/reviews/search-schema'
import { transferLabels as words } from '@/lib/labels/proposals'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.page }

export default async function TransferAssetPage({
  params,
  searchParams,
}: PageProps<'/assets/[number]/transfer'>) {
  const actor = await requireMay('asset.transfer')
  const number = readNumber((await params).number)
  const query = await searchParams
  const review = readKey(query['review'])?.toString()
  const form = number === null ? null : await prepareTransfer(actor, number, query)
  if (!form) notFound()
  const { asset, about, proposal } = form.found
  if (!about.mayTransfer) forbidden()
  const here = `/assets/${asset.number}`
  if (asset.state !== 'active' || proposal) redirect(here)
  const back = backFromForm(asset, review)
  const seen = { number: String(asset.number), version: String(asset.version) }
  return (
    <>
      <PageHead title={words.title(asset.name)} above={form.department} lead={words.lead} back={back} />
      <ReturnedBecause returned={form.found.returned} />
      <TransferForm {...seen} {...form.offers} cancelHref={back.href} review={review} />
    </>
  )
}
