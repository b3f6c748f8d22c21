import { ledgerHref } from '@/lib/features/dashboard/search-schema'
import { Section } from '@/components/ui/section'
import { countInWords, dashboardLabels as words } from '@/lib/labels/dashboard'

type AttentionProps = {
  unconfirmed: number
  drafts: number
  unclassified: number
  withoutZone: number
  unknownPeople: number
  withoutPersonal: number
  /** The viewer answers for the content and confirms it; else somebody else is to be asked. */
  mayEdit: boolean
}

/** The few figures that want somebody to act, first: how many, what, and what to do. */
export function AttentionList({
  unconfirmed,
  drafts,
  unclassified,
  withoutZone,
  unknownPeople,
  withoutPersonal,
  mayEdit,
}: AttentionProps) {
  const active = { state: ['active'] }
  const entries = [
    {
      count: unconfirmed,
      href: ledgerHref({ unconfirmed: '1' }),
      what: words.unconfirmed,
      todo: mayEdit ? words.unconfirmedOwn : words.unconfirmedTodo,
    },
    { count: drafts, href: ledgerHref({ state: ['draft'] }), what: words.drafts, todo: words.draftsTodo },
    {
      count: unclassified,
      href: ledgerHref({ ...active, confidentiality: ['none'], importance: ['none'] }),
      what: words.unclassified,
      todo: words.unclassifiedTodo,
    },
    {
      count: withoutZone,
      href: ledgerHref({ ...active, zone: ['notEntered'] }),
      what: words.withoutZone,
      todo: words.withoutZoneTodo,
    },
    {
      count: withoutPersonal,
      href: ledgerHref({ ...active, personal: ['null'] }),
      what: words.withoutPersonal,
      todo: words.withoutPersonalTodo,
    },
    { count: unknownPeople, href: '#personal', what: words.unknownPeople, todo: words.unknownPeopleTodo },
  ].filter((entry) => entry.count > 0)
  return (
    <Section id="attention" title={words.attention}>
      {entries.length === 0 && <p>{words.attentionNone}</p>}
      <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {entries.map(({ count, href, what, todo }) => (
          <li key={what} className="border-l-4 border-orange-800 pl-3">
            <a href={href} className="block">
              {what} <strong className="whitespace-nowrap text-20">{countInWords(count)}</strong>
              {words.cases}
            </a>
            <p className="text-14 text-gray-700">{todo}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
