import type { ReactNode } from 'react'

/** Details on demand, e.g. 「理由を見る」; works without a script. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary className="w-fit text-blue-1000 underline underline-offset-4">{summary}</summary>
      <div className="mt-2 border-l-4 border-gray-200 pl-4">{children}</div>
    </details>
  )
}
