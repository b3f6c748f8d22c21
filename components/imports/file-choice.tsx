'use client'
import { useEffect, useRef, useState } from 'react'
import { controlStyle } from '@/components/form/field'
import { buttonStyle } from '@/components/ui/button-style'
import { importListLabels as words } from '@/lib/labels/import-pages'

const most = 32 * 1024 * 1024
const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('ja')}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`

/** The file field and its button. With a script it tells the size before sending, and can't be sent twice. */
export function FileChoice() {
  const [chosen, setChosen] = useState<{ name: string; size: number } | null>(null)
  const [isSending, setSending] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const isTooLarge = chosen !== null && chosen.size > most
  const see = () => {
    const file = input.current?.files?.[0]
    setChosen(file ? { name: file.name, size: file.size } : null)
  }
  useEffect(() => {
    const form = input.current?.form
    // What was chosen before the script arrived; and a page that the browser kept is ready to send again.
    see()
    const ready = () => {
      setSending(false)
    }
    const send = () => {
      setSending(true)
    }
    form?.addEventListener('submit', send)
    window.addEventListener('pageshow', ready)
    return () => {
      form?.removeEventListener('submit', send)
      window.removeEventListener('pageshow', ready)
    }
  }, [])
  return (
    <>
      <label htmlFor="field-file" className="mb-1 block font-bold">
        {words.file}
      </label>
      <p id="field-file-help" className="mb-1 text-14 text-gray-700">
        {words.fileHelp}
      </p>
      <input
        ref={input}
        id="field-file"
        name="file"
        type="file"
        required
        accept=".xlsx,.csv,.tsv"
        aria-describedby="field-file-help field-file-size"
        onChange={see}
        className={controlStyle}
      />
      <p id="field-file-size" role="status" className="mt-1 mb-4 min-h-6 text-14">
        {chosen &&
          (isTooLarge
            ? words.chosenTooLarge(sizeOf(chosen.size))
            : words.chosen(chosen.name, sizeOf(chosen.size)))}
      </p>
      <button
        type="submit"
        aria-disabled={isSending || undefined}
        onClick={(event) => {
          if (isSending) event.preventDefault()
        }}
        className={buttonStyle('primary')}
      >
        {isSending ? words.sending : words.send}
      </button>
    </>
  )
}
