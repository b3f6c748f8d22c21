import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { shellLabels } from '@/lib/labels/shell'
import '@fontsource-variable/noto-sans-jp/wght.css'
import './fonts/roman-numerals.css'
import './globals.css'

export const metadata: Metadata = {
  title: { default: shellLabels.portalName, template: `%s | ${shellLabels.portalName}` },
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

/** Every page is rendered per request: a page made at build time would carry no nonce (ADR on the CSP). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="ja">
      <body>{children}</body>
    </html>
  )
}
