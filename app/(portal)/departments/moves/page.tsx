import { MoveForm } from '@/components/assets/move-form'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { listPendingMoves } from '@/lib/features/assets/move-queries'
import { formatDate } from '@/lib/labels/dates'
import { moveLabels as words } from '@/lib/labels/moves'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../../organization-tabs'

export const metadata = { title: words.title }

export default async function MovesPage({ searchParams }: PageProps<'/departments/moves'>) {
  const actor = await requireMay('asset.moveToSuccessor')
  const moves = await listPendingMoves(actor)
  const moved = /^\d{1,9}$/.exec(String((await searchParams).moved))?.[0]
  return (
    <>
      <OrganizationHead
        title={words.title}
        lead={words.lead}
        tabs={organizationTabs(actor.viewer, 'moves')}
      />
      {moved && <Notice kind="done" title={words.moved(moved)} />}
      {moves.length === 0 && <Empty why={words.none} />}
      {moves.map((move) => (
        <Section
          key={move.id}
          id={`department-${move.id}`}
          title={move.name}
          lead={words.closedOn(formatDate(move.closedOn))}
        >
          <MoveForm {...move} />
        </Section>
      ))}
    </>
  )
}
