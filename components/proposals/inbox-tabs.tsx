import { Tabs } from '@/components/ui/tabs'
import { inboxLabels as words } from '@/lib/labels/proposals'

const kinds = ['approval', 'returned', 'review', 'seen', 'stuck'] as const
type Kind = (typeof kinds)[number]

/** The kinds of what waits, each with its number; those of which nothing waits are left out. */
export function InboxTabs({ counts, kind }: { counts: Record<Kind, number>; kind: Kind | null }) {
  const shown = kinds.filter((each) => counts[each] > 0 || each === kind)
  const all = kinds.reduce((sum, each) => sum + counts[each], 0)
  if (kind === null && shown.length < 2) return null
  return (
    <Tabs
      label={words.kinds}
      tabs={[
        { href: '/inbox', label: words.everything, count: all, current: kind === null },
        ...shown.map((each) => ({
          href: `/inbox?kind=${each}`,
          label: words.kind[each],
          count: counts[each],
          current: each === kind,
        })),
      ]}
    />
  )
}
