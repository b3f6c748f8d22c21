import { NoEntries } from './no-entries'
import { TrailEntries, type TrailItem } from './trail-entries'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { trailHref, type TrailSearch } from '@/lib/features/audit-log/schema'
import { auditLogLabels as words } from '@/lib/labels/audit-log'

type TrailSectionProps = {
  search: TrailSearch
  items: TrailItem[]
  older: bigint | null
  people: { loginId: string; name: string }[] | null
}

/** One page of entries with the way to older ones and back to the newest. */
export function TrailSection({ search, items, older, people }: TrailSectionProps) {
  const newest = search.before !== null && <a href={trailHref(search)}>{words.newest}</a>
  return (
    <Section id="entries" title={words.entries} action={newest}>
      {items.length === 0 ? <NoEntries search={search} people={people} /> : <TrailEntries items={items} />}
      <Pager nextHref={older === null ? undefined : trailHref(search, older)}>{words.older}</Pager>
    </Section>
  )
}
