import type { AssetContent, ClassificationContent, SchemeChoice } from '@/lib/domain/asset-content'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Done, type Outcome, type Refusal } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { asDate } from '@/lib/platform/day'
import type { Prisma } from '@/generated/prisma/client'

export type AssetDraft = {
  content: AssetContent
  departmentId: bigint
  scheme: SchemeChoice
  classification: ClassificationContent | null
  standardAssetId?: bigint | null
}
export type DraftRefusal = 'outOfReach'

/** Writes new drafts, each with its first classification where given; answers their numbers in the given order. */
export async function draftAssets(
  actor: May<'asset.create'>,
  drafts: readonly AssetDraft[],
): Promise<Outcome<{ numbers: bigint[] }, DraftRefusal>> {
  return change(
    actor,
    async (db) => {
      const written = await writeDrafts(db, actor, drafts)
      return 'refused' in written ? written : done({ numbers: written.numbers }, written.events)
    },
    atLength,
  )
}

/** The same within a running change. */
export async function writeDrafts(
  db: WriteDb,
  actor: May<'asset.create' | 'standardLedger.derive'>,
  drafts: readonly AssetDraft[],
): Promise<{ numbers: bigint[]; events: AuditEvent[] } | Refusal<DraftRefusal>> {
  const departments = drafts.map((draft) => draft.departmentId)
  if (!(await reachesAll(db, actor.permission, departments))) return { refused: 'outOfReach' }
  const rows = await db.asset.createManyAndReturn({
    select: { number: true },
    data: drafts.map((draft) => ({
      ...contentColumns(draft.content),
      ...draft.scheme,
      departmentId: draft.departmentId,
      standardAssetId: draft.standardAssetId ?? null,
    })),
  })
  const numbers = rows.map((row) => row.number)
  const judged = drafts.flatMap((draft, at) => {
    const number = numbers[at]
    return draft.classification && number !== undefined
      ? [{ number, classification: draft.classification }]
      : []
  })
  const events = numbers.map((number) => assetEvent('asset.drafted', number))
  return { numbers, events: [...events, ...(await classify(db, actor, judged))] }
}

export type MoveToSuccessor = { from: bigint; to: bigint; numbers: readonly bigint[] | 'all' }

/** On a reorganisation: assets go to the successor department and keep their numbers. Ended ones stay where they ended. */
export async function moveToSuccessors(
  actor: May<'asset.moveToSuccessor'>,
  moves: readonly MoveToSuccessor[],
): Promise<Outcome<{ moved: number }, 'notSuccessor' | 'nothingToMove'>> {
  return change(
    actor,
    async (db) => {
      const events: AuditEvent[] = []
      for (const move of moves) {
        const successions = await db.departmentSuccession.count({
          where: { fromId: move.from, toId: move.to },
        })
        if (successions === 0) return { refused: 'notSuccessor' }
        const numbers = move.numbers === 'all' ? null : [...move.numbers]
        const rows = await db.$queryRaw<{ number: bigint }[]>`
          select * from move_to_successor(${move.from}, ${move.to}, ${numbers}::bigint[]) as number`
        events.push(...rows.map((row) => assetEvent('asset.movedToSuccessor', row.number)))
      }
      if (events.length === 0) return { refused: 'nothingToMove' }
      // What waits for approval waits where its assets are now.
      await db.$queryRaw`select escalate_waiting_steps()`
      return done({ moved: events.length }, events)
    },
    atLength,
  )
}

/** One event of one asset; the database adds who, when, and what changed from what to what. */
export function assetEvent(action: string, number: bigint, reason?: string): AuditEvent {
  return { action, subjectType: 'assets', subjectId: number, ...(reason ? { reason } : {}) }
}

export function done<T>(result: T, events: readonly AuditEvent[]): Done<T> {
  const [first, ...others] = events
  if (!first) throw new Error('no event, no change')
  return { result, events: [first, ...others] }
}

async function reachesAll(db: WriteDb, permission: string, departments: readonly bigint[]): Promise<boolean> {
  const wanted = [...new Set(departments)]
  const [row] = await db.$queryRaw<
    { inside: boolean }[]
  >`select ${wanted}::bigint[] <@ reach(${permission}) as inside`
  return row?.inside === true
}

/** Writes the judgements of drafts: those of a registered asset are written when they are approved. */
export async function classify(
  db: WriteDb,
  actor: May<'asset.create' | 'asset.edit' | 'standardLedger.derive'>,
  judged: readonly { number: bigint; classification: ClassificationContent }[],
): Promise<AuditEvent[]> {
  if (judged.length === 0) return []
  const rows = await db.classification.createManyAndReturn({
    select: { id: true },
    data: judged.map(({ number, classification }) => ({
      assetNumber: number,
      schemeId: classification.schemeId,
      ...classification.levels,
      audience: classification.audience,
      classifiedOn: asDate(actor.viewer.today),
      evaluatorId: actor.viewer.personId,
      occasion: classification.occasion,
      reason: classification.reason,
      ...(classification.answers ? { answers: classification.answers } : {}),
      ...(classification.proposed ? { proposed: classification.proposed } : {}),
    })),
  })
  return rows.map((row) => ({
    action: 'asset.classified',
    subjectType: 'classifications',
    subjectId: row.id,
  }))
}

type ContentColumns = Omit<
  Prisma.AssetUncheckedUpdateManyInput,
  'number' | 'version' | 'state' | 'departmentId' | 'schemeId' | 'schemeFamily'
>

/** The columns that hold what people write; zone, 対象外 and 未入力 are two columns. */
export function contentColumns(content: AssetContent) {
  const { zone, dataSubjects, disposalDueOn, outsourcingEndsOn, outsourcingCheckedOn, ...rest } = content
  const { nextReviewOn, registeredOn, ...texts } = rest
  const day = (value: string | null) => (value === null ? null : asDate(value))
  return {
    ...texts,
    zoneCode: zone === 'notApplicable' ? null : zone,
    zoneNotApplicable: zone === 'notApplicable',
    dataSubjects: dataSubjects === null ? null : BigInt(dataSubjects),
    disposalDueOn: day(disposalDueOn),
    outsourcingEndsOn: day(outsourcingEndsOn),
    outsourcingCheckedOn: day(outsourcingCheckedOn),
    nextReviewOn: day(nextReviewOn),
    registeredOn: asDate(registeredOn),
  } satisfies ContentColumns
}
