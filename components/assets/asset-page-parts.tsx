import { Description, DescriptionList } from '@/components/ui/description-list'
import { ProposalDone } from '@/components/proposals/done-notice'
import { ReturnedBecause, type Returned } from '@/components/proposals/returned-because'
import { Notice } from '@/components/ui/notice'
import { addYears } from '@/lib/domain/calendar'
import { isEditable, type AssetState } from '@/lib/domain/asset'
import type { DisposalMethod } from '@/lib/domain/disposal'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { formatDate } from '@/lib/labels/dates'
import { disposalMethodLabels } from '@/lib/labels/disposal'

type Powers = {
  submittedBy: string | null
  mayEdit: boolean
  mayReclassify: boolean
  mayDispose: boolean
  mayTransfer: boolean
  mayMerge: boolean
  mayCancel: boolean
}
type AssetOfPage = {
  number: bigint
  version: number
  state: string
  classificationId: bigint | null
  lastConfirmedOn: Date | null
}

/** What the viewer may do with this asset now: while a change of it waits, nothing that would be another one. */
export function actsOf(
  { asset, about, proposal }: { asset: AssetOfPage; about: Powers; proposal: unknown },
  today: string,
) {
  const here = `/assets/${asset.number}`
  const isProposed = proposal !== null
  const isOpen = asset.state === 'active' && !isProposed
  const isEdited = isEditable(asset.state as AssetState) && !(asset.state === 'draft' && isProposed)
  return {
    number: String(asset.number),
    version: String(asset.version),
    state: asset.state,
    isClassified: asset.classificationId !== null,
    isProposed,
    submittedBy: about.submittedBy,
    maySubmit: about.mayEdit,
    mayCancel: about.mayCancel && asset.state === 'draft',
    mayConfirm:
      about.mayEdit &&
      asset.state === 'active' &&
      asset.lastConfirmedOn?.toISOString().slice(0, 10) !== today,
    confirmDue: confirmDue(asset.lastConfirmedOn, today),
    editHref: about.mayEdit && isEdited ? `${here}/edit` : undefined,
    reclassifyHref: about.mayReclassify && isOpen ? `${here}/reclassify` : undefined,
    disposeHref: about.mayDispose && isOpen ? `${here}/dispose` : undefined,
    undoHref: about.mayReclassify && isOpen ? `${here}/undo` : undefined,
    mergeHref: about.mayMerge && isOpen ? `${here}/merge` : undefined,
    transferHref: about.mayTransfer && isOpen ? `${here}/transfer` : undefined,
  }
}

function confirmDue(confirmed: Date | null, today: string): string | null {
  if (confirmed === null) return words.confirmDue(null)
  const day = confirmed.toISOString().slice(0, 10)
  return day < addYears(today, -1) ? words.confirmDue(formatDate(day)) : null
}

/** What the last act did, a day that is still to come, an end: what one must know before anything else. */
export function AssetNotices({
  asset,
  returned,
  namesakes,
  done,
  today,
}: {
  asset: Ended & { registeredOn: Date }
  namesakes: readonly string[]
  returned: Returned | null
  done: string
  today: string
}) {
  return (
    <>
      {doneNotice(done)}
      {dateNotice(asset.registeredOn, today)}
      {endedNotice(asset)}
      {namesakeNotice(namesakes)}
      <ReturnedBecause returned={returned} />
    </>
  )
}

/** What the last act did: named in the address that it led to. */
function doneNotice(done: string) {
  const message = Object.entries(words.done).find(([act]) => act === done)?.[1]
  return message === undefined ? <ProposalDone done={done} /> : <Notice kind="done" title={message} />
}

/** A day of registration that is still to come is a notice, never an error (domain: dates). */
function dateNotice(registeredOn: Date, today: string) {
  const day = registeredOn.toISOString().slice(0, 10)
  return day > today ? <Notice kind="warn" title={words.registeredLater(formatDate(day))} /> : null
}

/** A draft whose department has another asset of the same name: one thing is not to be in the ledger twice. */
function namesakeNotice(namesakes: readonly string[]) {
  if (namesakes.length === 0) return null
  return (
    <Notice kind="warn" title={words.namesakes}>
      <ul className="flex flex-wrap gap-x-4">
        {namesakes.map((number) => (
          <li key={number}>
            <a href={`/assets/${number}`}>{words.number(number)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Ended = {
  state: string
  disposedOn: Date | null
  disposedBy: string | null
  disposalMethod: string | null
  mergedInto: bigint | null
}

/** An asset that has ended says so first, with when, by whom and how. */
function endedNotice({ state, disposedOn, disposedBy, disposalMethod, mergedInto }: Ended) {
  const message = Object.entries(words.ended).find(([ended]) => ended === state)?.[1]
  if (message === undefined) return null
  return (
    <>
      <Notice kind="warn" title={message}>
        {mergedInto && <a href={`/assets/${mergedInto}`}>{words.mergedInto(String(mergedInto))}</a>}
      </Notice>
      {disposedOn && (
        <div className="mb-8">
          <DescriptionList>
            <Description term={words.disposedOn}>
              {formatDate(disposedOn.toISOString().slice(0, 10))}
            </Description>
            <Description term={words.disposedBy}>{disposedBy}</Description>
            <Description term={words.disposalMethod}>
              {disposalMethodLabels[disposalMethod as DisposalMethod]}
            </Description>
          </DescriptionList>
        </div>
      )}
    </>
  )
}
