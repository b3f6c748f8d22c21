import { Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { addYears } from '@/lib/domain/calendar'
import { isEditable, type AssetState } from '@/lib/domain/asset'
import type { DisposalMethod } from '@/lib/domain/disposal'
import { mayRegister } from '@/lib/domain/registration'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { formatDate } from '@/lib/labels/dates'
import { disposalMethodLabels } from '@/lib/labels/disposal'

type Powers = {
  submittedBy: string | null
  mayEdit: boolean
  mayRegister: boolean
  mayReclassify: boolean
  mayDispose: boolean
  mayCancel: boolean
  othersMayRegister: boolean
}
type AssetOfPage = {
  number: bigint
  version: number
  state: string
  classificationId: bigint | null
  submittedBy: bigint | null
  lastConfirmedOn: Date | null
}

/** What the viewer may do with this asset now. */
export function actsOf(
  { asset, about }: { asset: AssetOfPage; about: Powers },
  viewer: { personId: bigint; today: string },
) {
  const here = `/assets/${asset.number}`
  const { submittedBy } = asset
  const viewerId = viewer.personId
  const verdict = mayRegister({ viewerId, submittedBy, otherApproversExist: about.othersMayRegister })
  return {
    number: String(asset.number),
    version: String(asset.version),
    state: asset.state,
    isClassified: asset.classificationId !== null,
    submittedBy: about.submittedBy,
    registering: about.mayRegister ? (verdict === 'ok' ? ('may' as const) : verdict) : ('no' as const),
    mayCancel: about.mayCancel && asset.state === 'draft',
    mayConfirm:
      about.mayEdit &&
      asset.state === 'active' &&
      asset.lastConfirmedOn?.toISOString().slice(0, 10) !== viewer.today,
    confirmDue: confirmDue(asset.lastConfirmedOn, viewer.today),
    editHref: about.mayEdit && isEditable(asset.state as AssetState) ? `${here}/edit` : undefined,
    reclassifyHref: about.mayReclassify && asset.state === 'active' ? `${here}/reclassify` : undefined,
    disposeHref: about.mayDispose && asset.state === 'active' ? `${here}/dispose` : undefined,
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
  done,
  today,
}: {
  asset: Ended & { registeredOn: Date }
  done: string
  today: string
}) {
  return (
    <>
      {doneNotice(done)}
      {dateNotice(asset.registeredOn, today)}
      {endedNotice(asset)}
    </>
  )
}

/** What the last act did: named in the address that it led to. */
function doneNotice(done: string) {
  const message = Object.entries(words.done).find(([act]) => act === done)?.[1]
  if (message === undefined) return null
  return (
    <Notice kind="done" title={message}>
      {done === 'registered' && <a href="/assets?state=draft">{words.nextDraft}</a>}
    </Notice>
  )
}

/** A day of registration that is still to come is a notice, never an error (domain: dates). */
function dateNotice(registeredOn: Date, today: string) {
  const day = registeredOn.toISOString().slice(0, 10)
  return day > today ? <Notice kind="warn" title={words.registeredLater(formatDate(day))} /> : null
}

type Ended = {
  state: string
  disposedOn: Date | null
  disposedBy: string | null
  disposalMethod: string | null
}

/** An asset that has ended says so first, with when, by whom and how. */
function endedNotice({ state, disposedOn, disposedBy, disposalMethod }: Ended) {
  const message = Object.entries(words.ended).find(([ended]) => ended === state)?.[1]
  if (message === undefined) return null
  return (
    <>
      <Notice kind="warn" title={message} />
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
