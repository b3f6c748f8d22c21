import type { PersonalData, Visibility } from './asset'
import { loosenedFields } from './loosening'

/** What a merge of duplicates is judged by. */
export type Mergeable = {
  number: bigint
  state: string
  departmentId: bigint
  schemeId: bigint
  levelRank: number
  personalData: PersonalData | null
  visibility: Visibility
}
export type MergeRefusal = 'notActive' | 'otherDepartment' | 'otherScheme' | 'keptLower' | 'keptLooser'

/**
 * What speaks against keeping one of two duplicates and ending the other: what is left protects at least as much, else a
 * merge would lower by the way. The database asks the same (merge_loosens).
 */
export function mergeRefusal(kept: Mergeable, gone: Mergeable): MergeRefusal | null {
  if (kept.state !== 'active' || gone.state !== 'active') return 'notActive'
  if (kept.departmentId !== gone.departmentId) return 'otherDepartment'
  if (kept.schemeId !== gone.schemeId) return 'otherScheme'
  if (kept.levelRank < gone.levelRank) return 'keptLower'
  const facts = ({ personalData, visibility }: Mergeable) => ({ personal_data: personalData, visibility })
  return loosenedFields(facts(gone), facts(kept)).length > 0 ? 'keptLooser' : null
}
