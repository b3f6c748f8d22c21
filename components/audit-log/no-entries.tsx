import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { isNarrowed, trailHref, type TrailSearch } from '@/lib/features/audit-log/schema'
import { auditLogLabels as words } from '@/lib/labels/audit-log'

type NoEntriesProps = { search: TrailSearch; people: { loginId: string; name: string }[] | null }

/** Why nothing is listed: nobody or several people fit, nothing matches, or nothing has happened yet. */
export function NoEntries({ search, people }: NoEntriesProps) {
  const clear = (
    <ButtonLink kind="secondary" href="/audit-log">
      {words.clear}
    </ButtonLink>
  )
  if (people?.length === 0)
    return <Empty why={words.emptyNobody(search.person)} todo={words.emptyNobodyTodo} action={clear} />
  if (people)
    return (
      <Empty
        why={words.emptyMany(search.person)}
        todo={<Choices search={search} people={people} />}
        action={clear}
      />
    )
  if (isNarrowed(search))
    return <Empty why={words.emptyNarrowed} todo={words.emptyNarrowedTodo} action={clear} />
  return <Empty why={words.empty} todo={words.emptyTodo} />
}

function Choices({ search, people }: { search: TrailSearch; people: { loginId: string; name: string }[] }) {
  return (
    <>
      <p>{words.emptyManyTodo}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {people.map(({ loginId, name }) => (
          <li key={loginId}>
            <a href={trailHref({ ...search, person: loginId })}>{words.personChoice(name, loginId)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
