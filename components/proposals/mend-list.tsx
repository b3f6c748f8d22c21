import { ButtonLink } from '@/components/ui/button'
import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { inboxLabels as words } from '@/lib/labels/proposals'

type MendListProps = { proposal: Pick<ShownProposal, 'id' | 'toMend' | 'toMendCount'> }

/** What was returned and not submitted again yet: each asset with the way to mend it. */
export function MendList({ proposal: { id, toMend, toMendCount } }: MendListProps) {
  const [first] = toMend
  if (!first) return null
  if (toMendCount === 1)
    return (
      <p>
        <ButtonLink kind="secondary" href={`/assets/${first.number}`}>
          {words.mend}
        </ButtonLink>
      </p>
    )
  return (
    <div>
      <p className="font-bold">{words.toMend(toMendCount)}</p>
      <p className="mb-2 text-14 text-gray-700">{words.toMendLead}</p>
      <ul className="grid gap-2">
        {toMend.map(({ number, name }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-0 break-words">{name}</span>
            <a href={`/assets/${number}`}>
              {words.mend}
              <span className="sr-only">{words.of(name)}</span>
            </a>
          </li>
        ))}
      </ul>
      {toMendCount > toMend.length && (
        <p className="mt-2">
          <a href={`/proposals/${id}`}>{words.moreToMend(toMendCount - toMend.length)}</a>
        </p>
      )}
    </div>
  )
}
