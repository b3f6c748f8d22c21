'use client'
import { useEffect, useRef, useState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { renewalLabels as words } from '@/lib/labels/people-pages'

/** The button of the renewal; with a script it says how many are ticked. */
export function RenewalAct({ until }: { until: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const recount = () => {
      setCount(form.querySelectorAll('input[type=checkbox]:checked').length)
    }
    recount()
    form.addEventListener('change', recount)
    return () => {
      form.removeEventListener('change', recount)
    }
  }, [])
  return (
    <div ref={place} className="sticky bottom-0 z-10 border-t border-gray-420 bg-white py-3">
      <SubmitButton>{count === undefined ? words.act(until) : words.actCounted(count, until)}</SubmitButton>
    </div>
  )
}
