'use client'
import { useEffect } from 'react'

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function press(event: KeyboardEvent): void {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typesInto(event.target)) {
    const search = document.getElementById('portal-search')
    if (!search) return
    event.preventDefault()
    search.focus()
  }
  if (event.key === 'Escape') {
    const menu = document.querySelector<HTMLDetailsElement>('.closes-on-escape[open]')
    if (!menu) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
}

/** `/` goes to the search, Escape closes an open menu. */
export function ShellKeys() {
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [])
  return null
}
