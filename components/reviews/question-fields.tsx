import { Choice } from '@/components/form/choice'
import { FileField } from '@/components/form/file-field'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { fileKinds } from '@/lib/domain/file-kind'
import { saveGiven } from '@/lib/features/reviews/given-actions'
import type { ShownQuestion } from '@/lib/features/reviews/given-schema'
import { questionLabels as words, yesNoLabels } from '@/lib/labels/review-questions'

type QuestionFormProps = {
  review: string
  department: string
  /** The asset that is asked about; none for the department itself. */
  number?: string
  questions: ShownQuestion[]
}

const accept = [...fileKinds, 'jpeg'].map((kind) => `.${kind}`).join(',')
const yesNo = Object.entries(yesNoLabels).map(([value, label]) => ({ value, label }))

/** The questions of a review where they are answered, with files; one press saves all of them. */
export function QuestionForm({ review, department, number = '', questions }: QuestionFormProps) {
  const names = questions.map(({ place, kind, label }) => [
    `${kind === 'file' ? 'file' : 'given'}-${place}`,
    label,
  ])
  return (
    <Form action={saveGiven} fieldNames={Object.fromEntries(names) as Record<string, string>}>
      <HiddenField name="review" value={review} />
      <HiddenField name="department" value={department} />
      <HiddenField name="number" value={number} />
      {questions.map((question) => (
        <QuestionField key={question.place} {...question} />
      ))}
      <SubmitButton kind="secondary">{words.save}</SubmitButton>
    </Form>
  )
}

function QuestionField({ place, kind, label, required, choices, version, value, file, by }: ShownQuestion) {
  const field = { name: `given-${place}`, label, required, help: by ?? undefined }
  const options = kind === 'yesNo' ? yesNo : choices.map((choice) => ({ value: choice, label: choice }))
  return (
    <>
      <HiddenField name={`seen-${place}`} value={String(version)} />
      {kind === 'text' && <TextArea {...field} value={value} maxLength={2000} />}
      {(kind === 'choice' || kind === 'yesNo') && (
        <Choice {...field} options={options} value={value} inline={kind === 'yesNo'} />
      )}
      {kind === 'file' && (
        <FileField
          {...field}
          name={`file-${place}`}
          help={
            <>
              {words.fileHelp}
              {by && <span className="block">{by}</span>}
            </>
          }
          accept={accept}
          present={
            file && (
              <p className="mb-2">
                {words.present}
                {'　'}
                <a href={file.href}>{file.name}</a>
              </p>
            )
          }
        />
      )}
    </>
  )
}

/** The same for who only looks. */
export function GivenList({ questions }: { questions: readonly ShownQuestion[] }) {
  return (
    <DescriptionList>
      {questions.map(({ place, label, said, file }) => (
        <Description key={place} term={label}>
          {file ? <a href={file.href}>{file.name}</a> : (said ?? words.none)}
        </Description>
      ))}
    </DescriptionList>
  )
}
