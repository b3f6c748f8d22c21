import type { ReactNode } from 'react'

/** A part of a form: its title and a sentence that says what it is for. */
export function FormSection({
  title,
  purpose,
  children,
}: {
  title: ReactNode
  purpose?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="mb-8 border-t border-gray-420 pt-5">
      <h2 className="text-20 font-bold">{title}</h2>
      {purpose && <p className="mt-1 text-gray-700">{purpose}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}

/** The buttons at the end of a form. */
export function FormActs({ children }: { children: ReactNode }) {
  return (
    <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-gray-420 pt-5">{children}</div>
  )
}
