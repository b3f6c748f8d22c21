import { kitLabels } from '@/lib/labels/form'

export type Step = { label: string; state: 'done' | 'current' | 'todo'; href?: string | undefined }

const words: Record<Step['state'], string> = {
  done: kitLabels.stepDone,
  current: kitLabels.stepCurrent,
  todo: kitLabels.stepTodo,
}
const looks: Record<Step['state'], string> = {
  done: 'border-green-800',
  current: 'border-blue-900 font-bold',
  todo: 'border-gray-300 text-gray-700',
}

/** The way through a longer task: what is done, where one is, what follows. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <nav aria-label={kitLabels.steps} className="mb-6">
      <ol className="flex flex-wrap gap-3">
        {steps.map((step, at) => (
          <li
            key={step.label}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className={`min-w-36 flex-1 border-t-4 pt-1 ${looks[step.state]}`}
          >
            <span className="block text-14 font-normal text-gray-700">{words[step.state]}</span>
            <span>
              {at + 1}. {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
