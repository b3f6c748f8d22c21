import { ledgerHref } from '@/lib/features/dashboard/search-schema'
import { moveLabels } from '@/lib/labels/moves'
import type { HomeTasks } from '@/lib/features/dashboard/home-schema'
import { homeLabels as words } from '@/lib/labels/home'
import { noticesLabels } from '@/lib/labels/notices'

export type TaskLine = { text: string; href?: string | undefined; note?: string | undefined }
export type Task = { what: string; todo: string; href?: string | undefined; lines?: TaskLine[] }
type Draft = HomeTasks['drafts'][number]
type Tells = { days: number; mayRenew: boolean; waiting: number; notices: number }

const unclassifiedHref = (state: string) =>
  ledgerHref({ state: [state], confidentiality: ['none'], importance: ['none'] })
const draftsHref = ledgerHref({ state: ['draft'] })

/** What waits, the most pressing first: nothing that is not there. */
export function tasksOf(found: HomeTasks, { days, mayRenew, waiting, notices }: Tells): Task[] {
  const tasks: (Task | false)[] = [
    waiting > 0 && { what: words.inbox(waiting), todo: words.inboxTodo, href: '/inbox' },
    notices > 0 && { what: noticesLabels.home(notices), todo: noticesLabels.homeTodo, href: '/notices' },
    some(found.own) && {
      what: words.ownCount(found.own),
      todo: words.ownTodo,
      href: draftsHref,
      lines: found.drafts.map(lineOf),
    },
    found.sent > 0 && {
      what: words.sent(found.sent),
      todo: words.sentTodo,
      lines: found.proposals.map(({ id, title }) => ({ text: title, href: `/proposals/${id}` })),
    },
    some(found.unclassifiedDrafts) && {
      what: words.unclassifiedDrafts(found.unclassifiedDrafts),
      todo: words.unclassifiedDraftsTodo,
      href: unclassifiedHref('draft'),
    },
    some(found.draftsInReach) && {
      what: words.draftsInReach(found.draftsInReach),
      todo: words.draftsInReachTodo,
      href: draftsHref,
    },
    some(found.unclassified) && {
      what: words.unclassified(found.unclassified),
      todo: words.unclassifiedTodo,
      href: unclassifiedHref('active'),
    },
    ...found.closed.map(({ name, assets }) => ({
      what: words.closed(name, assets),
      todo: words.closedTodo,
      href: moveLabels.address,
    })),
    some(found.unconfirmed) && {
      what: words.unconfirmed(found.unconfirmed),
      todo: found.own === null ? words.unconfirmedOversight : words.unconfirmedTodo,
      href: ledgerHref({ unconfirmed: '1' }),
    },
    found.ending.length > 0 && endingTask(found.ending, days, mayRenew),
  ]
  return tasks.filter((task) => task !== false)
}

const some = (count: number | null): count is number => count !== null && count > 0

function lineOf(draft: Draft): TaskLine {
  const note = draft.isClassified ? words.canSubmit : words.notClassified
  return { text: `${draft.name}（${draft.department}）`, href: `/assets/${draft.number}`, note }
}

function endingTask(ending: HomeTasks['ending'], days: number, mayRenew: boolean): Task {
  const shown = ending.slice(0, 5)
  const lines: TaskLine[] = shown.map((each) => ({
    text: words.endingLine(each.person, each.role, each.department, each.until),
  }))
  if (ending.length > shown.length) lines.push({ text: words.more(ending.length - shown.length) })
  return {
    what: words.ending(ending.length, days),
    todo: mayRenew ? words.endingTodo : words.endingAsk,
    href: mayRenew ? '/people?state=ending' : undefined,
    lines,
  }
}
