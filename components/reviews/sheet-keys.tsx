'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { sheetLabels as words } from '@/lib/labels/review-sheet'

const answers: Readonly<Record<string, string>> = {
  '2': '[data-answer="change"]',
  '3': '[data-answer="disposed"]',
  '4': '[data-answer="notOurs"]',
}
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Keys of the sheet: only inside its table, never while somebody writes; Tab stays what it is. */
export function SheetKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
      if (row && act(row, event.key, event.target)) event.preventDefault()
    }
    element?.addEventListener('keydown', pressed)
    return () => {
      element?.removeEventListener('keydown', pressed)
    }
  }, [])
  return (
    <div ref={box}>
      <div className="no-print mb-4">
        <Disclosure summary={words.keys}>
          <dl className="grid grid-cols-[8rem_1fr] gap-x-4 text-14">
            {words.keyList.map(([key, what]) => (
              <div key={key} className="contents">
                <dt>{key}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
      {children}
    </div>
  )
}

function act(row: HTMLElement, key: string, target: EventTarget | null): boolean {
  const name = key.toLowerCase()
  const step = steps[key] ?? steps[name]
  if (step !== undefined) return goTo(row, step)
  if (name === '1') return press(row, 'input[type="checkbox"]')
  if (name === 'n') return focus(row.querySelector('input[name^="note-"]'))
  if (name === 's') return focus(document.querySelector('#rest button'))
  // Enter on a link opens that link; on a box it would send the whole sheet.
  if (key === 'Enter') return target instanceof HTMLInputElement && press(row, '[data-open]')
  const answer = answers[name]
  return answer !== undefined && press(row, answer)
}

function goTo(row: HTMLElement, step: number): boolean {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const next = rows[rows.indexOf(row) + step]
  const box = next?.querySelector<HTMLElement>('input[type="checkbox"]')
  return focus(box ?? next?.querySelector('a') ?? null)
}

function focus(element: HTMLElement | null): boolean {
  element?.focus()
  return element !== null
}

function press(row: HTMLElement, selector: string): boolean {
  const element = row.querySelector<HTMLElement>(selector)
  element?.click()
  return element !== null
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text'
}
