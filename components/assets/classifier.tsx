'use client'
import { useContext, useEffect, useRef, useState } from 'react'
import { Choice } from '@/components/form/choice'
import { FormStateContext } from '@/components/form/form-context'
import { questionLabels } from '@/lib/labels/classifier'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { questionsFor } from '@/lib/domain/classifier-questions'
import { proposalSignature } from '@/lib/domain/decide-classification'
import { decisionOf, type ClassifierSetting } from './classifier-values'
import { ProposalCard } from './proposal-card'
import { LevelChoices } from './level-choices'

type ClassifierProps = {
  setting: ClassifierSetting
  /** The form's values as the page was made; what is typed later is read from the form itself. */
  initial: Record<string, string>
  judgesAnew: boolean
}

/**
 * The question-led classifier. It reads the whole form, so that its proposal follows every answer at once; without
 * JavaScript the server renders it anew from what was sent.
 */
export function Classifier({ setting, initial, judgesAnew }: ClassifierProps) {
  const state = useContext(FormStateContext)
  const sent = state.status === 'idle' ? initial : { ...initial, ...state.values }
  const [live, setLive] = useState<Record<string, string>>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = box.current?.closest('form')
    const look = () => {
      if (form) setLive(textsOf(new FormData(form)))
    }
    form?.addEventListener('change', look)
    form?.addEventListener('input', look)
    return () => {
      form?.removeEventListener('change', look)
      form?.removeEventListener('input', look)
    }
  }, [])
  const values = live ? { ...sent, ...live } : sent
  const { facts, answers, decision, scheme, current } = decisionOf(setting, values)

  return (
    <div ref={box} className="grid gap-x-8 lg:grid-cols-[1fr_20rem]">
      <div>
        {questionsFor(facts, answers).map((code) => {
          const { question, help, options } = questionLabels[code]
          return (
            <Choice
              key={code}
              name={`answer-${code}`}
              label={question}
              help={help}
              value={initial[`answer-${code}`]}
              inline={Object.keys(options).length === 2}
              options={Object.entries(options).map(([value, label]) => ({ value, label }))}
            />
          )
        })}
        <LevelChoices {...{ scheme, decision, initial, judgesAnew, current }} />
      </div>
      <ProposalCard scheme={scheme} decision={decision} title={words.proposal} />
      <input type="hidden" name="seenProposal" value={proposalSignature(decision.proposal)} readOnly />
    </div>
  )
}

function textsOf(data: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of data.entries()) if (typeof value === 'string') texts[name] ??= value
  return texts
}
