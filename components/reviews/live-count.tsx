'use client'
import { useEffect, useRef, useState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { saveReview } from '@/lib/features/reviews/form-actions'
import { reviewFormLabels as words } from '@/lib/labels/review-report'

const pause = 400

/** How many assets the scope covers now: counted again after each change; without a script by its button. */
export function LiveCount() {
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    const count = async () => {
      const mine = ++asked
      const data = new FormData(form)
      data.set('act', 'count')
      setSaid(words.counting)
      const state = await saveReview({ status: 'idle' }, data).catch(() => null)
      if (mine === asked) setSaid(state?.status === 'review' ? state.message : '')
    }
    const changed = (event: Event) => {
      if (
        event.target instanceof HTMLInputElement &&
        event.target.type === 'text' &&
        event.target.name === 'title'
      )
        return
      clearTimeout(timer)
      timer = setTimeout(() => void count(), pause)
    }
    void count()
    form.addEventListener('change', changed)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('change', changed)
    }
  }, [])
  return (
    <div
      ref={box}
      className="mb-6 flex flex-wrap items-center gap-4 border border-gray-420 bg-gray-50 px-5 py-4"
    >
      <p role="status" className="min-w-0 flex-1 font-bold">
        {said}
      </p>
      <SubmitButton kind="secondary" name="act" value="count">
        {words.count}
      </SubmitButton>
    </div>
  )
}
