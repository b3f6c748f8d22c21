'use client'
import { useContext, type ReactNode } from 'react'
import { FormStateContext } from '@/components/form/form-context'

type FoldedSectionProps = {
  title: string
  purpose: string
  names: readonly string[]
  filled: boolean
  children: ReactNode
}

/** A part of a form that the ordinary case does not need: folded, unless it holds something or something in it is wrong. */
export function FoldedSection({ title, purpose, names, filled, children }: FoldedSectionProps) {
  const state = useContext(FormStateContext)
  const wrong = state.status === 'invalid' && names.some((name) => state.errors[name] !== undefined)
  return (
    <details open={filled || wrong} className="mb-8 border-t border-gray-420 pt-5">
      <summary className="text-20 font-bold">{title}</summary>
      <p className="mt-1 text-gray-700">{purpose}</p>
      <div className="mt-4">{children}</div>
    </details>
  )
}
