import { bulkEditLabels } from '@/lib/labels/bulk-edit'
import { exportLabels as words } from '@/lib/labels/export'
import { importListLabels } from '@/lib/labels/import-pages'

type FoundLineProps = {
  found: string
  /** What is counted without being shown. */
  withheld: string | null
  /** Where the same rows are changed together; null for whoever may not. */
  bulkHref: string | null
  /** Where the same rows are written out; null for whoever may not, or when there are none. */
  exportHref: string | null
  /** Whether files may be brought in. */
  mayImport: boolean
}

/** How many rows a search of the ledger has, and the ways to change them together, to bring others in and to take them out. */
export function FoundLine({ found, withheld, bulkHref, exportHref, mayImport }: FoundLineProps) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <p role="status">{found}</p>
        <span className="no-print flex flex-wrap gap-x-6">
          {bulkHref && <a href={bulkHref}>{bulkEditLabels.link}</a>}
          {mayImport && <a href="/assets/import">{importListLabels.link}</a>}
          {exportHref && <a href={exportHref}>{words.link}</a>}
        </span>
      </div>
      {withheld && <p className="mb-2 text-14">{withheld}</p>}
    </>
  )
}
