'use client'
import { buttonStyle } from '@/components/ui/button-style'
import { errorPageActs } from '@/lib/labels/shell'
import { ErrorPage } from './error-page'

/** What the error boundaries show: a page that could not be rendered, and another try. */
export function BrokenPage({ error }: { error: unknown }) {
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <ErrorPage kind="broken" number={number}>
      <button
        type="button"
        onClick={() => {
          window.location.reload()
        }}
        className={buttonStyle('primary')}
      >
        {errorPageActs.retry}
      </button>
    </ErrorPage>
  )
}
