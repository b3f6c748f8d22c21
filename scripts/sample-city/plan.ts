import { addDays } from '@/lib/domain/calendar'
import { predecessorOn, type SampleOrganization } from './organization-file'
import type { SampleRow } from './sample-row'
import { contentStories, hasStory, levelStories } from './stories'
import { dayBetween, fraction, momentOf, type Timeline } from './timeline'

/** On these days the schemes came into force in the sample city. */
export const schemeDays = { municipal2024: '2024-10-15', education: '2025-04-01' }

type Batch = { at: string; department: string; keys: string[] }
/** What one person of a department did at one moment; `department` is a code of that day. */
export type Operation = Batch & {
  kind: 'draft' | 'register' | 'renew' | 'reclassify' | 'confirm' | 'edit' | 'dispose'
}
type Entry = { row: SampleRow; on: string; under: string }

/** Everything that the people of the sample city did with assets, in order. */
export function planOf(
  rows: readonly SampleRow[],
  organization: SampleOrganization,
  timeline: Timeline,
): Operation[] {
  const entries = batchEntries(rows.map((row) => entryOf(row, organization, timeline)))
  const operations = [
    ...entries.flatMap(([first, ...others]) => (first ? entryOperations([first, ...others], timeline) : [])),
    ...renewals(entries.flat(), organization),
    ...confirmations(entries.flat(), organization, timeline),
    ...stories(rows, organization),
    ...rows.flatMap((row) => disposal(row, organization)),
  ]
  return operations.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** When and under which department a row came into the portal. */
function entryOf(row: SampleRow, organization: SampleOrganization, timeline: Timeline): Entry {
  if (row.entered) return { row, ...row.entered }
  const on = row.isDraft
    ? dayBetween(addDays(timeline.today, -9), addDays(timeline.today, -3), row.key)
    : entryDay(row, timeline)
  return { row, on, under: departmentOn(row, on, organization) }
}

function entryDay(row: SampleRow, { setUpOn, today }: Timeline): string {
  const registered = row.content.registeredOn
  const latest = addDays(today, -21)
  if (row.family === 'education')
    return dayBetween(addDays(registered, 4), addDays(registered, 75), row.departmentCode)
  if (registered > setUpOn) {
    const soon = addDays(registered, 20)
    return dayBetween(registered, soon < latest ? soon : latest, row.key)
  }
  // The first stock-taking fills most of the ledger before the new levels; the rest comes in by and by.
  const isFirst = hasStory(row.key) || fraction('first', row.key) < 0.65
  return isFirst
    ? dayBetween(addDays(setUpOn, 10), addDays(schemeDays.municipal2024, -12), row.key)
    : dayBetween(addDays(schemeDays.municipal2024, 75), addDays(today, -40), row.key)
}

/** The department that answered on a day; half of what 情報システム課 has began under 電子計算課. */
export function departmentOn(row: SampleRow, day: string, organization: SampleOrganization): string {
  const wasElsewhere = row.departmentCode === '0420' && day < '2025-04-01' && fraction('0425', row.key) < 0.5
  if (row.entered && day < '2025-04-01') return row.entered.under
  return wasElsewhere ? '0425' : predecessorOn(organization, row.departmentCode, day)
}

/** One department enters what it has of one month together, on the last of the rows' days. */
function batchEntries(entries: readonly Entry[]): Entry[][] {
  const batches = new Map<string, Entry[]>()
  for (const entry of entries) {
    const kind = entry.row.isDraft ? 'draft' : entry.row.family
    const name = `${entry.under} ${entry.on.slice(0, 7)} ${kind}`
    batches.set(name, [...(batches.get(name) ?? []), entry])
  }
  return [...batches.values()].map((batch) => {
    const on =
      batch
        .map((entry) => entry.on)
        .sort()
        .at(-1) ?? ''
    return batch.map((entry) => ({ ...entry, on }))
  })
}

function entryOperations(batch: readonly [Entry, ...Entry[]], { today }: Timeline): Operation[] {
  const [{ on, under, row }] = batch
  const keys = batch.map((entry) => entry.row.key)
  const draft: Operation = { kind: 'draft', at: momentOf(on, 9, 12, under), department: under, keys }
  if (row.isDraft) return [draft]
  const wished = dayBetween(addDays(on, 1), addDays(on, 4), 'register', under, on)
  // What is entered at the end of a fiscal year, or just before new levels, is registered on the same day.
  const edges = ['2025-04-01', '2026-04-01', schemeDays.municipal2024, addDays(today, 1)]
  const day = edges.some((edge) => on < edge && wished >= edge) ? on : wished
  return [draft, { kind: 'register', at: momentOf(day, 13, 17, under), department: under, keys }]
}

/** In the autumn of the new levels each manager judges anew what the department had under the earlier ones. */
function renewals(entries: readonly Entry[], organization: SampleOrganization): Operation[] {
  const { municipal2024: begins } = schemeDays
  const old = entries.filter(
    ({ row, on }) => row.family === 'municipal' && on < begins && (row.disposal?.on ?? '9999') > begins,
  )
  return byDepartment(old, begins, organization).map(([department, keys]) => ({
    kind: 'renew',
    at: momentOf(
      dayBetween(addDays(begins, 6), addDays(begins, 58), 'renew', department),
      13,
      17,
      department,
    ),
    department,
    keys,
  }))
}

/** About half of the departments look through their rows in the second winter, some later, some not at all. */
function confirmations(
  entries: readonly Entry[],
  organization: SampleOrganization,
  { today }: Timeline,
): Operation[] {
  const known = entries.filter(({ row, on }) => on < '2025-12-01' && !row.disposal && !row.isDraft)
  const times = [
    { from: '2026-01-13', to: '2026-03-19', least: 0, most: 0.5 },
    { from: '2026-04-20', to: addDays(today, -10), least: 0.5, most: 0.75 },
  ]
  return times.flatMap(({ from, to, least, most }) =>
    byDepartment(known, from, organization).flatMap(([department, keys]): Operation[] => {
      const share = fraction('confirm', department)
      const at = momentOf(dayBetween(from, to, 'c', department), 9, 12, department)
      return share >= least && share < most ? [{ kind: 'confirm', at, department, keys }] : []
    }),
  )
}

function stories(rows: readonly SampleRow[], organization: SampleOrganization): Operation[] {
  const tell = (kind: 'reclassify' | 'edit') => (story: { key: string; on: string }) =>
    rows
      .filter((row) => row.key === story.key)
      .map((row) => ({
        kind,
        at: momentOf(story.on, 13, 17, story.key),
        department: departmentOn(row, story.on, organization),
        keys: [row.key],
      }))
  return [...levelStories.flatMap(tell('reclassify')), ...contentStories.flatMap(tell('edit'))]
}

function disposal(row: SampleRow, organization: SampleOrganization): Operation[] {
  if (!row.disposal) return []
  const { on } = row.disposal
  return [
    {
      kind: 'dispose',
      at: momentOf(on, 13, 17, row.key),
      department: departmentOn(row, on, organization),
      keys: [row.key],
    },
  ]
}

function byDepartment(
  entries: readonly Entry[],
  day: string,
  organization: SampleOrganization,
): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const { row, under } of entries) {
    const code = day < '2025-04-01' ? under : departmentOn(row, day, organization)
    groups.set(code, [...(groups.get(code) ?? []), row.key])
  }
  return [...groups]
}
