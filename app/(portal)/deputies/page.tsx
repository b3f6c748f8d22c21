import { Deputies } from '@/components/deputies/deputies-page'
import { PageHead } from '@/components/ui/page-head'
import { endAnyDeputy, endOwnDeputy, nameAnyDeputy, nameOwnDeputy } from '@/lib/features/deputies/actions'
import { showDeputies } from '@/lib/features/deputies/queries'
import { deputyLabels as words } from '@/lib/labels/deputies'
import { navLabels } from '@/lib/labels/shell'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function DeputiesPage({ searchParams }: PageProps<'/deputies'>) {
  const actor = await requireMay('self.manage')
  const page = await showDeputies(actor)
  const acts = may(actor.viewer, 'grant.manageApprovers')
    ? { name: nameAnyDeputy, end: endAnyDeputy, isForOthers: true }
    : may(actor.viewer, 'deputy.name')
      ? { name: nameOwnDeputy, end: endOwnDeputy, isForOthers: false }
      : null
  const done = String((await searchParams)['done'])
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/', label: navLabels.home }} />
      <Deputies {...page} acts={acts} done={done} />
    </>
  )
}
