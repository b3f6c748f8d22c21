'use client'
import { useRef, useState } from 'react'
import { Absent, type AbsentKind } from '@/components/ui/absent'
import { LevelBadge, type LevelBadgeProps } from '@/components/ui/level-badge'
import { Cell } from '@/components/ui/table'
import type { ShownQuestion } from '@/lib/features/reviews/given-schema'
import { questionLabels } from '@/lib/labels/review-questions'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import { BecomesBadges } from './becomes-levels'
import { OtherAnswers, type OtherAnswer } from './other-answers'
import { RowQuestions } from './row-questions'
import { useSaveQueue } from './save-queue'

export type AnswerRowProps = {
  number: string
  name: string
  kind: string
  href: string | null
  version: number
  levels: LevelBadgeProps[]
  /** Under the new version, in a reclassification: badges null where a person judges. */
  becomes: { badges: LevelBadgeProps[] | null; adoptForm: string | null; judgeHref: string | null } | null
  zone: { label: string } | AbsentKind
  marks: string[]
  isUnchanged: boolean
  /** Can be ticked here; false: it must be opened first, or something waits for approval. */
  isTickable: boolean
  other: OtherAnswer
  note: string
  mayAnswer: boolean
  questions: ShownQuestion[]
}

/** One asset of the sheet. What is ticked or written is saved at once; without a script by the button below. */
export function AnswerRow({ row }: { row: AnswerRowProps }) {
  const { number, name, mayAnswer } = row
  const queue = useSaveQueue()
  const [isUnchanged, setUnchanged] = useState(row.isUnchanged)
  const [note, setNote] = useState(row.note)
  const sentNote = useRef(row.note)
  const sent = queue?.saved[number]
  const version = sent?.version ?? row.version
  const tick = (wanted: boolean) => {
    setUnchanged(wanted)
    queue?.change(number, version, { unchanged: wanted })
  }
  return (
    <tr data-row={number}>
      <Cell label={words.number} numeric>
        {number}
      </Cell>
      <Cell label={words.name} rowHead>
        {row.href ? (
          <a href={row.href} data-open>
            {name}
          </a>
        ) : (
          name
        )}
        <span className="aside">{row.kind}</span>
      </Cell>
      <Cell label={words.levels}>
        {row.levels.length === 0 ? (
          <Absent kind="unclassified" />
        ) : (
          <span className="whitespace-nowrap">
            {row.levels.map((level) => (
              <LevelBadge key={level.name} {...level} />
            ))}
          </span>
        )}
        {row.becomes && <BecomesBadges badges={row.becomes.badges} />}
        <span className="aside">
          {typeof row.zone === 'string' ? <Absent kind={row.zone} /> : row.zone.label}
        </span>
      </Cell>
      <Cell label={words.findings}>
        {row.marks.map((mark) => (
          <span key={mark} className="block">
            {mark}
          </span>
        ))}
      </Cell>
      <Cell label={words.answer}>
        {mayAnswer && (
          <>
            <input type="hidden" name={`row-${number}`} value={`${version}:${row.isUnchanged ? '1' : '0'}`} />
            <input type="hidden" name={`shown-note-${number}`} value={row.note} />
          </>
        )}
        {mayAnswer && row.isTickable ? (
          <label className="flex min-h-8 cursor-pointer items-center gap-2">
            <input type="hidden" name={`tickable-${number}`} value="1" />
            <input
              type="checkbox"
              name={`unchanged-${number}`}
              checked={isUnchanged}
              onChange={(event) => {
                tick(event.target.checked)
              }}
              aria-label={words.unchangedOf(name)}
              className="size-5 shrink-0 accent-blue-900"
            />
            {words.unchanged}
          </label>
        ) : (
          isUnchanged && <span className="block">{words.unchanged}</span>
        )}
        {row.becomes?.adoptForm && <AdoptButton form={row.becomes.adoptForm} number={number} name={name} />}
        {row.becomes?.judgeHref && (
          <a href={row.becomes.judgeHref} className="inline-block py-1 font-bold">
            {reclassificationLabels.judgeAct}
            <span className="sr-only">{words.of(name)}</span>
          </a>
        )}
        <OtherAnswers other={row.other} name={name} hidden={isUnchanged} />
        {sent && !sent.isSaved && (
          <span className="mt-1 block border-l-4 border-orange-800 bg-orange-50 px-2 py-1" role="alert">
            {sent.message}
            {sent.theirs && row.isTickable && (
              <span className="mt-1 flex gap-4">
                <button
                  type="button"
                  className="cursor-pointer text-blue-1000 underline"
                  onClick={() => {
                    tick(isUnchanged)
                  }}
                >
                  {words.useMine}
                </button>
                <button
                  type="button"
                  className="cursor-pointer text-blue-1000 underline"
                  onClick={() => {
                    setUnchanged(sent.theirs?.isUnchanged ?? false)
                    setNote(sent.theirs?.note ?? '')
                    sentNote.current = sent.theirs?.note ?? ''
                  }}
                >
                  {words.keepTheirs}
                </button>
              </span>
            )}
          </span>
        )}
      </Cell>
      {row.questions.length > 0 && (
        <Cell label={questionLabels.column}>
          <RowQuestions {...row} version={version} />
        </Cell>
      )}
      <Cell label={words.note}>
        {mayAnswer ? (
          <input
            type="text"
            name={`note-${number}`}
            id={`field-note-${number}`}
            value={note}
            maxLength={1000}
            autoComplete="off"
            aria-label={words.noteOf(name)}
            onChange={(event) => {
              setNote(event.target.value)
            }}
            onBlur={() => {
              if (note === sentNote.current) return
              sentNote.current = note
              queue?.change(number, version, { note })
            }}
            className="min-h-9 w-full min-w-32 rounded-4 border border-gray-600 px-2"
          />
        ) : (
          row.note
        )}
      </Cell>
    </tr>
  )
}

/** Belongs to a form of its own beside the table: what is typed into the sheet is saved as ever. */
function AdoptButton({ form, number, name }: { form: string; number: string; name: string }) {
  return (
    <button
      type="submit"
      form={form}
      name="number"
      value={number}
      className="min-h-9 cursor-pointer rounded-8 border border-blue-900 px-3 py-1 text-left text-14 text-blue-1000 hover:bg-blue-50"
    >
      {reclassificationLabels.adopt}
      <span className="sr-only">{words.of(name)}</span>
    </button>
  )
}
