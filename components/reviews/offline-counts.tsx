import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { signedSheetHref, type ShownOffline } from '@/lib/features/reviews/offline-schema'
import { sheetHref } from '@/lib/features/reviews/search-schema'
import { offlineLabels as words } from '@/lib/labels/offline'

const open = ['answer', 'same', 'stale', 'refused', 'blank'] as const
const done = ['answer', 'stale', 'same', 'blank'] as const

/** One line a school: how many rows would do what, and the signed sheet. */
export function OfflineCounts({ shown: { schools, state, review } }: { shown: ShownOffline }) {
  const isOpen = state === 'shown'
  const kinds: readonly (typeof open)[number][] = isOpen ? open : done
  const labelOf = (kind: (typeof open)[number]) =>
    isOpen || (kind !== 'answer' && kind !== 'stale') ? words.kinds[kind] : words.answeredKinds[kind]
  const head = (
    <Row>
      <HeadCell>{words.school}</HeadCell>
      {kinds.map((kind) => (
        <HeadCell key={kind} numeric>
          {labelOf(kind)}
        </HeadCell>
      ))}
      <HeadCell>{words.signed}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.counts} captionHidden head={head}>
      {schools.map((school) => (
        <Row key={school.id}>
          <Cell rowHead label={words.school}>
            <a href={sheetHref({ review, department: school.id, show: 'all' })}>{school.name}</a>
          </Cell>
          {kinds.map((kind) => (
            <Cell key={kind} numeric label={labelOf(kind)}>
              {words.many(school[kind])}
            </Cell>
          ))}
          <Cell label={words.signed}>
            {school.signed ? (
              <a href={signedSheetHref(review, school.signed.id)}>{school.signed.name}</a>
            ) : isOpen && school.answer > 0 ? (
              words.signMissing
            ) : null}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
