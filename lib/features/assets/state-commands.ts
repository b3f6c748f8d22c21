import { missingParts, unclassified } from '@/lib/domain/classification'
import {
  mayDispose,
  needsIrrecoverableDisposal,
  type DisposalMethod,
  type DisposalRefusal,
} from '@/lib/domain/disposal'
import { registrationRefusal, type RegistrationRefusal } from '@/lib/domain/registration'
import type { Audience, KindCode, PersonalData } from '@/lib/domain/asset'
import type { ZoneCode } from '@/lib/domain/reference'
import type { SchemeFamily } from '@/lib/domain/scheme'
import { assetEvent, done } from './commands'
import type { AuditEvent } from '@/lib/platform/audit/event'
import { disposeRefusals } from '@/lib/labels/asset-refusals'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate, dayOf } from '@/lib/platform/day'

/** A row as the person saw it: another version is refused. */
export type SeenAsset = { number: bigint; version: number }
export type RegisterRefusal = RegistrationRefusal | 'notFound' | 'stale'

/** Makes drafts 有効. Never one's own submission while somebody else who may exists (the database says so too). */
export async function registerAssets(
  actor: May<'asset.register'>,
  seen: readonly SeenAsset[],
): Promise<Outcome<{ numbers: bigint[] }, RegisterRefusal>> {
  return change(
    actor,
    async (db) => {
      const events: AuditEvent[] = []
      for (const { number, version } of seen) {
        const asset = await findForState(db, number)
        if (!asset) return { refused: 'notFound' }
        if (asset.version !== version) return { refused: 'stale' }
        const [other] = await db.$queryRaw<{ exists: boolean }[]>`
        select another_registrar_exists(${asset.departmentId}, ${actor.viewer.personId}) as exists`
        const refused = registrationRefusal({
          viewerId: actor.viewer.personId,
          submittedBy: asset.submittedBy,
          otherApproversExist: other?.exists === true,
          state: asset.state,
          missing: missingParts({
            family: asset.schemeFamily as SchemeFamily,
            levels: { ...unclassified, ...asset },
            audience: asset.audience as Audience | null,
          }),
        })
        if (refused) return { refused }
        const changed = await db.asset.updateMany({
          where: { number, version },
          data: { state: 'active', lastConfirmedOn: asDate(actor.viewer.today) },
        })
        if (changed.count !== 1) return { refused: 'stale' }
        events.push(assetEvent('asset.registered', number))
      }
      return done({ numbers: seen.map((asset) => asset.number) }, events)
    },
    atLength,
  )
}

export type AssetDisposal = SeenAsset & {
  disposedOn: string
  disposedBy: string
  method: DisposalMethod
  reason?: string
}
export type DisposeRefusal = DisposalRefusal | 'notFound' | 'stale'

/** Records that assets were disposed of: date, person, and a method that their levels allow. The rows stay. */
export async function disposeAssets(
  actor: May<'asset.dispose'>,
  disposals: readonly AssetDisposal[],
): Promise<Outcome<{ numbers: bigint[] }, DisposeRefusal>> {
  return change(
    actor,
    async (db) => {
      const events: AuditEvent[] = []
      for (const disposal of disposals) {
        const asset = await findForState(db, disposal.number)
        if (!asset) return { refused: 'notFound' }
        if (asset.version !== disposal.version) return { refused: 'stale' }
        const verdict = mayDispose({
          state: asset.state,
          method: disposal.method,
          disposedOn: disposal.disposedOn,
          registeredOn: dayOf(asset.registeredOn),
          today: actor.viewer.today,
          subject: {
            needsIrrecoverable: needsIrrecoverableDisposal(asset.confidentiality, asset.importance),
            zone: asset.zoneCode as ZoneCode | null,
            personalData: asset.personalData as PersonalData | null,
            kind: asset.kindCode as KindCode,
            medium: asset.medium,
          },
        })
        if (verdict !== 'ok') return { refused: verdict }
        const changed = await db.asset.updateMany({
          where: { number: disposal.number, version: disposal.version },
          data: {
            state: 'disposed',
            disposedOn: asDate(disposal.disposedOn),
            disposedBy: disposal.disposedBy,
            disposalMethod: disposal.method,
          },
        })
        if (changed.count !== 1) return { refused: 'stale' }
        events.push(assetEvent('asset.disposed', disposal.number, disposal.reason))
      }
      return done({ numbers: disposals.map((disposal) => disposal.number) }, events)
    },
    atLength,
  )
}

/** Says that active assets are still right as they stand: the day of the last confirmation becomes today. */
export async function confirmAssets(
  actor: May<'asset.edit'>,
  seen: readonly SeenAsset[],
): Promise<Outcome<{ numbers: bigint[] }, 'notFound' | 'stale' | 'notActive'>> {
  return change(
    actor,
    async (db) => {
      for (const { number, version } of seen) {
        const asset = await findForState(db, number)
        if (!asset) return { refused: 'notFound' }
        if (asset.state !== 'active') return { refused: 'notActive' }
        const changed = await db.asset.updateMany({
          where: { number, version },
          data: { lastConfirmedOn: asDate(actor.viewer.today) },
        })
        if (changed.count !== 1) return { refused: 'stale' }
      }
      return done(
        { numbers: seen.map((asset) => asset.number) },
        seen.map(({ number }) => assetEvent('asset.confirmed', number)),
      )
    },
    atLength,
  )
}

/** From the form: a date that cannot be is said at its field. */
export async function disposeFromForm(
  actor: May<'asset.dispose'>,
  disposals: readonly AssetDisposal[],
): Promise<Verdict<{ numbers: bigint[] }, DisposeRefusal>> {
  const outcome = await disposeAssets(actor, disposals)
  if (
    'refused' in outcome &&
    (outcome.refused === 'dateInFuture' || outcome.refused === 'dateBeforeRegistration')
  )
    return { invalid: { disposedOn: [disposeRefusals[outcome.refused]] } }
  return outcome
}

export type CancelRefusal = 'notFound' | 'stale' | 'notDraft'

/** Withdraws a draft: it becomes 取消 and keeps its number. */
export async function cancelAsset(
  actor: May<'asset.cancel'>,
  seen: SeenAsset & { reason: string },
): Promise<Outcome<{ number: bigint }, CancelRefusal>> {
  return change(actor, async (db) => {
    const asset = await findForState(db, seen.number)
    if (!asset) return { refused: 'notFound' }
    if (asset.state !== 'draft') return { refused: 'notDraft' }
    const changed = await db.asset.updateMany({
      where: { number: seen.number, version: seen.version },
      data: { state: 'cancelled' },
    })
    if (changed.count !== 1) return { refused: 'stale' }
    return done({ number: seen.number }, [assetEvent('asset.cancelled', seen.number, seen.reason)])
  })
}

function findForState(db: WriteDb, number: bigint) {
  return db.asset.findUnique({
    where: { number },
    select: {
      version: true,
      state: true,
      departmentId: true,
      submittedBy: true,
      schemeFamily: true,
      kindCode: true,
      confidentiality: true,
      integrity: true,
      availability: true,
      importance: true,
      audience: true,
      zoneCode: true,
      personalData: true,
      medium: true,
      registeredOn: true,
    },
  })
}
