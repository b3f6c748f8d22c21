import 'server-only'
import { chainOf, type SchemeRanks } from '@/lib/domain/approval-chain'
import type { ClassificationContent } from '@/lib/domain/asset-content'
import type { Facts } from '@/lib/domain/loosening'
import { bundlesOf, type Judged, type Placed, type ProposedItem } from '@/lib/domain/proposal'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { CategoryCode } from '@/lib/domain/reference'
import type { LevelAxis } from '@/lib/domain/scheme'
import type { MappingLine } from '@/lib/domain/scheme-mapping'
import { proposalTitle } from '@/lib/labels/proposal-words'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { Refusal } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { submitAnswer, type ProposedChange, type Submitting } from './schema'

type Known = { name: string; departmentId: bigint; category: CategoryCode; before: Facts }
type Change = ProposedItem & { change: ProposedChange; name: string; category: CategoryCode }
export type Submitted = { proposals: bigint[]; events: AuditEvent[] }

/**
 * Submits changes for approval within a running change, one proposal a department and chain; all or nothing. The
 * permission in use is one that may propose these kinds; the database asks, and freezes what each asset says now.
 */
export async function submitProposals(
  db: WriteDb,
  changes: readonly ProposedChange[],
  { origin, reason, reviewId }: Submitting,
): Promise<Submitted | Refusal<SubmitRefusal>> {
  const known = await knownAssets(db, changes)
  const placed = changes.flatMap((change): Placed<Change>[] => {
    const asset = known.get(change.number)
    if (!asset) return []
    const { number, kind, after, judgement, toDepartmentId } = change
    const { name, category, departmentId, before } = asset
    const judged = judgement && judgedOf(judgement)
    const item = { number, kind, before, after, judgement: judged, change, name, category }
    return [{ ...item, departmentId, toDepartmentId: toDepartmentId ?? null }]
  })
  if (placed.length < changes.length) return { refused: 'notFound' }
  const schemes = await ranksOf(db)
  const bundles = bundlesOf(placed, (item) => chainOf([item], item.category, schemes).join())
  const told = bundles.map(({ departmentId, toDepartmentId, items }) => ({
    departmentId,
    toDepartmentId,
    origin,
    reviewId,
    title: proposalTitle(
      items[0]?.kind ?? 'change',
      items.map(({ name }) => name),
    ),
    reason: reason === '' ? undefined : reason,
    items: items.map(({ change: { number, version, kind, after, judgement } }) => ({
      number,
      version,
      kind,
      after,
      ...(judgement ? { judgement: judgementTold(judgement) } : {}),
    })),
  }))
  const [row] = await db.$queryRaw<{ answer: unknown }[]>`
    select submit_proposals(${toldText(told)}::jsonb) as answer`
  const answer = submitAnswer.parse(row?.answer)
  if ('refused' in answer) return { refused: answer.refused }
  const proposals = answer.map(({ id }) => id)
  const events = proposals.map((id, at): AuditEvent => {
    const items = bundles[at]?.items ?? []
    return {
      action: 'proposal.submitted',
      subjectType: 'proposals',
      subjectId: id,
      reason,
      details: {
        origin,
        kind: items[0]?.kind ?? '',
        items: items.length,
        ...(reviewId === undefined ? {} : { review: String(reviewId) }),
      },
    }
  })
  return { proposals, events }
}

/** Ids as texts: a bigint is none of JSON's. */
export function toldText(told: unknown): string {
  return JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

function judgedOf({ schemeId, levels, audience }: ClassificationContent): Judged {
  return { schemeId, ...levels, audience }
}

function judgementTold({ levels, answers, proposed, ...rest }: ClassificationContent) {
  return { ...rest, ...levels, ...(answers ? { answers } : {}), ...(proposed ? { proposed } : {}) }
}

type KnownRow = { number: bigint; name: string; department: bigint; category: CategoryCode; before: Facts }

/** What code needs to know to put changes into bundles; the database reads the rest itself. */
async function knownAssets(db: WriteDb, changes: readonly ProposedChange[]): Promise<Map<bigint, Known>> {
  const numbers = changes.map(({ number }) => number)
  const rows = await db.$queryRaw<KnownRow[]>`
    select a.number, a.name, a.department_id as department, d.category_code as category,
      jsonb_build_object('classification_id', a.classification_id, 'scheme_id', a.scheme_id,
        'confidentiality', a.confidentiality, 'importance', a.importance) as before
    from assets a join departments d on d.id = a.department_id where a.number = any(${numbers}::bigint[])`
  return new Map(
    rows.map(({ number, name, department, category, before }) => [
      number,
      { name, departmentId: department, category, before },
    ]),
  )
}

async function ranksOf(db: WriteDb): Promise<SchemeRanks> {
  const levels = await db.level.findMany({ select: { schemeId: true, axis: true, code: true, rank: true } })
  const lines = await db.$queryRaw<(MappingLine & { from: bigint; to: bigint })[]>`
    select from_scheme_id as from, to_scheme_id as to, axis, from_code as "fromCode", condition, to_code as "toCode"
    from scheme_mappings`
  const key = (schemeId: bigint, axis: string, code: string | null) => `${schemeId} ${axis} ${code ?? ''}`
  const ranks = new Map(levels.map(({ schemeId, axis, code, rank }) => [key(schemeId, axis, code), rank]))
  return {
    rankOf: (schemeId, axis: LevelAxis, code) => ranks.get(key(schemeId, axis, code)) ?? null,
    mapping: (from, to) => lines.filter((line) => line.from === from && line.to === to),
  }
}
