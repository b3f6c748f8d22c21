import type { Metadata } from 'next'
import { ErrorPage } from '@/components/shell/error-page'
import { errorPageLabels } from '@/lib/labels/shell'

export const metadata: Metadata = { title: errorPageLabels.notFound.title }

export default function NotFound() {
  return <ErrorPage kind="notFound" />
}
