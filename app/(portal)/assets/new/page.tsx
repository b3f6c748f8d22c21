import { AssetForm } from '@/components/assets/asset-form'
import { NewLead } from '@/components/assets/new-lead'
import { KindForm } from '@/components/assets/kind-form'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { draftAsset } from '@/lib/features/assets/actions'
import { prepareNewAsset } from '@/lib/features/assets/form-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { kindLabels } from '@/lib/labels/asset'
import { assetDetailLabels, assetFormLabels as words } from '@/lib/labels/asset-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.newTitle }
const back = { href: '/assets', label: assetDetailLabels.back }

export default async function NewAssetPage({ searchParams }: PageProps<'/assets/new'>) {
  const actor = await requireMay('asset.create')
  const { kind, department, review: asked } = await searchParams
  const review = readKey(asked)?.toString()
  const form = await prepareNewAsset(actor, { kind: String(kind), department: String(department) })
  if (form.step === 'kind')
    return (
      <>
        <PageHead title={words.newTitle} back={back} lead={words.stepKindLead} />
        {department !== undefined && <Notice kind="error" title={words.kindMissing} />}
        <KindForm departments={form.options} kind={form.kind} department={form.department} review={review} />
      </>
    )
  const above = `${form.department.label}　${kindLabels[form.kind]}`
  const again = <NewLead department={form.department.value} review={review} />
  const { setting, zones, values } = form
  const inputs = { setting, zones, values, review }
  return (
    <>
      <PageHead title={words.newTitle} back={back} above={above} lead={again} />
      <AssetForm mode="new" action={draftAsset} cancelHref="/assets" {...inputs} />
    </>
  )
}
