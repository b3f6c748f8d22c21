import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'

export type NoticeKind = 'info' | 'warn' | 'error' | 'done'

const looks: Record<NoticeKind, string> = {
  info: 'border-blue-900 bg-blue-50',
  warn: 'border-orange-800 bg-orange-50',
  error: 'border-red-900 bg-red-50',
  done: 'border-green-800 bg-green-50',
}

const words: Record<NoticeKind, string> = {
  info: 'text-blue-1000',
  warn: 'text-orange-1000',
  error: 'text-red-1000',
  done: 'text-green-900',
}

type NoticeProps = { kind?: NoticeKind; title: ReactNode; children?: ReactNode }

/** A message that says its kind in words; an error interrupts a screen reader, the others wait. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={`mb-6 border-l-8 px-4 py-3 ${looks[kind]}`}>
      <p className="font-bold">
        <span className={`mr-2 ${words[kind]}`}>{kitLabels.notice[kind]}</span>
        {title}
      </p>
      {children && <div className="mt-1">{children}</div>}
    </div>
  )
}
