import { importLabels as words } from '@/lib/labels/import-preview'

type ImportToolsProps = {
  id: string
  asked?: number
  hasMarks: boolean
  /** A button beside leads to the columns already. */
  hasColumns?: boolean
  mayResend?: boolean
}

/** The ways from a preview to what decides about it. */
export function ImportTools({
  id,
  asked = 0,
  hasMarks,
  hasColumns = false,
  mayResend = false,
}: ImportToolsProps) {
  const at = `/assets/import/${id}`
  return (
    <ul className="no-print mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {!hasColumns && (
        <li>
          <a href={`${at}/columns`}>{words.columns}</a>
        </li>
      )}
      {asked > 0 && (
        <li>
          <a href={`${at}/names`}>{words.names(asked)}</a>
        </li>
      )}
      {hasMarks && (
        <li>
          <a href={`${at}/marked`}>{words.marked}</a>
        </li>
      )}
      {mayResend && (
        <li>
          <a href="#resend">{words.resend}</a>
        </li>
      )}
    </ul>
  )
}
