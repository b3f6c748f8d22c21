import { ButtonLink } from '@/components/ui/button'
import type { ShownReviewEntry } from '@/lib/features/reviews/inbox-schema'
import { proposalLabels } from '@/lib/labels/proposals'
import { RestUnchanged } from './rest-unchanged'

/** Something that waits in a review: a sheet to answer, a department to certify, a bureau to sign off. */
export function ReviewEntry({ entry }: { entry: ShownReviewEntry }) {
  return (
    <li className="border border-gray-420 px-5 py-4">
      <h2 className="break-words text-18 font-bold">
        <a href={entry.href}>{entry.title}</a>
      </h2>
      <p className="flex flex-wrap gap-x-4 text-14 text-gray-700">
        <span>{entry.kind}</span>
        {entry.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <div className="mt-3 grid gap-3">
        {entry.returnedReason !== null && (
          <div className="border-l-8 border-orange-800 bg-orange-50 px-4 py-3">
            <p className="font-bold">{proposalLabels.returnedBecause}</p>
            <p className="whitespace-pre-line">{entry.returnedReason}</p>
          </div>
        )}
        <p>{entry.said}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {entry.rest ? (
            <>
              <RestUnchanged {...entry.rest} back="inbox" kind="secondary" />
              <a href={entry.href}>
                {entry.act}
                <span className="sr-only">{proposalLabels.of(entry.title)}</span>
              </a>
            </>
          ) : (
            <ButtonLink kind="secondary" href={entry.href}>
              {entry.act}
              <span className="sr-only">{proposalLabels.of(entry.title)}</span>
            </ButtonLink>
          )}
        </div>
      </div>
    </li>
  )
}
