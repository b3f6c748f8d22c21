import { StateLabel, type StateTone } from '@/components/ui/state-label'
import type { DepartmentState } from '@/lib/domain/review'
import { departmentStateLabels } from '@/lib/labels/reviews'

const tones: Record<DepartmentState, StateTone> = {
  notBegun: 'waiting',
  inProgress: 'waiting',
  answered: 'waiting',
  certified: 'active',
  returned: 'attention',
}

/** How far a department is, in words. */
export function DepartmentStateLabel({ state }: { state: DepartmentState }) {
  return <StateLabel tone={tones[state]}>{departmentStateLabels[state]}</StateLabel>
}
