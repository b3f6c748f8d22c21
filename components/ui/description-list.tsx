import type { ReactNode } from 'react'

/** Names and values of one thing; children are Description. */
export function DescriptionList({ children }: { children: ReactNode }) {
  return <dl className="border-t border-gray-200">{children}</dl>
}

/** One field: its name, its value, and beside it a link to mend it. */
export function Description({
  term,
  action,
  children,
}: {
  term: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="grid gap-x-6 border-b border-gray-200 py-2 md:grid-cols-[13rem_1fr]">
      <dt className="text-14 leading-6 text-gray-700">{term}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-4">
        <div className="min-w-0 flex-1 whitespace-pre-line">{children}</div>
        {action && <div className="no-print text-14">{action}</div>}
      </dd>
    </div>
  )
}
