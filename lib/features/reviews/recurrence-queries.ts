import 'server-only'
import { formatDate, formatDateWithoutWeekday } from '@/lib/labels/dates'
import { recurringLabels as words, statementLabels } from '@/lib/labels/review-recurring'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import type { ShownRecurrence, ShownStatement } from './recurrence-schema'

type Row = {
  id: bigint
  version: number
  template: bigint
  title: string
  opensMonth: number
  opensDay: number
  dueMonth: number
  dueDay: number
  next: string
  endedOn: string | null
  lastId: bigint | null
  lastTitle: string | null
  isManaged: boolean
}

/** Reviews that come every year, and those that could. */
export async function showRecurrences(actor: May<'review.manage'>) {
  return readTogether(actor, async () => {
    const rows = await read(
      actor,
      (db) => db.$queryRaw<Row[]>`
        select c.id, c.version, r.id as template, r.title, c.opens_month::int as "opensMonth", c.opens_day::int as "opensDay",
          c.due_month::int as "dueMonth", c.due_day::int as "dueDay", c.ended_on::text as "endedOn", l.id as "lastId",
          l.title as "lastTitle", holds_everywhere('review.manage') or r.schools_only as "isManaged",
          least((make_date(c.last_year + 1, c.opens_month, 1) + interval '1 month')::date - 1,
            make_date(c.last_year + 1, c.opens_month, 1) + (c.opens_day - 1))::text as next
        from review_recurrences c join reviews r on r.id = c.template_id
        left join lateral (select x.id, x.title from reviews x where x.recurrence_id = c.id order by x.id desc limit 1) l on true
        order by c.ended_on nulls first, c.opens_month, c.opens_day, c.id`,
    )
    const templates = await read(
      actor,
      (db) => db.$queryRaw<{ id: bigint; title: string }[]>`
        select id, title from reviews where holds_everywhere('review.manage') or schools_only
        order by opens_on desc, id desc limit 100`,
    )
    const taken = new Set(rows.filter(({ endedOn }) => endedOn === null).map(({ template }) => template))
    return {
      rows: rows.map(shown),
      templates: templates
        .filter(({ id }) => !taken.has(id))
        .map(({ id, title }) => ({ value: String(id), label: title })),
    }
  })
}
function shown({
  id,
  version,
  title,
  template,
  endedOn,
  lastId,
  lastTitle,
  isManaged,
  next,
  ...days
}: Row): ShownRecurrence {
  return {
    id: String(id),
    version: String(version),
    title,
    href: `/reviews/${template}`,
    opens: words.monthDay(days.opensMonth, days.opensDay),
    due: words.monthDay(days.dueMonth, days.dueDay),
    next: endedOn === null ? formatDate(next) : null,
    state: endedOn === null ? words.active : words.stopped(formatDate(endedOn)),
    isStoppable: endedOn === null && isManaged,
    last: lastId === null ? null : { href: `/reviews/${lastId}`, title: lastTitle ?? '' },
  }
}

type Statement = {
  id: bigint
  text: string
  validFrom: string
  by: string | null
  state: 'current' | 'later' | 'past'
}

/** The city's statements, the newest first. */
export async function showStatements(actor: May<'review.manage'>) {
  const [rows, mayWrite] = await readTogether(
    actor,
    async () =>
      [
        await read(
          actor,
          (db) => db.$queryRaw<Statement[]>`
        select s.id, s.text, s.valid_from::text as "validFrom", person_name(s.written_by) as by,
          case when s.valid_from > app_today() then 'later' when s.id = (select x.id from review_statements x
            where x.valid_from <= app_today() order by x.valid_from desc, x.id desc limit 1) then 'current' else 'past' end as state
        from review_statements s order by s.valid_from desc, s.id desc`,
        ),
        await read(
          actor,
          (db) => db.$queryRaw<{ may: boolean }[]>`select holds_everywhere('review.manage') as may`,
        ),
      ] as const,
  )
  return {
    mayWrite: mayWrite[0]?.may ?? false,
    seen: String(rows.reduce((newest, { id }) => (id > newest ? id : newest), 0n)),
    current: rows.find(({ state }) => state === 'current')?.text ?? '',
    today: formatDateWithoutWeekday(actor.viewer.today),
    statements: rows.map(({ id, text, validFrom, by, state }): ShownStatement => ({
      key: String(id),
      text,
      from: formatDate(validFrom),
      by: by ?? statementLabels.standard,
      state: statementLabels[state],
    })),
  }
}
