'use client'
import { BrokenPage } from '@/components/shell/broken-page'
import { PlainFrame } from '@/components/shell/plain-frame'
import '@fontsource-variable/noto-sans-jp/wght.css'
import './fonts/roman-numerals.css'
import './globals.css'

/** Stands in for the root layout when that itself fails. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="ja">
      <body>
        <PlainFrame>
          <BrokenPage error={error} />
        </PlainFrame>
      </body>
    </html>
  )
}
