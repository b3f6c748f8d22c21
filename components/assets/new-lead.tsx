import { assetFormLabels as words } from '@/lib/labels/asset-pages'

/** Above the form of a new asset: the way back to its kind, with what is chosen already. */
export function NewLead({ department, review }: { department: string; review: string | undefined }) {
  const query = new URLSearchParams({ department, ...(review ? { review } : {}) })
  return (
    <>
      {words.newLead} <a href={`/assets/new?${query.toString()}`}>{words.changeKind}</a>
    </>
  )
}
