import { ChangeList, type Change } from '@/components/ui/change-list'
import { Disclosure } from '@/components/ui/disclosure'
import { auditLogLabels as words } from '@/lib/labels/audit-log'

export type TrailItem = {
  id: string
  when: string
  sentence: string
  subject: { label: string; href?: string | undefined } | null
  reason: string | null
  changes: Change[]
  link: bigint | null
  source: string | null
}

/** What happened, the newest first: who, when, on what, from what to what, why, and the link that seals it. */
export function TrailEntries({ items }: { items: TrailItem[] }) {
  return (
    <ol className="grid gap-5">
      {items.map((item) => (
        <li key={item.id} className="border-l-4 border-gray-300 pl-4">
          <p>
            <span className="mr-4 text-14 tabular-nums text-gray-700">{item.when}</span>
            {item.sentence}
          </p>
          {item.subject && (
            <p>
              {item.subject.href ? <a href={item.subject.href}>{item.subject.label}</a> : item.subject.label}
            </p>
          )}
          {item.reason && <p className="whitespace-pre-line text-14">{words.reason(item.reason)}</p>}
          <Changes changes={item.changes} />
          <p className="flex flex-wrap gap-x-4 text-14 text-gray-700">
            {item.link !== null && <span>{words.link(item.link)}</span>}
            {item.source && <span>{words.source(item.source)}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A new row changes every field at once: more than a few are folded. */
function Changes({ changes }: { changes: Change[] }) {
  if (changes.length <= 4) return <ChangeList changes={changes} />
  return (
    <Disclosure summary={words.manyChanges(changes.length)}>
      <ChangeList changes={changes} />
    </Disclosure>
  )
}
