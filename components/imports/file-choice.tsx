'use client'
import { useEffect, useRef, useState } from 'react'
import { controlStyle } from '@/components/form/field'
import { buttonStyle } from '@/components/ui/button-style'
import { importListLabels as words } from '@/lib/labels/import-pages'
import { useFileDrop } from './file-drop'

const most = 32 * 1024 * 1024
const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('ja')}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`

type FileChoiceProps = { label?: string; send?: string; kind?: 'primary' | 'secondary' }

/**
 * The file field and its button. With a script a file can be dropped on it, it tells the size before sending, and can't be
 * sent twice.
 */
export function FileChoice({ label = words.file, send = words.send, kind = 'primary' }: FileChoiceProps) {
  const [chosen, setChosen] = useState<{ name: string; size: number } | null>(null)
  const [isSending, setSending] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const see = () => {
    const file = input.current?.files?.[0]
    setChosen(file ? { name: file.name, size: file.size } : null)
  }
  const zone = useRef<HTMLDivElement>(null)
  const drop = useFileDrop(zone, input, see)
  useEffect(() => {
    const form = input.current?.form
    // What was chosen before the script arrived; and a page that the browser kept is ready to send again.
    see()
    const ready = () => {
      setSending(false)
    }
    const sent = () => {
      setSending(true)
    }
    form?.addEventListener('submit', sent)
    window.addEventListener('pageshow', ready)
    return () => {
      form?.removeEventListener('submit', sent)
      window.removeEventListener('pageshow', ready)
    }
  }, [])
  return (
    <>
      <div
        ref={zone}
        className={drop.isOver ? 'outline-4 outline-offset-8 outline-dashed outline-blue-900' : undefined}
      >
        <label htmlFor="field-file" className="mb-1 block font-bold">
          {label}
        </label>
        <p id="field-file-help" className="mb-1 text-14 text-gray-700">
          {words.fileHelp}
          {drop.isReady && words.dropHelp}
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
          {drop.isSeveral ? words.onlyOne : chosen && said(chosen)}
        </p>
      </div>
      <button
        type="submit"
        aria-disabled={isSending || undefined}
        onClick={(event) => {
          if (isSending) event.preventDefault()
        }}
        className={buttonStyle(kind)}
      >
        {isSending ? words.sending : send}
      </button>
    </>
  )
}

const said = ({ name, size }: { name: string; size: number }) =>
  size > most ? words.chosenTooLarge(sizeOf(size)) : words.chosen(name, sizeOf(size))
