import type { ReactNode } from 'react'

type SectionProps = {
  title: ReactNode
  id: string
  lead?: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** A part of a page under its own h2; `id` makes it a target for links. */
export function Section({ title, id, lead, action, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3 border-b border-gray-420 pb-1">
        <h2 id={`${id}-title`} className="text-20 font-bold">
          {title}
        </h2>
        {action && <div className="no-print text-14">{action}</div>}
      </div>
      {lead && <div className="mb-4 max-w-3xl">{lead}</div>}
      {children}
    </section>
  )
}
