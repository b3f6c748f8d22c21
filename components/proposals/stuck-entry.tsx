import type { Duty } from '@/lib/domain/proposal'
import { dutyLabels, inboxLabels as words } from '@/lib/labels/proposals'

export type StuckItem = {
  key: string
  at: number
  title: string
  duty: Duty
  since: string
  /** The roles of which one has to be held there. */
  roles: string[]
}

/** What nobody can decide today: for whoever has posts filled; nothing of what was submitted. */
export function StuckEntry({ entry }: { entry: StuckItem }) {
  return (
    <li className="border border-gray-420 px-5 py-4">
      <h2 className="break-words text-18 font-bold">{entry.title}</h2>
      <p className="flex flex-wrap gap-x-4 text-14 text-gray-700">
        <span>{words.kind.stuck}</span>
        <span>{dutyLabels[entry.duty]}</span>
        <span>{entry.since}</span>
      </p>
      <p className="mt-3">{words.stuckTodo(entry.roles)}</p>
      <p className="mt-2">
        <a href="/people">{words.stuckAct}</a>
      </p>
    </li>
  )
}
