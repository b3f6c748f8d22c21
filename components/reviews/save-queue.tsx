'use client'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { autosaveAnswers } from '@/lib/features/reviews/sheet-actions'
import type { SavedRow } from '@/lib/features/reviews/sheet-saved-schema'
import { sheetLabels as words } from '@/lib/labels/review-sheet'

type Given = { place: number; version: number; value: string }
type Change = { unchanged?: boolean; note?: string; given?: Given }
type Queue = {
  /** What became of each row that was sent, by its number. */
  saved: Readonly<Record<string, SavedRow>>
  change: (number: string, version: number, change: Change) => void
}
type Waiting = Omit<Change, 'given'> & { version: number; given: Given[] }
const QueueContext = createContext<Queue | null>(null)

/** The queue of the sheet around; null where the sheet is only looked at. */
export function useSaveQueue(): Queue | null {
  return use(QueueContext)
}

/**
 * Saves while somebody answers: one request at a time, with everything that changed since the last. What could not be
 * sent stays to be sent and is said; leaving with something unsaved asks first.
 */
export function SaveQueue({
  review,
  department,
  savedWord,
  children,
}: {
  review: string
  department: string
  /** What is said once everything is saved. */
  savedWord: string
  children: ReactNode
}) {
  const [saved, setSaved] = useState<Readonly<Record<string, SavedRow>>>({})
  const [word, setWord] = useState('')
  const dirty = useRef(new Map<string, Waiting>())
  const isSending = useRef(false)
  const versions = useRef(new Map<string, number>())
  // Of what was given, by row and place.
  const givenVersions = useRef(new Map<string, number>())

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    while (dirty.current.size > 0) {
      const batch = [...dirty.current]
      dirty.current = new Map()
      setWord(words.saving)
      const rows = batch.map(([number, { version, ...change }]) => ({
        number,
        version: versions.current.get(number) ?? version,
        ...change,
        given: change.given.map((each) => ({
          ...each,
          version: givenVersions.current.get(`${number}-${String(each.place)}`) ?? each.version,
        })),
      }))
      const answer = await autosaveAnswers({ review, department, rows }).catch(() => null)
      if (answer?.status !== 'saved') {
        for (const [number, change] of batch)
          dirty.current.set(number, merged(change, dirty.current.get(number)))
        setWord(answer?.message ?? words.notSaved)
        break
      }
      for (const row of answer.result) {
        versions.current.set(row.number, row.version)
        for (const { place, version } of row.given)
          givenVersions.current.set(`${row.number}-${String(place)}`, version)
      }
      setSaved((before) => ({
        ...before,
        ...Object.fromEntries(answer.result.map((row) => [row.number, row])),
      }))
      setWord(answer.result.every((row) => row.isSaved) ? savedWord : words.conflict)
    }
    isSending.current = false
  }, [review, department, savedWord])

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current.size > 0 || isSending.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.removeEventListener('beforeunload', leaving)
    }
  }, [])

  const queue = useMemo<Queue>(
    () => ({
      saved,
      change: (number, version, { given, ...change }) => {
        const waiting = { ...change, version, given: given ? [given] : [] }
        dirty.current.set(number, merged(dirty.current.get(number), waiting))
        void send()
      },
    }),
    [saved, send],
  )
  return (
    <QueueContext value={queue}>
      {children}
      <p role="status" className="no-print sticky bottom-0 mt-2 min-h-6 w-fit bg-white pr-4 font-bold">
        {word}
      </p>
    </QueueContext>
  )
}

/** Two changes of one row as one: the later of each. */
function merged(first: Waiting | undefined, later: Waiting | undefined): Waiting {
  const given = new Map([...(first?.given ?? []), ...(later?.given ?? [])].map((each) => [each.place, each]))
  return { version: 0, ...first, ...later, given: [...given.values()] }
}
