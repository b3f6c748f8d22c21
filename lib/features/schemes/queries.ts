import 'server-only'
import type { HandlingRestriction, LevelDefinition, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { dayOf } from '@/lib/platform/day'
import { read, readTogether } from '@/lib/platform/read'

export type SchemeVersion = {
  id: bigint
  code: string
  family: SchemeFamily
  label: string
  source: string
  effectiveOn: string
  status: SchemeStatus
}
/** Levels from the strictest down; restrictions in the order of the definition. */
export type SchemeInFull = SchemeVersion & {
  levels: LevelDefinition[]
  restrictions: HandlingRestriction[]
}

/** Every version there is or was, the newest of each family first. */
export async function listSchemes(
  actor: May<'scheme.read'> | May<'scheme.edit'> | May<'scheme.enforce'>,
): Promise<SchemeVersion[]> {
  return read(actor, async (db) => {
    const rows = await db.classificationScheme.findMany({
      select: versionFields,
      orderBy: [{ family: 'desc' }, { effectiveOn: 'desc' }],
    })
    return rows.map(versionOf)
  })
}

/** Every version, and the one that is asked for (or the first in force) in full. */
export async function showSchemes(actor: May<'scheme.read'>, code: string | undefined) {
  return readTogether(actor, async () => {
    const schemes = await listSchemes(actor)
    const first = schemes.find(({ status }) => status === 'inForce') ?? schemes[0]
    const wanted = code ?? first?.code
    return { schemes, shown: wanted === undefined ? null : await findScheme(actor, wanted) }
  })
}

/** One version with all it says; null when there is none of this code. */
export async function findScheme(actor: May<'scheme.read'>, code: string): Promise<SchemeInFull | null> {
  return read(actor, async (db) => {
    const row = await db.classificationScheme.findUnique({ where: { code }, select: versionFields })
    if (!row) return null
    const levels = await db.level.findMany({
      where: { schemeId: row.id },
      select: { axis: true, code: true, label: true, rank: true, criterion: true, example: true },
      orderBy: { rank: 'desc' },
    })
    const restrictions = await db.handlingRestriction.findMany({
      where: { schemeId: row.id },
      select: { axis: true, minRank: true, code: true, text: true, area: true },
      orderBy: { id: 'asc' },
    })
    return {
      ...versionOf(row),
      levels: levels as LevelDefinition[],
      restrictions: restrictions as HandlingRestriction[],
    }
  })
}

const versionFields = {
  id: true,
  code: true,
  family: true,
  label: true,
  source: true,
  effectiveOn: true,
  status: true,
} as const

type Row = {
  id: bigint
  code: string
  family: string
  label: string
  source: string
  effectiveOn: Date
  status: string
}

/** The database checks family and status against the same lists. */
function versionOf({ family, status, effectiveOn, ...row }: Row): SchemeVersion {
  return {
    ...row,
    family: family as SchemeFamily,
    status: status as SchemeStatus,
    effectiveOn: dayOf(effectiveOn),
  }
}
