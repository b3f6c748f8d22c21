import { proposalLabels as words } from '@/lib/labels/proposals'

export type Returned = { reason: string | null; decided: string | null; proposalHref?: string | undefined }

/** Why it was returned, by whom and when: wherever it is mended. */
export function ReturnedBecause({ returned }: { returned: Returned | null | undefined }) {
  if (!returned) return null
  return (
    <div className="mb-6 border-l-8 border-orange-800 bg-orange-50 px-4 py-3">
      <p className="font-bold">{words.returnedBecause}</p>
      <p className="whitespace-pre-line">{returned.reason}</p>
      <p className="text-14 text-gray-700">{returned.decided}</p>
      {returned.proposalHref && (
        <p className="text-14">
          <a href={returned.proposalHref}>{words.all}</a>
        </p>
      )}
    </div>
  )
}
