import 'server-only'
import type { Audience, KindCode, PersonalData } from '@/lib/domain/asset'
import { familyFor, missingParts, unclassified } from '@/lib/domain/classification'
import {
  mayDispose,
  needsIrrecoverableDisposal,
  type DisposalMethod,
  type DisposalRefusal,
} from '@/lib/domain/disposal'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { CategoryCode, ZoneCode } from '@/lib/domain/reference'
import { submissionRefusal, type SubmissionRefusal } from '@/lib/domain/registration'
import type { SchemeFamily } from '@/lib/domain/scheme'
import type { ProposedChange, Submitting } from '@/lib/features/proposals/schema'
import { submitProposals } from '@/lib/features/proposals/submit-commands'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { dayOf } from '@/lib/platform/day'
import type { Asset } from '@/generated/prisma/client'
import { done, writeDrafts, type AssetDraft, type DraftRefusal } from './commands'
import { openlyProposed } from './open-proposal-queries'
import type { SeenAsset } from './state-commands'

type Numbers = { numbers: bigint[] }
/** A kind of change of one asset, from what somebody wants and from the row as it is. */
type Rule<W, R extends string> = (
  wanted: W,
  asset: Asset,
  isProposed: boolean,
) => Omit<ProposedChange, keyof SeenAsset> | R

/** Submits one kind of change for many assets, all or nothing; each is asked by its rule first. */
async function submitEach<W extends SeenAsset, R extends string>(
  actor: May<'asset.create' | 'asset.edit' | 'asset.dispose' | 'asset.transfer'>,
  wanted: readonly W[],
  rule: Rule<W, R>,
  submitting: Omit<Submitting, 'origin'>,
): Promise<Outcome<Numbers, R | SubmitRefusal>> {
  return tryAgain(() =>
    change<typeof actor.permission, Numbers, R | SubmitRefusal>(
      actor,
      async (db) => {
        const numbers = wanted.map(({ number }) => number)
        const rows = await db.asset.findMany({ where: { number: { in: numbers } } })
        const byNumber = new Map(rows.map((row) => [row.number, row]))
        const open = await openlyProposed(db, numbers)
        const changes: ProposedChange[] = []
        for (const each of wanted) {
          const asset = byNumber.get(each.number)
          if (!asset) return { refused: 'notFound' }
          if (asset.version !== each.version) return { refused: 'stale' }
          const proposed = rule(each, asset, open.has(each.number))
          if (typeof proposed === 'string') return { refused: proposed }
          changes.push({ number: each.number, version: each.version, ...proposed })
        }
        const submitted = await submitProposals(db, changes, { origin: 'form', ...submitting })
        return 'refused' in submitted ? submitted : done({ numbers }, submitted.events)
      },
      atLength,
    ),
  )
}

const registration = {
  kind: 'registration',
  after: { state: 'active' },
  judgement: null,
} satisfies Omit<ProposedChange, keyof SeenAsset>

export type RegisterRefusal = SubmissionRefusal | SubmitRefusal

/** 提出する: classified drafts wait for approval from now on, and rest until it is decided. */
export async function submitForRegistration(
  actor: May<'asset.create'> | May<'asset.edit'>,
  seen: readonly SeenAsset[],
): Promise<Outcome<Numbers, RegisterRefusal>> {
  const rule: Rule<SeenAsset, SubmissionRefusal> = (_, asset, hasOpenProposal) => {
    const missing = missingParts({
      family: asset.schemeFamily as SchemeFamily,
      levels: { ...unclassified, ...asset },
      audience: asset.audience as Audience | null,
    })
    return submissionRefusal({ state: asset.state, missing, hasOpenProposal }) ?? registration
  }
  return submitEach(actor as May<'asset.create' | 'asset.edit'>, seen, rule, {})
}

/** Writes new drafts and submits them, in one transaction. */
export async function draftAndSubmit(
  actor: May<'asset.create'>,
  drafts: readonly AssetDraft[],
  submitting: Omit<Submitting, 'origin'> = {},
): Promise<Outcome<Numbers, DraftRefusal | SubmitRefusal>> {
  return change<'asset.create', Numbers, DraftRefusal | SubmitRefusal>(
    actor,
    async (db) => {
      const written = await writeDrafts(db, actor, drafts)
      if ('refused' in written) return written
      const { numbers, events } = written
      const rows = await db.asset.findMany({
        where: { number: { in: numbers } },
        select: { number: true, version: true },
      })
      const changes = rows.map((row) => ({ ...row, ...registration }))
      const submitted = await submitProposals(db, changes, { origin: 'form', ...submitting })
      if ('refused' in submitted) return submitted
      return done({ numbers }, [...events, ...submitted.events])
    },
    atLength,
  )
}

export type AssetDisposal = SeenAsset & {
  disposedOn: string
  disposedBy: string
  method: DisposalMethod
  reason?: string
  reviewId?: bigint
}
export type DisposeRefusal = DisposalRefusal | SubmitRefusal

/** Submits that assets were disposed of: date, person, and a method that their levels allow. */
export async function proposeDisposals(
  actor: May<'asset.dispose'>,
  disposals: readonly AssetDisposal[],
): Promise<Outcome<Numbers, DisposeRefusal>> {
  const rule: Rule<AssetDisposal, DisposalRefusal> = ({ method, disposedOn, disposedBy }, asset) => {
    const verdict = mayDispose({
      state: asset.state,
      method,
      disposedOn,
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
    if (verdict !== 'ok') return verdict
    const ended = { disposed_on: disposedOn, disposed_by: disposedBy, disposal_method: method }
    return { kind: 'disposal', after: { state: 'disposed', ...ended }, judgement: null }
  }
  return submitEach(actor, disposals, rule, disposals[0] ? wordsOf(disposals[0]) : {})
}

export type AssetTransfer = SeenAsset & {
  departmentId: bigint
  category: CategoryCode
  reason: string
  reviewId?: bigint
}
export type TransferRefusal = SubmitRefusal | 'notActive' | 'sameDepartment' | 'otherScheme'

/** Submits that assets go to another department: its head accepts them after the present one released them. */
export async function proposeTransfers(
  actor: May<'asset.transfer'>,
  transfers: readonly AssetTransfer[],
): Promise<Outcome<Numbers, TransferRefusal>> {
  const rule: Rule<AssetTransfer, TransferRefusal> = ({ departmentId, category }, asset) => {
    if (asset.state !== 'active') return 'notActive'
    if (asset.departmentId === departmentId) return 'sameDepartment'
    // Levels of one scheme say nothing in another: that needs a judgement, which this form does not ask for.
    if (familyFor(category, asset.zoneCode as ZoneCode | null) !== asset.schemeFamily) return 'otherScheme'
    const after = { department_id: Number(departmentId) }
    return { kind: 'transfer', after, judgement: null, toDepartmentId: departmentId }
  }
  return submitEach(actor, transfers, rule, transfers[0] ? wordsOf(transfers[0]) : {})
}

/** What a form says beside its assets, once for all of them. */
function wordsOf({ reason, reviewId }: { reason?: string; reviewId?: bigint }): Omit<Submitting, 'origin'> {
  return { ...(reason ? { reason } : {}), ...(reviewId === undefined ? {} : { reviewId }) }
}
