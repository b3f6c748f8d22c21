import { StateLabel, type StateTone } from '@/components/ui/state-label'
import type { StepState } from '@/lib/domain/proposal'
import type { ShownStep } from '@/lib/features/proposals/detail-schema'
import { dutyLabels, proposalLabels as words, stepStateLabels } from '@/lib/labels/proposals'

const tones: Record<StepState, StateTone> = {
  future: 'closed',
  waiting: 'waiting',
  approved: 'active',
  returned: 'attention',
  void: 'closed',
}

/** The chain of approvals in its order: who decided what when, and who could decide the one that waits. */
export function StepLine({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol className="grid gap-2">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-wrap items-baseline gap-x-4 border-l-4 border-gray-300 pl-4">
          <StateLabel tone={tones[step.state]}>{stepStateLabels[step.state]}</StateLabel>
          <span>{dutyLabels[step.duty]}</span>
          <span className="text-14 text-gray-700">{step.department}</span>
          {step.decided && <span className="text-14">{step.decided}</span>}
          {step.state === 'waiting' && <span className="text-14">{waitsForInWords(step.names)}</span>}
          {step.state === 'future' && step.names.length > 0 && (
            <span className="text-14">{words.mayFollow(step.names)}</span>
          )}
          {step.reason && <p className="w-full whitespace-pre-line text-14">{step.reason}</p>}
        </li>
      ))}
    </ol>
  )
}

/** Whose turn it is: 「○○さんの承認を待っています」 */
export function waitsForInWords(names: readonly string[]): string {
  return names.length === 0 ? words.nobody : words.waitsFor(names)
}
