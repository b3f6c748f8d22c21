'use client'
import { useEffect, useRef } from 'react'
import { formLabels } from '@/lib/labels/form'
import type { FormState } from '@/lib/platform/form-state'
import { ConflictTable } from './conflict-table'
import { controlId } from './control-id'

type ErrorSummaryProps = {
  state: FormState
  fieldNames?: Record<string, string> | undefined
  keepsTyped: boolean
}

/** What went wrong, at the top of the form; takes the focus, also without JavaScript (autofocus). */
export function ErrorSummary({ state, fieldNames, keepsTyped }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') box.current?.focus()
  }, [state])
  if (state.status === 'idle') return null
  const refusedNote = keepsTyped ? formLabels.refusedNote : formLabels.refusedNoteEmptied

  return (
    <div
      ref={box}
      id="form-errors"
      role="alert"
      tabIndex={-1}
      // Without a script this is what brings a person to the message.
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the message must be met first
      autoFocus
      className={`focus-target mb-6 border-4 bg-white px-5 py-4 ${state.status === 'review' ? 'border-blue-900' : 'border-red-900'}`}
    >
      {state.status === 'invalid' ? (
        <Invalid {...state} fieldNames={fieldNames ?? {}} keepsTyped={keepsTyped} />
      ) : state.status === 'review' ? (
        <>
          <h2 className="text-20 font-bold">{state.title ?? formLabels.reviewTitle}</h2>
          <p className="mt-1">{state.message}</p>
        </>
      ) : (
        <>
          <h2 className="text-20 font-bold">
            {state.conflict ? formLabels.conflictTitle : formLabels.refusedTitle}
          </h2>
          <p className="mt-1">{state.message}</p>
          {state.sessionEnded && (
            <p className="mt-1">
              <a href="/sign-in" target="_blank" rel="noopener">
                {formLabels.signInElsewhere}
              </a>
            </p>
          )}
          {state.conflict && <ConflictTable conflicts={state.conflict} />}
          <p className="mt-1">{state.conflict ? formLabels.conflictNote : refusedNote}</p>
        </>
      )}
    </div>
  )
}

function Invalid({
  errors,
  values,
  fieldNames,
  keepsTyped,
}: {
  errors: Record<string, string[]>
  values: Record<string, string>
  fieldNames: Record<string, string>
  keepsTyped: boolean
}) {
  const wrong = Object.entries(errors).filter(([, messages]) => messages.length > 0)
  const named = Object.keys(fieldNames)
  // Nothing that was typed can be left where every field that a person sees came empty.
  const isUntyped = named.length > 0 && named.every((name) => (values[name] ?? '').trim() === '')
  const note = isUntyped
    ? formLabels.summaryNoteUntyped
    : keepsTyped
      ? formLabels.summaryNote
      : formLabels.summaryNoteEmptied
  return (
    <>
      <h2 className="text-20 font-bold">{formLabels.summaryTitle(wrong.length)}</h2>
      <p className="mt-1">{note}</p>
      <ul className="mt-2 list-disc pl-6">
        {wrong.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${controlId(name)}`} className="text-red-1000">
              {fieldNames[name] && `${fieldNames[name]}：`}
              {messages.join(' ')}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
