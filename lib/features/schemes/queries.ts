import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { HandlingRestriction, LevelDefinition, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
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
  return read(
    actor,
    (db) => db.$queryRaw<SchemeVersion[]>`
      select ${versionColumns} from classification_schemes order by family desc, effective_on desc`,
  )
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
    const [version] = await db.$queryRaw<SchemeVersion[]>`
      select ${versionColumns} from classification_schemes where code = ${code}`
    if (!version) return null
    const levels = await db.$queryRaw<LevelDefinition[]>`
      select axis, code, label, rank, criterion, example from levels where scheme_id = ${version.id} order by rank desc`
    const restrictions = await db.$queryRaw<HandlingRestriction[]>`
      select axis, min_rank as "minRank", code, text, area from handling_restrictions
      where scheme_id = ${version.id} order by id`
    return { ...version, levels, restrictions }
  })
}

const versionColumns = Prisma.raw(
  'id, code, family, label, source, effective_on::text as "effectiveOn", status',
)
