import { shellLabels } from '@/lib/labels/shell'
import { PersonMenu, type PersonMenuProps } from './person-menu'
import { ShellKeys } from './shell-keys'

export type HeaderProps = PersonMenuProps & {
  /** The city's name; data, not code. */
  city?: string | undefined
  /** How many things wait for this person; hidden when undefined. */
  waiting?: { count: number; href: string } | undefined
  /** No search for people who may not read the ledger. */
  searchable?: boolean | undefined
  /** What is being searched for now. */
  query?: string | undefined
}

/** One thin line: where one is, search, what waits, who one is. */
export function Header({ city, waiting, searchable = true, query, ...person }: HeaderProps) {
  return (
    <header className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-gray-420 px-4 py-2 md:px-8">
      <a
        href="/"
        aria-label={`${city ?? ''}${shellLabels.portalName} ${shellLabels.homeLink}`}
        className="leading-tight text-gray-900 no-underline hover:underline"
      >
        {city && <span className="mr-3 text-14">{city}</span>}
        <span className="text-18 font-bold">{shellLabels.portalName}</span>
      </a>
      {searchable && <Search query={query} />}
      <div className="ml-auto flex items-center gap-6">
        {waiting && (
          <a href={waiting.href} className="whitespace-nowrap">
            {shellLabels.inbox}
            <span className="ml-1 inline-block min-w-6 rounded-full border border-gray-900 px-1 text-center text-14 font-bold text-gray-900">
              {waiting.count}
            </span>
          </a>
        )}
        {person.notices && person.notices.count > 0 && (
          <a href={person.notices.href} className="hidden whitespace-nowrap md:inline">
            {shellLabels.notices}
            <span className="ml-1 inline-block min-w-6 rounded-full border border-gray-900 px-1 text-center text-14 font-bold text-gray-900">
              {person.notices.count}
            </span>
          </a>
        )}
        <PersonMenu {...person} />
      </div>
      <ShellKeys />
    </header>
  )
}

function Search({ query }: { query: string | undefined }) {
  return (
    <search className="order-last w-full md:order-none md:w-auto">
      <form action="/assets" className="flex">
        <label htmlFor="portal-search" className="sr-only">
          {shellLabels.search}
        </label>
        <input
          id="portal-search"
          type="search"
          name="q"
          defaultValue={query}
          placeholder={shellLabels.search}
          aria-keyshortcuts="/"
          autoComplete="off"
          className="min-h-9 w-full rounded-l-8 border border-r-0 border-gray-600 px-3 text-16 placeholder:text-gray-600 focus-visible:z-10 md:w-64"
        />
        <button
          type="submit"
          className="min-h-9 cursor-pointer whitespace-nowrap rounded-r-8 border border-gray-600 bg-gray-50 px-4 hover:bg-gray-100"
        >
          {shellLabels.searchAct}
        </button>
      </form>
    </search>
  )
}
