'use client'
import { useContext } from 'react'
import { FormStateContext } from '@/components/form/form-context'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { axesOf, levelsOf } from '@/lib/domain/classification'
import type { Chosen, Decision } from '@/lib/domain/decide-classification'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { axisLabels } from '@/lib/labels/scheme'
import type { SchemeOfForm } from './classifier-values'

type LevelChoicesProps = {
  scheme: SchemeOfForm
  decision: Decision
  initial: Record<string, string>
  /** The levels that stand now. */
  current: Chosen
  /** A registered asset is judged anew: the reason is always asked. */
  judgesAnew: boolean
}

/** Where a person overrules the proposal, axis by axis, with a reason. Folded away in the ordinary case. */
export function LevelChoices({ scheme, decision, initial, judgesAnew, current }: LevelChoicesProps) {
  const state = useContext(FormStateContext)
  const wrong =
    state.status === 'invalid' &&
    Object.keys(state.errors).some((name) => /^level-|^overruleReason$/.test(name))
  const overruled = decision.overruled.length > 0
  return (
    <details open={judgesAnew || wrong || overruled} className="mb-6">
      <summary className="w-fit text-blue-1000 underline underline-offset-4">{words.choose}</summary>
      <div className="mt-3">
        {axesOf[scheme.family].map((axis) => {
          const known = levelsOf(scheme.levels, axis)
          const proposed = known.find((level) => level.code === decision.proposal.levels[axis])
          const standing = known.find((level) => level.code === current[axis])
          return (
            <Select
              key={axis}
              name={`level-${axis}`}
              label={axisLabels[axis]}
              value={initial[`level-${axis}`]}
              emptyLabel={
                proposed
                  ? words.asProposed(proposed.label)
                  : standing
                    ? words.asItStands(standing.label)
                    : words.asProposedNone
              }
              options={known.map((level) => ({
                value: level.code,
                label: `${level.label}：${level.criterion.replace(words.paraphrase, '')}`.slice(0, 60),
              }))}
            />
          )
        })}
        <TextArea
          name="overruleReason"
          label={judgesAnew ? words.reason : words.overruleReason}
          help={judgesAnew ? undefined : words.overruleHelp}
          required={judgesAnew}
          value={initial['overruleReason']}
        />
      </div>
    </details>
  )
}
