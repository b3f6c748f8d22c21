import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { HandlingRestriction, LevelDefinition, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { findMappingsTo } from './mapping-queries'

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

/** Every version, and the one that is asked for (or the first in force) in full, with what leads to it. */
export async function showSchemes(actor: May<'scheme.read'>, code: string | string[] | undefined) {
  return readTogether(actor, async () => {
    const schemes = await listSchemes(actor)
    const first = schemes.find(({ status }) => status === 'inForce') ?? schemes[0]
    const wanted = code === undefined ? first?.code : code.toString()
    const shown = wanted === undefined ? null : await findScheme(actor, wanted)
    return { schemes, shown, mappings: shown ? await findMappingsTo(actor, shown.code) : [] }
  })
}

/** One version with all it says; null when there is none of this code. */
export async function findScheme(actor: May<'scheme.read'>, code: string): Promise<SchemeInFull | null> {
  const [found] = await read(
    actor,
    (db) => db.$queryRaw<SchemeInFull[]>`
      select ${versionColumns},
        (select coalesce(jsonb_agg(jsonb_build_object('axis', axis, 'code', code, 'label', label, 'rank', rank,
          'criterion', criterion, 'example', example) order by rank desc), '[]') from levels l where l.scheme_id = s.id) as levels,
        (select coalesce(jsonb_agg(jsonb_build_object('axis', axis, 'minRank', min_rank, 'code', code, 'text', text,
          'area', area) order by id), '[]') from handling_restrictions r where r.scheme_id = s.id) as restrictions
      from classification_schemes s where s.code = ${code}`,
  )
  return found ?? null
}

const versionColumns = Prisma.raw(
  'id, code, family, label, source, effective_on::text as "effectiveOn", status',
)
