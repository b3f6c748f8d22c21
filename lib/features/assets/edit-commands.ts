import 'server-only'
import { isEditable, type AssetState } from '@/lib/domain/asset'
import type { AssetContent, ClassificationContent, SchemeChoice } from '@/lib/domain/asset-content'
import { splitEdit } from '@/lib/domain/loosening'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { ProposedChange, Submitting } from '@/lib/features/proposals/schema'
import { submitProposals } from '@/lib/features/proposals/submit-commands'
import { tryAgain } from '@/lib/platform/again'
import type { AuditEvent } from '@/lib/platform/audit/event'
import { authorize, type May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome, type Refusal } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { continueWith } from '@/lib/platform/second-permission'
import { assetEvent, classify, contentColumns, done } from './commands'
import { contentOf } from './content-queries'
import { openlyProposed } from './open-proposal-queries'

export type AssetEdit = {
  number: bigint
  version: number
  content: AssetContent
  scheme: SchemeChoice
  /** A new judgement; null leaves the levels as they are. */
  classification: ClassificationContent | null
}
export type EditRefusal = SubmitRefusal | 'needsReclassify' | 'submitted'
/** `wrote`: something changed at once. `submitted`: something waits for approval. */
export type Edited = { numbers: bigint[]; wrote: boolean; submitted: boolean }
type Part = { events: AuditEvent[]; proposed: ProposedChange | null }

/**
 * Changes what is written about assets. A draft changes at once, and goes to the approvers where `registers` says so; of
 * a registered asset the levels, the zone and what loosens are submitted in the same transaction, the rest changes at
 * once. Refuses all when one of them was changed meanwhile.
 */
export async function editAssets(
  actor: May<'asset.edit'> | May<'asset.reclassify'>,
  edits: readonly AssetEdit[],
  { registers = false, ...submitting }: Partial<Submitting> & { registers?: boolean } = {},
): Promise<Outcome<Edited, EditRefusal>> {
  const editor = authorize(actor.viewer, 'asset.edit')
  const work = async (db: WriteDb) => {
    const events: AuditEvent[] = []
    const proposed: ProposedChange[] = []
    for (const edit of edits) {
      const part = await writeEdit(db, editor, edit, actor.permission === 'asset.reclassify')
      if ('refused' in part) return part
      events.push(...part.events.map((event) => withReason(event, submitting.reason)))
      if (part.proposed && (registers || part.proposed.kind !== 'registration')) proposed.push(part.proposed)
    }
    const wrote = events.length > 0
    if (proposed.length > 0) {
      await continueWith(db, actor)
      const submitted = await submitProposals(db, proposed, { origin: 'form', ...submitting })
      if ('refused' in submitted) return submitted
      events.push(...submitted.events)
    } else if (submitting.reviewId !== undefined) {
      events.push(...(await answerByEditing(db, submitting.reviewId, edits)))
    }
    return done({ numbers: edits.map(({ number }) => number), wrote, submitted: proposed.length > 0 }, events)
  }
  return tryAgain(() => change<'asset.edit', Edited, EditRefusal>(editor, work, atLength))
}

function withReason(event: AuditEvent, reason: string | undefined): AuditEvent {
  return reason === undefined ? event : { ...event, reason }
}

async function writeEdit(
  db: WriteDb,
  editor: May<'asset.edit'>,
  edit: AssetEdit,
  mayReclassify: boolean,
): Promise<Part | Refusal<EditRefusal>> {
  const { number, version, content, classification } = edit
  const row = await db.asset.findUnique({ where: { number } })
  if (!row) return { refused: 'notFound' }
  const state = row.state as AssetState
  if (!isEditable(state)) return { refused: 'ended' }
  if (row.version !== version) return { refused: 'stale' }
  const before = contentOf(row)
  const { atOnce, proposed } = splitEdit(before, content, state)
  const judged = state === 'active' ? classification : null
  const isProposed = judged !== null || Object.keys(proposed).length > 0
  if (!mayReclassify && (judged !== null || 'zone_code' in proposed || 'zone_not_applicable' in proposed))
    return { refused: 'needsReclassify' }
  if ((state === 'draft' || isProposed) && (await openlyProposed(db, [number])).size > 0)
    return { refused: state === 'draft' ? 'submitted' : 'alreadyProposed' }
  const events: AuditEvent[] = []
  if (!isProposed || differ(before, atOnce)) {
    const data = { ...contentColumns(atOnce), ...(row.classificationId === null ? edit.scheme : {}) }
    const changed = await db.asset.updateMany({ where: { number, version }, data })
    if (changed.count !== 1) return { refused: 'stale' }
    events.push(assetEvent('asset.edited', number))
  }
  if (state === 'draft' && classification)
    events.push(...(await classify(db, editor, [{ number, classification }])))
  const now = await db.asset.findUniqueOrThrow({ where: { number }, select: { version: true } })
  const waiting = { number, version: now.version, judgement: judged }
  if (state === 'draft')
    return { events, proposed: { ...waiting, kind: 'registration', after: { state: 'active' } } }
  const kind = judged === null ? 'change' : 'reclassification'
  return { events, proposed: isProposed ? { ...waiting, kind, after: proposed } : null }
}

/** Nothing waits for approval: the edit itself is the answer of its row in the review that it was made for. */
async function answerByEditing(
  db: WriteDb,
  reviewId: bigint,
  edits: readonly AssetEdit[],
): Promise<AuditEvent[]> {
  const numbers = edits.map(({ number }) => number)
  const rows = await db.$queryRaw<{ number: bigint }[]>`
    select unnest(answer_by_editing(${reviewId}, ${numbers}::bigint[])) as number`
  const subjects = rows.map(({ number }) => String(number))
  if (subjects.length === 0) return []
  return [{ action: 'review.answered', subjectType: 'reviews', subjectId: reviewId, details: { subjects } }]
}

function differ(before: AssetContent, after: AssetContent): boolean {
  return (Object.keys(before) as (keyof AssetContent)[]).some((field) => before[field] !== after[field])
}
