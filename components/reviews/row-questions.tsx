'use client'
import { useRef, useState } from 'react'
import type { ShownQuestion } from '@/lib/features/reviews/given-schema'
import { questionLabels as words, yesNoLabels } from '@/lib/labels/review-questions'
import { useSaveQueue } from './save-queue'

type RowQuestionsProps = {
  number: string
  name: string
  version: number
  href: string | null
  questions: ShownQuestion[]
  mayAnswer: boolean
}

/** What is asked of each asset, in its row: saved as it is answered; without a script with the sheet. */
export function RowQuestions({ questions, ...row }: RowQuestionsProps) {
  return questions.map((question) => (
    <span key={question.place} className="mb-2 block">
      <span className="block text-14">
        {question.label}
        {question.required && <span className="ml-1 text-red-1000">{words.required}</span>}
      </span>
      {row.mayAnswer && question.kind !== 'file' ? (
        <RowQuestion question={question} {...row} />
      ) : question.file ? (
        <a href={question.file.href}>{question.file.name}</a>
      ) : (
        <span className="block">{question.said ?? words.none}</span>
      )}
      {row.mayAnswer && question.kind === 'file' && row.href && (
        <a href={`${row.href}#questions`} className="block">
          {words.openForFile}
          <span className="sr-only">{words.inRow(question.label, row.name)}</span>
        </a>
      )}
    </span>
  ))
}

const control = 'min-h-9 w-full min-w-32 rounded-4 border border-gray-600 bg-white px-2'

function RowQuestion({
  question,
  number,
  name,
  version,
}: Omit<RowQuestionsProps, 'questions'> & { question: ShownQuestion }) {
  const { place, kind, label, choices } = question
  const queue = useSaveQueue()
  const [value, setValue] = useState(question.value)
  const sent = useRef(question.value)
  const give = (wanted: string) => {
    if (wanted === sent.current) return
    sent.current = wanted
    queue?.change(number, version, { given: { place, version: question.version, value: wanted } })
  }
  const field = `given-${number}-${String(place)}`
  const named = { name: field, id: `field-${field}`, value, 'aria-label': words.inRow(label, name) }
  const options =
    kind === 'yesNo' ? Object.entries(yesNoLabels) : choices.map((choice) => [choice, choice] as const)
  return (
    <>
      <input type="hidden" name={`seen-${field}`} value={question.version} />
      <input type="hidden" name={`shown-${field}`} value={question.value} />
      {kind === 'text' ? (
        <input
          {...named}
          type="text"
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => {
            setValue(event.target.value)
          }}
          onBlur={() => {
            give(value)
          }}
          className={control}
        />
      ) : (
        <select
          {...named}
          onChange={(event) => {
            setValue(event.target.value)
            give(event.target.value)
          }}
          className={control}
        >
          <option value="">{words.choose}</option>
          {options.map(([key, shown]) => (
            <option key={key} value={key}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
