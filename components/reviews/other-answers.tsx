'use client'
import { sheetLabels as words } from '@/lib/labels/review-sheet'

/** The answers other than 変更なし: what was given, or where each of them is given. */
export type OtherAnswer = {
  /** What was answered, with whom it waits for; null while there is none. */
  said: string | null
  by: string | null
  to: string | null
  proposal: { href: string; state: string } | null
  /** What is still open about it. */
  open: string | null
  links: { row: string; change: string; disposed: string; notOurs: string } | null
}

export function OtherAnswers({ other, name, hidden }: { other: OtherAnswer; name: string; hidden: boolean }) {
  const { said, links, proposal } = other
  return (
    <>
      {said && (
        <span className="block">
          <span className="font-bold">{said}</span>
          {proposal && (
            <>
              {'　'}
              <a href={proposal.href}>
                {proposal.state}
                <span className="sr-only">{words.of(name)}</span>
              </a>
            </>
          )}
          {other.to && <span className="aside">{other.to}</span>}
          {other.open && <span className="aside font-bold text-orange-1000">{other.open}</span>}
        </span>
      )}
      {other.by && <span className="aside">{other.by}</span>}
      {links && !hidden && (
        <span className="flex flex-wrap gap-x-3 md:min-w-64">
          {said && <span className="py-1 text-gray-700">{words.instead}</span>}
          {(['change', 'disposed', 'notOurs'] as const).map((act) => (
            <a key={act} href={links[act]} data-answer={act} className="inline-block py-1">
              {words.act[act]}
              <span className="sr-only">{words.of(name)}</span>
            </a>
          ))}
        </span>
      )}
    </>
  )
}
