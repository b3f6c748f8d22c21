import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'
import { buttonStyle } from './button-style'

type PagerProps = { previousHref?: string | undefined; nextHref?: string | undefined; children?: ReactNode }

/** Keyset pages: forward and back, with the place in words between (children). */
export function Pager({ previousHref, nextHref, children }: PagerProps) {
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label={kitLabels.pager} className="no-print mt-4 flex flex-wrap items-center gap-4">
      {previousHref && (
        <a href={previousHref} rel="prev" className={buttonStyle('secondary', 'small')}>
          {kitLabels.previous}
        </a>
      )}
      {children && <span className="text-14">{children}</span>}
      {nextHref && (
        <a href={nextHref} rel="next" className={buttonStyle('secondary', 'small')}>
          {kitLabels.next}
        </a>
      )}
    </nav>
  )
}
