import { ChangeList } from '@/components/ui/change-list'
import { Disclosure } from '@/components/ui/disclosure'
import type { ShownImportRow } from '@/lib/features/imports/shown-schema'
import { previewLabels as words } from '@/lib/labels/import-preview'

/** What is wrong in a row and how it is mended, what changes from what to what, and how its cells were read. */
export function RowRemarks({ row }: { row: ShownImportRow }) {
  const { problems, notices, readings, changes, double, skipReason } = row
  return (
    <div className="grid min-w-0 gap-2">
      {problems.length > 0 && (
        <ul className="grid gap-1">
          {problems.map(({ cell, what, mend }) => (
            <li key={`${cell} ${what}`}>
              <span className="aside mr-2">{cell}</span>
              <strong className="text-red-1000">{what}</strong>
              {mend}
            </li>
          ))}
        </ul>
      )}
      {double !== null && <p className="font-bold">{double}</p>}
      {skipReason !== null && <p>{words.skipped(skipReason)}</p>}
      {row.hasMoved && <p className="font-bold">{words.moved}</p>}
      {row.isMended && <p>{words.mended}</p>}
      {changes.length > 0 && (
        <ChangeList
          changes={changes.map(({ field, before, after, isProposed }) => ({
            field: isProposed ? `${field}（${words.proposed}）` : field,
            before,
            after,
          }))}
        />
      )}
      {row.isDraft && row.kind === 'new' && notices.length === 0 && <p>{words.draft}</p>}
      {notices.length > 0 && (
        <ul className="grid gap-1">
          {notices.map(({ cell, text }) => (
            <li key={`${cell} ${text}`}>
              <span className="aside mr-2">{cell}</span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {readings.length > 0 && (
        <Disclosure summary={words.readings(readings.length)}>
          <ul className="grid gap-1">
            {readings.map(({ cell, text }) => (
              <li key={`${cell} ${text}`}>
                {text}
                <span className="aside ml-2">{cell}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {row.present !== null && (
        <p>
          <a href={row.present.href}>{row.present.label}</a>
        </p>
      )}
    </div>
  )
}
