import { Dash } from '@/components/ui/absent'
import { StateLabel } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { SuccessionKind } from '@/lib/domain/department'
import type { CategoryCode, ExecutiveBodyCode } from '@/lib/domain/reference'
import { formatDateShort } from '@/lib/labels/dates'
import { departmentLabels as words, formerInWords, successorInWords } from '@/lib/labels/departments-pages'
import { categoryLabels, executiveBodyLabels } from '@/lib/labels/organization'

type Note = { code: string; name: string; kind: SuccessionKind; on: string }
export type ShownDepartment = {
  id: bigint
  code: string
  name: string
  bureau: string | null
  categoryCode: CategoryCode
  executiveBodyCode: ExecutiveBodyCode
  depth: number
  validFrom: string
  validTo: string | null
  formerly: Note[]
  successors: Note[]
  /** Roles that nobody holds here; null: not for this viewer, or not asked of this department. */
  lacks: (keyof typeof words.lacks)[] | null
}

/** Steps of the tree; deeper ones stay at the last. */
const indents = ['font-bold', 'md:pl-6', 'md:pl-12', 'md:pl-18'] as const

type DepartmentTableProps = {
  departments: ShownDepartment[]
  today: string
  /** Some are left out: each names its bureau instead of standing under it. */
  flat: boolean
}

/** The tree as a list: each department under the one above it. */
export function DepartmentTable({ departments, today, flat }: DepartmentTableProps) {
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.code}</HeadCell>
      <HeadCell>{words.category}</HeadCell>
      <HeadCell>{words.executiveBody}</HeadCell>
      <HeadCell>{words.period}</HeadCell>
      <HeadCell>{words.history}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.caption} captionHidden head={head}>
      {departments.map((department) => (
        <Row key={department.code}>
          <Cell rowHead label={words.name}>
            <div className={flat ? undefined : indents[Math.min(department.depth, 3)]}>
              {department.bureau !== null && (
                <span className={flat ? undefined : 'sr-only'}>{department.bureau} </span>
              )}
              {department.name} <State department={department} today={today} />
              {department.lacks?.map((role) => (
                <span key={role} className="mr-2">
                  <StateLabel tone="attention">{words.lacks[role]}</StateLabel>
                </span>
              ))}
            </div>
          </Cell>
          <Cell label={words.code}>{department.code}</Cell>
          <Cell label={words.category}>{categoryLabels[department.categoryCode]}</Cell>
          <Cell label={words.executiveBody}>{executiveBodyLabels[department.executiveBodyCode]}</Cell>
          <Cell label={words.period}>{periodOf(department)}</Cell>
          <Cell label={words.history}>
            <History department={department} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function State({ department, today }: { department: ShownDepartment; today: string }) {
  if (department.validTo !== null && department.validTo < today)
    return <StateLabel tone="closed">{words.closed}</StateLabel>
  return department.validFrom > today ? <StateLabel tone="waiting">{words.future}</StateLabel> : null
}

function History({ department: { formerly, successors } }: { department: ShownDepartment }) {
  if (formerly.length + successors.length === 0) return <Dash />
  return (
    <ul>
      {formerly.map((note) => (
        <li key={`from ${note.code}`}>{formerInWords(note.kind, formatDateShort(note.on), note.name)}</li>
      ))}
      {successors.map((note) => (
        <li key={`to ${note.code}`}>{successorInWords(note.kind, formatDateShort(note.on), note.name)}</li>
      ))}
    </ul>
  )
}

function periodOf({ validFrom, validTo }: ShownDepartment): string {
  const from = formatDateShort(validFrom)
  return validTo === null ? words.since(from) : words.fromTo(from, formatDateShort(validTo))
}
