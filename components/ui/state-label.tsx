import type { ReactNode } from 'react'

export type StateTone = 'waiting' | 'active' | 'attention' | 'closed'

/** A state in words; the frame only repeats what the word says. */
export function StateLabel({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return <span className={`state state-${tone}`}>{children}</span>
}
