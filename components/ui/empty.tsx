import type { ReactNode } from 'react'

/** A list without rows: why it is empty, what to do, and the button for it. */
export function Empty({ why, todo, action }: { why: ReactNode; todo?: ReactNode; action?: ReactNode }) {
  return (
    <div className="border border-gray-300 bg-gray-50 px-6 py-8">
      <p className="text-18 font-bold">{why}</p>
      {todo && <div className="mt-2">{todo}</div>}
      {action && <div className="no-print mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  )
}
