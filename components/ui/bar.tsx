import type { ReactNode } from 'react'

type BarProps = { value: number; max: number; label: string; children?: ReactNode }

/** Progress with its numbers in words (children) beside it. */
export function Bar({ value, max, label, children }: BarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div className="w-48 max-w-full">
        <progress className="bar" value={value} max={Math.max(max, 1)} aria-label={label} />
      </div>
      {children && <span className="text-14">{children}</span>}
    </div>
  )
}
