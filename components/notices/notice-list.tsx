import { Button } from '@/components/ui/button'
import type { ShownNotice } from '@/lib/features/notices/schema'
import { noticesLabels as words } from '@/lib/labels/notices'

/** Notices in words with the way to what they ask for; `markable`: inside a form that marks one as read. */
export function NoticeList({ notices, markable }: { notices: ShownNotice[]; markable: boolean }) {
  return (
    <ul className="grid gap-4">
      {notices.map(({ id, what, todo, href, day, isMailed }) => (
        <li
          key={id}
          className="border-l-4 border-blue-900 bg-gray-50 px-4 py-3 has-[[data-read]]:border-gray-420"
        >
          {!markable && <span data-read hidden />}
          <h3 className="font-bold">{href === null ? what : <a href={href}>{what}</a>}</h3>
          <p>{todo}</p>
          <p className="flex flex-wrap items-center gap-x-6 gap-y-2 text-14 text-gray-700">
            <span>
              {words.day}　{day}
            </span>
            {isMailed && <span>{words.mailed}</span>}
            {markable && (
              <Button type="submit" kind="quiet" size="small" name="id" value={id}>
                {words.markRead}
                <span className="sr-only">{words.markOne(what)}</span>
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
