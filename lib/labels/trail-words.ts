import { assetFields } from '@/lib/domain/asset'
import { fieldOfColumn, auditActions, type AuditAction } from '@/lib/domain/audit-event'
import { auditSentence, changedFieldLabel } from './audit'
import { valueInWords } from './asset-values'
import { employmentLabels } from './organization'
import { roleLabels, scopeKindLabels } from './roles'
import { schemeStatusLabels } from './scheme'
import { stateInWords } from './trail-states'

type Changes = Record<string, [unknown, unknown]>
const ids: Readonly<Record<string, string>> = {
  department_id: 'department',
  parent_id: 'department',
  from_id: 'department',
  to_id: 'department',
  submitted_by: 'person',
  registered_by: 'person',
  granted_by: 'person',
  person_id: 'person',
  principal_id: 'person',
  deputy_id: 'person',
  named_by: 'person',
  scheme_id: 'scheme',
}
/** Columns that say nothing to a person, or say twice what another column says. */
const silent = new Set([
  'number',
  'version',
  'scheme_family',
  'level_rank',
  'classification_id',
  'updated_at',
  'updated_by',
  'id',
])

/** {column: [before, after]} of a table's row as fields in words; `names` holds the names for ids ('department:12'). */
export function changesInWords(changes: Changes, names: Record<string, string>, table?: string) {
  const ordered = Object.entries(changes).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return ordered.flatMap(([column, [before, after]]) => {
    const label = silent.has(column) ? null : changedFieldLabel(column)
    if (label === null) return []
    const said = (value: unknown) => {
      const kind = ids[column]
      if (kind && value !== null && value !== undefined)
        return names[`${kind}:${JSON.stringify(value)}`] ?? ''
      const word = column === 'state' ? stateInWords(table, value) : otherWords[column]?.[String(value)]
      return word ?? valueInWords(fieldOfColumn(column), value)
    }
    const change = { field: label, before: said(before), after: said(after) }
    return change.before === change.after ? [] : [change]
  })
}

/** Columns of other tables than the ledger whose values are codes. */
const otherWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleLabels,
  scope_kind: scopeKindLabels,
  employment: employmentLabels,
  status: schemeStatusLabels,
}

/** Columns in the order of the form; unknown ones last. */
function placeOf(column: string): number {
  const at = order.indexOf(fieldOfColumn(column))
  return at < 0 ? order.length : at
}
const order: readonly string[] = [
  'state',
  ...assetFields,
  'confidentiality',
  'integrity',
  'availability',
  'importance',
  'audience',
]

export function eventInWords(
  actor: string | null,
  action: string,
  { onBehalfOf }: Record<string, string> = {},
): string {
  const known = auditActions.find((each) => each === action)
  return known ? auditSentence(actor, known satisfies AuditAction, onBehalfOf) : action
}
