import { notFound, redirect } from 'next/navigation'
import { MappingForm } from '@/components/schemes/mapping-form'
import { PageHead } from '@/components/ui/page-head'
import { findMappingsTo } from '@/lib/features/schemes/mapping-queries'
import { readVersion } from '@/lib/features/schemes/mapping-schema'
import { mappingLabels as words } from '@/lib/labels/scheme-mapping'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.formTitle }

export default async function SchemeMappingPage({ searchParams }: PageProps<'/schemes/mapping'>) {
  const actor = await requireMay('scheme.edit')
  const { from, to } = await searchParams
  const [mapping] = await findMappingsTo(actor, readVersion(to), readVersion(from))
  if (!mapping) notFound()
  const back = `/schemes?version=${mapping.to.code}`
  if (mapping.isUsed) redirect(back)
  return (
    <>
      <PageHead
        title={words.formTitle}
        above={words.of(mapping.from.label, mapping.to.label)}
        lead={words.formLead}
        back={{ href: back, label: mapping.to.label }}
      />
      <MappingForm mapping={mapping} />
    </>
  )
}
