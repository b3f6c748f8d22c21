import type { Metadata } from 'next'
import { ErrorPage } from '@/components/shell/error-page'
import { errorPageLabels } from '@/lib/labels/shell'

export const metadata: Metadata = { title: errorPageLabels.forbidden.title }

export default function Forbidden() {
  return <ErrorPage kind="forbidden" />
}
