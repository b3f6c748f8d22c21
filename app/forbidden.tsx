import type { Metadata } from 'next'
import { ErrorPage } from '@/components/shell/error-page'
import { PlainFrame } from '@/components/shell/plain-frame'
import { errorPageLabels } from '@/lib/labels/shell'

export const metadata: Metadata = { title: errorPageLabels.forbidden.title }

export default function Forbidden() {
  return (
    <PlainFrame>
      <ErrorPage kind="forbidden" />
    </PlainFrame>
  )
}
