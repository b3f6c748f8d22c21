'use client'
import { usePathname } from 'next/navigation'
import { shellLabels } from '@/lib/labels/shell'

/** An entry of the left side; `current` overrides what the address says. */
export type NavEntry = {
  href: string
  label: string
  current?: boolean | undefined
  /** Other addresses that belong to the entry. */
  also?: string[] | undefined
}

/** True when the page lies at or below the entry; the start page only at itself. */
export function isCurrent(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}

function Entries({ entries }: { entries: NavEntry[] }) {
  const path = usePathname()
  return (
    <ul>
      {entries.map((entry) => {
        const current =
          entry.current ?? [entry.href, ...(entry.also ?? [])].some((href) => isCurrent(href, path))
        return (
          <li key={entry.href}>
            <a
              href={entry.href}
              aria-current={current ? 'page' : undefined}
              className={`block border-l-4 px-4 py-2.5 no-underline hover:bg-gray-50 hover:underline ${
                current
                  ? 'border-blue-900 bg-blue-50 font-bold text-gray-900'
                  : 'border-transparent text-gray-900 forced-colors:border-[Canvas]'
              }`}
            >
              {entry.label}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** The entries beside the content; below 64rem a menu that opens without a script. */
export function SideNav({ entries }: { entries: NavEntry[] }) {
  if (entries.length === 0) return <div className="hidden lg:block" />
  return (
    <>
      <nav
        aria-label={shellLabels.mainNavigation}
        className="no-print hidden border-r border-gray-200 py-6 lg:block"
      >
        <div className="sticky top-6">
          <Entries entries={entries} />
        </div>
      </nav>
      <details className="closes-on-escape no-print border-b border-gray-200 lg:hidden">
        <summary className="px-4 py-2.5 font-bold md:px-8">{shellLabels.menu}</summary>
        <nav aria-label={shellLabels.mainNavigation} className="border-t border-gray-200 py-2">
          <Entries entries={entries} />
        </nav>
      </details>
    </>
  )
}
