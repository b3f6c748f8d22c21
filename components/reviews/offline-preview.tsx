import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { ShownOffline } from '@/lib/features/reviews/offline-schema'
import { offlineLabels as words } from '@/lib/labels/offline'
import { momentInWords } from '@/lib/labels/sign-in'
import { OfflineConfirm } from './offline-confirm'
import { OfflineCounts } from './offline-counts'
import { OfflineRows } from './offline-rows'

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** What a workbook of answers would do, school by school and row by row; or what it did. */
export function OfflinePreview({ shown }: { shown: ShownOffline }) {
  const { schools, rows } = shown
  const isOpen = shown.state === 'shown'
  const of = (kind: 'answer' | 'stale' | 'refused') => sum(schools.map((school) => school[kind]))
  const refused = of('refused') + shown.unplaced
  const [answer, stale] = [of('answer'), of('stale')]
  const told = (said: 'change' | 'disposed') =>
    rows.filter((row) => row.kind === 'answer' && row.answer === said).length
  return (
    <>
      <p className="mb-4">
        {shown.file}
        <span className="block text-14 break-all text-gray-700">{words.hash(shown.sha256)}</span>
        {shown.answeredAt && shown.by && (
          <span className="block text-14 text-gray-700">{`${words.person(shown.by)}　${momentInWords(shown.answeredAt)}`}</span>
        )}
      </p>
      {shown.unread.length > 0 && <Notice kind="info" title={words.unread(shown.unread.join('、'))} />}
      {refused > 0 && (
        <Notice kind="error" title={words.refusedTitle(refused)}>
          {words.refusedTodo}
        </Notice>
      )}
      {isOpen && stale > 0 && (
        <Notice kind="warn" title={words.staleTitle(stale)}>
          {words.staleTodo}
        </Notice>
      )}
      {isOpen && answer + stale + refused === 0 && (
        <Notice kind="info" title={words.nothingTitle}>
          {words.nothingTodo}
        </Notice>
      )}
      <Section id="counts" title={words.counts}>
        <OfflineCounts shown={shown} />
      </Section>
      <OfflineRows rows={rows} kind="refused" title={words.refusedRows} total={refused} />
      <OfflineRows rows={rows} kind="stale" title={isOpen ? words.staleRows : words.leftRows} total={stale} />
      <OfflineRows
        rows={rows}
        kind="answer"
        title={isOpen ? words.answerRows : words.answeredRows}
        total={answer}
      />
      {told('change') > 0 && (
        <Notice kind="info" title={words.changeTitle(told('change'))}>
          {words.changeTodo} <a href="/assets/import">{words.changeLink}</a>
        </Notice>
      )}
      {told('disposed') > 0 && (
        <Notice kind="info" title={words.disposedTitle(told('disposed'))}>
          {words.disposedTodo}
        </Notice>
      )}
      {isOpen && refused === 0 && answer > 0 && (
        <OfflineConfirm shown={shown} answer={answer} stale={stale} />
      )}
    </>
  )
}
