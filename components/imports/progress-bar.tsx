'use client'
import { useEffect, useState } from 'react'
import { importProgressLabels as words } from '@/lib/labels/import-preview'

export type Progress = { phase: string | null; done: number; total: number | null }

/** The bar moves each second and the page is drawn anew when the state changes; without a script the page reloads itself. */
export function ProgressBar({
  address,
  state,
  initial,
}: {
  address: string
  state: string
  initial: Progress
}) {
  const [shown, setShown] = useState(initial)
  useEffect(() => {
    let isOver = false
    const timer = setInterval(() => {
      void fetch(address, { headers: { accept: 'application/json' } })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((told: (Progress & { state: string }) | null) => {
          if (isOver || told === null) return
          if (told.state === state) setShown(told)
          else {
            isOver = true
            location.reload()
          }
        })
        // The line is down for a moment: the next second asks again.
        .catch(() => undefined)
    }, 1_000)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [address, state])
  const { phase, done, total } = shown
  const isKnown = total !== null && total > 0
  return (
    <div className="max-w-3xl">
      <progress
        aria-label={words.title}
        className="h-4 w-full accent-blue-900"
        {...(isKnown ? { max: total, value: Math.min(done, total) } : {})}
      />
      <p role="status" className="mt-1">
        {phase !== null && `${words.phases[phase] ?? ''}　`}
        {(done > 0 || isKnown) && words.of(done, total)}
      </p>
    </div>
  )
}
