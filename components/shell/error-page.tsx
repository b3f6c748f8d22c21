'use client'
import type { ReactNode } from 'react'
import { errorPageActs, errorPageLabels } from '@/lib/labels/shell'
import { buttonStyle } from '@/components/ui/button-style'

type ErrorPageProps = {
  kind: keyof typeof errorPageLabels
  /** The number under which the server's log keeps the error; never the error itself. */
  number?: string | undefined
  children?: ReactNode
}

/** What happened, whether anything was saved, what to do: the same three answers on every error page. */
export function ErrorPage({ kind, number, children }: ErrorPageProps) {
  const { title, happened, saved, todo } = errorPageLabels[kind]
  return (
    <div className="max-w-2xl">
      <h1 className="mb-4 text-24 font-bold md:text-28">{title}</h1>
      <p>{happened}</p>
      <p className="mt-2">{saved}</p>
      <p className="mt-2">{todo}</p>
      {number && (
        <p className="mt-2 text-14 text-gray-700">
          {errorPageActs.number}　{number}
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {children}
        <a href="/" className={buttonStyle('secondary')}>
          {errorPageActs.home}
        </a>
        {kind === 'notFound' && (
          <a href="/assets" className={buttonStyle('secondary')}>
            {errorPageActs.ledger}
          </a>
        )}
      </div>
    </div>
  )
}
