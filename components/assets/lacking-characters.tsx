import { Notice } from '@/components/ui/notice'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { exportLabels } from '@/lib/labels/export'

const words = exportLabels.lacking
type LackingCharactersProps = {
  title: string
  characters: readonly { character: string; codePoint: string; standIn: string; times: string }[]
  places: readonly { line: string; column: string; name: string; characters: string }[]
  more: string | null
  utf8Href: string
  replaceHref: string
}

/** Why no CP932 file came: which characters it lacks, where they stand, and the two ways on. */
export function LackingCharacters({
  title,
  characters,
  places,
  more,
  utf8Href,
  replaceHref,
}: LackingCharactersProps) {
  return (
    <Notice kind="error" title={title}>
      <p>{words.lead}</p>
      <p className="my-3 flex flex-wrap gap-x-6 gap-y-2">
        <a href={utf8Href}>{words.utf8}</a>
        <a href={replaceHref}>{words.replace}</a>
      </p>
      <div className="max-w-2xl">
        <Table
          caption={words.caption}
          staysTable
          head={
            <Row>
              <HeadCell>{words.character}</HeadCell>
              <HeadCell>{words.codePoint}</HeadCell>
              <HeadCell>{words.standIn}</HeadCell>
              <HeadCell numeric>{words.times}</HeadCell>
            </Row>
          }
        >
          {characters.map(({ character, codePoint, standIn, times }) => (
            <Row key={character}>
              <Cell>{character}</Cell>
              <Cell>{codePoint}</Cell>
              <Cell>{standIn}</Cell>
              <Cell numeric>{times}</Cell>
            </Row>
          ))}
        </Table>
      </div>
      <p className="mt-4 font-bold">{words.where}</p>
      <ul className="list-disc pl-6">
        {places.map((place) => (
          <li key={`${place.line} ${place.column}`}>
            {place.line}　{place.name}　{place.column}　{place.characters}
          </li>
        ))}
        {more && <li>{more}</li>}
      </ul>
    </Notice>
  )
}
