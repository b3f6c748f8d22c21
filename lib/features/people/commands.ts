import 'server-only'
import { employmentLabels } from '@/lib/labels/organization'
import { personFields } from '@/lib/labels/people-forms'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate } from '@/lib/platform/day'
import type { FieldConflict } from '@/lib/platform/form-state'
import type { NewPerson, PersonEdit } from './schema'

export type AddRefusal = 'loginIdTaken' | 'employeeNumberTaken' | 'nothingToDo'
export type EditRefusal = 'notFound' | 'stale' | 'employeeNumberTaken'
export type EndRefusal = 'notFound' | 'stale' | 'ownAccount' | 'alreadyEnded'

/** Adds people without a role: who has none can't sign in yet. */
export async function addPeople(
  actor: May<'person.manage'>,
  people: readonly NewPerson[],
): Promise<Outcome<{ ids: ReadonlyMap<string, bigint> }, AddRefusal>> {
  return change(actor, async (db) => {
    const added = await insertPeople(db, people)
    if ('refused' in added) return added
    const [first, ...others] = added.events
    return first ? { result: { ids: added.ids }, events: [first, ...others] } : { refused: 'nothingToDo' }
  })
}

/** The same inside a wider change. `ids` by login ID. */
export async function insertPeople(
  db: WriteDb,
  people: readonly NewPerson[],
): Promise<{ ids: Map<string, bigint>; events: AuditEvent[] } | { refused: AddRefusal }> {
  const loginIds = people.map((person) => person.loginId)
  const numbers = people.map((person) => person.employeeNumber).filter((number) => typeof number === 'string')
  const taken = await db.person.findMany({
    where: { OR: [{ loginId: { in: loginIds } }, { employeeNumber: { in: numbers } }] },
    select: { loginId: true },
  })
  if (taken.length > 0)
    return {
      refused: taken.some((row) => loginIds.includes(row.loginId)) ? 'loginIdTaken' : 'employeeNumberTaken',
    }
  if (new Set(loginIds).size < loginIds.length) return { refused: 'loginIdTaken' }
  if (new Set(numbers).size < numbers.length) return { refused: 'employeeNumberTaken' }
  const rows = await db.person.createManyAndReturn({
    data: people.map((person) => ({ ...person, employment: person.employment ?? 'regular' })),
    select: { id: true, loginId: true },
  })
  return {
    ids: new Map(rows.map((row) => [row.loginId, row.id])),
    events: rows.map((row) => about('person.added', row.id)),
  }
}

/** Changes what is written about a person; a stale form is told what differs. The login ID stays. */
export async function editPerson(
  actor: May<'person.manage'>,
  { person: id, version, ...fields }: PersonEdit,
): Promise<Outcome<{ id: bigint }, EditRefusal>> {
  return change(actor, async (db) => {
    const stored = await db.person.findUnique({ where: { id }, select: editable })
    if (!stored || stored.employment === 'system') return { refused: 'notFound' }
    if (stored.version !== version)
      return {
        refused: 'stale',
        conflict: conflictsOf(stored, fields),
        values: { version: String(stored.version) },
      }
    if (fields.employeeNumber !== null) {
      const other = await db.person.count({
        where: { employeeNumber: fields.employeeNumber, id: { not: id } },
      })
      if (other > 0) return { refused: 'employeeNumberTaken' }
    }
    const { count } = await db.person.updateMany({ where: { id, version }, data: fields })
    if (count !== 1) return { refused: 'stale' }
    return { result: { id }, events: [about('person.edited', id)] }
  })
}

/** From that day on the person can no longer sign in; sessions end by themselves. */
export async function endPerson(
  actor: May<'person.manage'>,
  { person: id, version, endedOn }: { person: bigint; version: number; endedOn: string },
): Promise<Outcome<{ id: bigint }, EndRefusal>> {
  if (id === actor.viewer.personId) return { refused: 'ownAccount' }
  return change(actor, async (db) => {
    const stored = await db.person.findUnique({
      where: { id },
      select: { version: true, endedOn: true, employment: true },
    })
    if (!stored || stored.employment === 'system') return { refused: 'notFound' }
    if (stored.endedOn) return { refused: 'alreadyEnded' }
    const { count } = await db.person.updateMany({
      where: { id, version },
      data: { endedOn: asDate(endedOn) },
    })
    if (count !== 1) return { refused: 'stale' }
    return { result: { id }, events: [about('person.ended', id)] }
  })
}

const editable = {
  version: true,
  name: true,
  kana: true,
  employeeNumber: true,
  employment: true,
  mail: true,
} as const
const editedFields = ['name', 'kana', 'employeeNumber', 'employment', 'mail'] as const
type Fields = Record<(typeof editedFields)[number], string | null>

function conflictsOf(stored: Fields, typed: Fields): FieldConflict[] {
  const inWords = (fields: Fields, field: keyof Fields) =>
    field === 'employment'
      ? employmentLabels[fields.employment as keyof typeof employmentLabels]
      : (fields[field] ?? '')
  return editedFields
    .filter((field) => stored[field] !== typed[field])
    .map((field) => ({
      field,
      label: personFields[field],
      theirs: inWords(stored, field),
      yours: inWords(typed, field),
    }))
}

function about(action: string, subjectId: bigint): AuditEvent {
  return { action, subjectType: 'people', subjectId }
}
