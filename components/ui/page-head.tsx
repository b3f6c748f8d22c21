import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'

type PageHeadProps = {
  title: ReactNode
  back?: { href: string; label: string } | undefined
  /** Small line above the title, e.g. 資産番号 and department. */
  above?: ReactNode
  /** A sentence that says what the page is for. */
  lead?: ReactNode
  /** At most one primary button. */
  action?: ReactNode
  /** Keeps the head in sight while its page scrolls. */
  sticky?: boolean
}

/** The one h1 of a page with the way back and its primary action. */
export function PageHead({ title, back, above, lead, action, sticky }: PageHeadProps) {
  const stay = sticky ? 'md:sticky md:top-0 md:z-10 bg-white border-b border-gray-200 py-3' : ''
  return (
    <div className={`mb-6 ${stay}`}>
      {back && (
        <p className="no-print mb-2 text-14">
          <a href={back.href}>{kitLabels.back(back.label)}</a>
        </p>
      )}
      {above && <div className="mb-1 text-14 text-gray-700">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="text-24 font-bold leading-snug md:text-28">{title}</h1>
        {action && <div className="no-print flex flex-wrap items-center gap-3">{action}</div>}
      </div>
      {lead && <div className="mt-2 max-w-3xl">{lead}</div>}
    </div>
  )
}
