import { shellLabels } from '@/lib/labels/shell'

export type PersonMenuProps = {
  /** Posts in words: 「市民課 情報資産担当者」; `actingAs` is the one in use when there are several. */
  viewer: { name: string; posts: string[]; actingAs?: string | undefined }
  /** A server action; without it the entry is left out. */
  signOut?: (() => Promise<void>) | undefined
  /** Own notices, and how many of them are unread. */
  notices?: { count: number; href: string } | undefined
  passwordHref?: string | undefined
  sessionsHref?: string | undefined
  /** 代決; left out for whoever has nothing to do with it. */
  deputiesHref?: string | undefined
}

/** The person with post and department; opens the entries of one's own account. */
export function PersonMenu({
  viewer,
  signOut,
  notices,
  passwordHref = '/password',
  sessionsHref = '/sessions',
  deputiesHref,
}: PersonMenuProps) {
  const post = viewer.actingAs ?? viewer.posts[0]
  const entry =
    'block w-full cursor-pointer px-4 py-2 text-left text-gray-900 no-underline hover:bg-blue-50 hover:underline'
  return (
    <details className="closes-on-escape relative">
      <summary className="rounded-4 leading-tight">
        <span className="inline-block max-w-56 align-middle md:max-w-80">
          {post && <span className="block truncate text-14 text-gray-700">{post}</span>}
          <span className="font-bold">{viewer.name}</span>
        </span>
      </summary>
      <div className="absolute right-0 z-20 mt-2 w-72 rounded-8 border border-gray-420 bg-white py-2 shadow-1">
        {viewer.posts.length > 1 && (
          <ul className="mb-2 border-b border-gray-200 px-4 pb-2 text-14 text-gray-700">
            {viewer.posts.map((each) => (
              <li key={each}>{each === viewer.actingAs ? shellLabels.actingAs(each) : each}</li>
            ))}
          </ul>
        )}
        <nav aria-label={shellLabels.personMenu}>
          {notices && (
            <a href={notices.href} className={entry}>
              {shellLabels.notices}
              {notices.count > 0 && <span className="ml-3 text-14">{shellLabels.unread(notices.count)}</span>}
            </a>
          )}
          {deputiesHref && (
            <a href={deputiesHref} className={entry}>
              {shellLabels.deputies}
            </a>
          )}
          <a href={passwordHref} className={entry}>
            {shellLabels.changePassword}
          </a>
          <a href={sessionsHref} className={entry}>
            {shellLabels.sessions}
          </a>
        </nav>
        {signOut && (
          <form action={signOut}>
            <button type="submit" className={entry}>
              {shellLabels.signOut}
            </button>
          </form>
        )}
      </div>
    </details>
  )
}
