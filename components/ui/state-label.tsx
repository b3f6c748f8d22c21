import type { ReactNode } from 'react'

export type StateTone = 'waiting' | 'active' | 'attention' | 'closed'

const tones: Record<StateTone, string> = {
  waiting: 'border border-dashed border-gray-700 bg-white text-gray-900',
  active: 'border border-green-800 bg-white text-green-900',
  attention: 'border border-orange-800 bg-orange-50 text-orange-1000',
  closed: 'border border-gray-200 bg-gray-100 text-gray-800',
}

/** A state in words; the frame only repeats what the word says. */
export function StateLabel({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`inline-block whitespace-nowrap rounded-4 px-2 text-14 leading-6 ${tones[tone]}`}>
      {children}
    </span>
  )
}
