import type { ReactNode } from 'react'
import { shellLabels } from '@/lib/labels/shell'

/** The frame of pages without a person: sign-in, first password, errors outside of the portal. */
export function PlainFrame({ city, children }: { city?: string | undefined; children: ReactNode }) {
  return (
    <>
      <header className="border-b border-gray-420 px-4 py-3 md:px-8">
        {city && <span className="mr-3 text-14">{city}</span>}
        <span className="text-18 font-bold">{shellLabels.portalName}</span>
      </header>
      <main id="content" className="mx-auto max-w-3xl px-4 py-8">
        {children}
      </main>
    </>
  )
}
