'use client'
import type { ReactNode } from 'react'
import { shellLabels } from '@/lib/labels/shell'
import { Banner, type BannerProps } from './banner'
import { Header, type HeaderProps } from './header'
import { SideNav, type NavEntry } from './side-nav'

export type PortalFrameProps = HeaderProps & {
  nav: NavEntry[]
  banner?: BannerProps | undefined
  /** Printed on each sheet: the day the figures stand for, in words. */
  basisDate?: string | undefined
  children: ReactNode
}

/** The frame of every page behind the sign-in: header, at most seven entries, the content, a footer. */
export function PortalFrame({ nav, banner, basisDate, children, ...header }: PortalFrameProps) {
  const portal = [header.city, shellLabels.portalName].filter(Boolean).join('　')
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-2 focus:z-30 focus:bg-yellow-300 focus:p-2"
      >
        {shellLabels.skipToContent}
      </a>
      <Header {...header} />
      {banner && <Banner {...banner} />}
      <div className="min-h-[80vh] lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <SideNav entries={nav} />
        <main id="content" tabIndex={-1} className="content px-4 py-6 md:px-8 print:p-0">
          <div className="print-frame">
            <div className="print-head">
              <div className="mb-3 flex justify-between gap-6 border-b border-gray-900 pb-1">
                <span>{portal}</span>
                {basisDate && <span>{shellLabels.basisDate(basisDate)}</span>}
                <span>{shellLabels.printedBy(header.viewer.name)}</span>
              </div>
            </div>
            <div className="print-body">{children}</div>
          </div>
        </main>
      </div>
      <footer className="no-print border-t border-gray-200 px-4 py-4 text-14 text-gray-700 md:px-8">
        {portal}
      </footer>
    </>
  )
}
