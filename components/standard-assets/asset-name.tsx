import type { SchoolAsset } from '@/lib/features/standard-assets/school-schema'
import { schoolLabels as words } from '@/lib/labels/schools'

/** A school's asset with its link, and what the standard ledger calls it. */
export function AssetName({ number, name, state, standard }: SchoolAsset) {
  return (
    <p>
      <a href={`/assets/${number}`}>{name}</a>
      {state === 'draft' && <span className="ml-2 text-14 text-gray-700">{words.draft}</span>}
      {standard !== null && standard !== name && (
        <span className="ml-2 text-14 text-gray-700">{words.namedOtherwise(standard)}</span>
      )}
    </p>
  )
}
