import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { deputyLabels as words } from '@/lib/labels/deputies'
import { DeputyForm, type DeputyAction, type DeputyFormProps } from './deputy-form'
import { DeputyTable, type DeputyTableRow } from './deputy-table'

type DeputiesProps = Omit<DeputyFormProps, 'action'> & {
  deputies: DeputyTableRow[]
  acts: { name: DeputyAction; end: DeputyAction; isForOthers: boolean } | null
  done: string
}

/** 代決: what is going on, what is to come, what is over, and the form that names somebody. */
export function Deputies({ deputies, acts, done, ...form }: DeputiesProps) {
  const of = (state: DeputyTableRow['state']) => deputies.filter((row) => row.state === state)
  const mayName = acts !== null && form.posts.length > 0
  const said = Object.entries(words.done).find(([act]) => act === done)?.[1]
  const past = of('past')
  return (
    <>
      {said && (
        <Notice kind={done === 'onlyClerk' ? 'warn' : 'done'} title={said}>
          {done === 'onlyClerk' && words.onlyClerkMore}
          {done === 'named' && !acts?.isForOthers && words.seenLater}
        </Notice>
      )}
      {deputies.length === 0 && (
        <div className="mb-10">
          <Empty why={words.emptyAll} todo={mayName ? words.emptyTodo : words.emptyNobody} />
        </div>
      )}
      {deputies.length > 0 &&
        (['current', 'coming'] as const).map((state) => (
          <Section key={state} id={state} title={words.list[state]}>
            {of(state).length > 0 ? (
              <DeputyTable caption={words.list[state]} rows={of(state)} end={acts?.end} />
            ) : (
              <p>{words.empty[state]}</p>
            )}
          </Section>
        ))}
      {mayName && (
        <Section
          id="name"
          title={words.nameTitle}
          lead={acts.isForOthers ? words.namePurposeOthers : words.namePurposeOwn}
        >
          <DeputyForm action={acts.name} {...form} />
        </Section>
      )}
      {past.length > 0 && (
        <Disclosure summary={`${words.list.past}（${past.length}）`}>
          <DeputyTable caption={words.list.past} rows={past} end={undefined} />
        </Disclosure>
      )}
    </>
  )
}
