import type { AssetContent, ClassificationContent, SchemeChoice } from '@/lib/domain/asset-content'
import { isEditable } from '@/lib/domain/asset'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Done, type Outcome } from '@/lib/platform/change'
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
  const today = actor.viewer.today
  return change(
    actor,
    async (db) => {
      if (
        !(await reachesAll(
          db,
          'asset.create',
          drafts.map((draft) => draft.departmentId),
        ))
      )
        return { refused: 'outOfReach' }
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
      return done({ numbers }, [...events, ...(await classify(db, actor, judged, today))])
    },
    atLength,
  )
}

export type AssetEdit = {
  number: bigint
  version: number
  content: AssetContent
  scheme: SchemeChoice
  /** A new judgement; null leaves the levels as they are. */
  classification: ClassificationContent | null
}
export type EditRefusal = 'notFound' | 'stale' | 'ended' | 'needsReclassify'

/**
 * Changes what is written about assets. A draft may be classified with asset.edit; the levels and the zone of a
 * registered one change with asset.reclassify only. Refuses all when one of them was changed meanwhile.
 */
export async function editAssets(
  actor: May<'asset.edit'> | May<'asset.reclassify'>,
  edits: readonly AssetEdit[],
): Promise<Outcome<{ numbers: bigint[] }, EditRefusal>> {
  const today = actor.viewer.today
  return change(
    actor as May<'asset.edit' | 'asset.reclassify'>,
    async (db) => {
      const events: AuditEvent[] = []
      for (const edit of edits) {
        const current = await db.asset.findUnique({
          where: { number: edit.number },
          select: {
            version: true,
            state: true,
            zoneCode: true,
            zoneNotApplicable: true,
            classificationId: true,
          },
        })
        if (!current) return { refused: 'notFound' }
        if (!isEditable(current.state as 'draft')) return { refused: 'ended' }
        if (current.version !== edit.version) return { refused: 'stale' }
        const columns = contentColumns(edit.content)
        const moved =
          columns.zoneCode !== current.zoneCode || columns.zoneNotApplicable !== current.zoneNotApplicable
        const needsReclassify = current.state === 'active' && (moved || edit.classification !== null)
        if (needsReclassify && actor.permission !== 'asset.reclassify') return { refused: 'needsReclassify' }
        const changed = await db.asset.updateMany({
          where: { number: edit.number, version: edit.version },
          data: {
            ...columns,
            ...(current.classificationId === null ? edit.scheme : {}),
            ...(edit.classification && current.state === 'active' ? { lastConfirmedOn: asDate(today) } : {}),
          },
        })
        if (changed.count !== 1) return { refused: 'stale' }
        events.push(assetEvent(needsReclassify ? 'asset.reclassified' : 'asset.edited', edit.number))
        if (edit.classification)
          events.push(
            ...(await classify(
              db,
              actor,
              [{ number: edit.number, classification: edit.classification }],
              today,
            )),
          )
      }
      return done({ numbers: edits.map((edit) => edit.number) }, events)
    },
    atLength,
  )
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
      return events.length === 0 ? { refused: 'nothingToMove' } : done({ moved: events.length }, events)
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

async function classify(
  db: WriteDb,
  actor: May<'asset.create' | 'asset.edit' | 'asset.reclassify'>,
  judged: readonly { number: bigint; classification: ClassificationContent }[],
  today: string,
): Promise<AuditEvent[]> {
  if (judged.length === 0) return []
  const rows = await db.classification.createManyAndReturn({
    select: { id: true },
    data: judged.map(({ number, classification }) => ({
      assetNumber: number,
      schemeId: classification.schemeId,
      confidentiality: classification.levels.confidentiality,
      integrity: classification.levels.integrity,
      availability: classification.levels.availability,
      importance: classification.levels.importance,
      audience: classification.audience,
      classifiedOn: asDate(today),
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
function contentColumns(content: AssetContent) {
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
