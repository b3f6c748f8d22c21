'use client'
import { BrokenPage } from '@/components/shell/broken-page'
import { PlainFrame } from '@/components/shell/plain-frame'

export default function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <PlainFrame>
      <BrokenPage error={error} />
    </PlainFrame>
  )
}
