import { exportLabels as words } from '@/lib/labels/export'

type FoundLineProps = {
  found: string
  /** What is counted without being shown. */
  withheld: string | null
  /** Where the same rows are written out; null for whoever may not, or when there are none. */
  exportHref: string | null
}

/** How many rows a search of the ledger has, and the way to take them out. */
export function FoundLine({ found, withheld, exportHref }: FoundLineProps) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <p role="status">{found}</p>
        {exportHref && (
          <a href={exportHref} className="no-print">
            {words.link}
          </a>
        )}
      </div>
      {withheld && <p className="mb-2 text-14">{withheld}</p>}
    </>
  )
}
